/** The headings of a file of the log. */
export interface LogFileTexts {
  entryNo: string;
  day: string;
  at: string;
  zone: string;
  status: string;
  contactNo: string;
  contact: string;
  company: string;
  template: string;
  group: string;
  description: string;
  subject: string;
  flow: string;
  initiatedBy: string;
  evaluation: string;
  minutes: string;
  cost: string;
  salesperson: string;
  loggedBy: string;
  language: string;
  campaign: string;
  campaignTarget: string;
  campaignResponse: string;
  correspondenceType: string;
  contactVia: string;
  origin: string;
  whyCanceled: string;
  note: string;
  text: string;
  comments: string;
}

const en: LogFileTexts = {
  entryNo: 'Entry no.',
  day: 'Date',
  at: 'Time (UTC)',
  zone: 'Time zone',
  status: 'Status',
  contactNo: 'Contact no.',
  contact: 'Contact',
  company: 'Company',
  template: 'Interaction template',
  group: 'Interaction group',
  description: 'Description',
  subject: 'Subject',
  flow: 'Information flow',
  initiatedBy: 'Initiated by',
  evaluation: 'Evaluation',
  minutes: 'Minutes',
  cost: 'Cost',
  salesperson: 'Salesperson',
  loggedBy: 'Logged by',
  language: 'Language',
  campaign: 'Campaign',
  campaignTarget: 'Campaign target',
  campaignResponse: 'Campaign response',
  correspondenceType: 'Correspondence type',
  contactVia: 'Contact via',
  origin: 'Origin',
  whyCanceled: 'Why canceled',
  note: 'Note',
  text: 'Text of the mail',
  comments: 'Comments',
};

const fi: LogFileTexts = {
  entryNo: 'Tapahtuman nro',
  day: 'Päivä',
  at: 'Aika (UTC)',
  zone: 'Aikavyöhyke',
  status: 'Tila',
  contactNo: 'Kontaktin nro',
  contact: 'Kontakti',
  company: 'Yritys',
  template: 'Vuorovaikutusmalli',
  group: 'Vuorovaikutusryhmä',
  description: 'Kuvaus',
  subject: 'Aihe',
  flow: 'Tiedonkulku',
  initiatedBy: 'Aloittaja',
  evaluation: 'Arvio',
  minutes: 'Minuutit',
  cost: 'Kustannus',
  salesperson: 'Myyjä',
  loggedBy: 'Kirjaaja',
  language: 'Kieli',
  campaign: 'Kampanja',
  campaignTarget: 'Kampanjan kohde',
  campaignResponse: 'Kampanjapalaute',
  correspondenceType: 'Yhteydenpidon tyyppi',
  contactVia: 'Yhteystieto',
  origin: 'Lähde',
  whyCanceled: 'Miksi peruutettu',
  note: 'Muistiinpano',
  text: 'Viestin teksti',
  comments: 'Huomautukset',
};

/** In the first of the wanted languages that there is (as `Accept-Language` names them); English where there is none. */
export function logFileTexts(wanted: string): LogFileTexts {
  const language = wanted
    .split(',')
    .map((one) => one.trim().slice(0, 2).toLowerCase())
    .find((one) => one === 'fi' || one === 'en');
  return language === 'fi' ? fi : en;
}
