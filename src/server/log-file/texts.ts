import type { CorrespondenceType, Evaluation, InformationFlow, InitiatedBy, Origin } from '../../domain/choices.ts';
import type { EntryStatus } from '../../domain/entry-status.ts';
import type { CancelReason } from '../../domain/log-entry.ts';

/** How a file of the log is written in one language: as its readers' spreadsheets take it, in words. */
export interface LogFileTexts {
  language: 'en' | 'fi';
  /** Between two cells: a spreadsheet whose decimals have a comma parts them with a semicolon. */
  delimiter: ',' | ';';
  decimal: '.' | ',';
  headings: LogFileHeadings;
  statuses: Record<EntryStatus, string>;
  flows: Record<InformationFlow, string>;
  initiators: Record<InitiatedBy, string>;
  evaluations: Record<Evaluation, string>;
  types: Record<CorrespondenceType, string>;
  origins: Record<Origin, string>;
  /** Why an entry was canceled that nobody canceled by itself. */
  vias: Record<Exclude<CancelReason['via'], 'entry'>, string>;
  yes: string;
  no: string;
}

interface LogFileHeadings {
  entryNo: string;
  day: string;
  at: string;
  zone: string;
  status: string;
  contactNo: string;
  contact: string;
  company: string;
  template: string;
  templateText: string;
  group: string;
  groupText: string;
  description: string;
  subject: string;
  flow: string;
  initiatedBy: string;
  evaluation: string;
  minutes: string;
  cost: string;
  salesperson: string;
  salespersonName: string;
  loggedBy: string;
  language: string;
  campaign: string;
  campaignText: string;
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
  language: 'en',
  delimiter: ',',
  decimal: '.',
  headings: {
    entryNo: 'Entry no.',
    day: 'Date',
    at: 'Time (UTC)',
    zone: 'Time zone',
    status: 'Status',
    contactNo: 'Contact no.',
    contact: 'Contact',
    company: 'Company',
    template: 'Interaction template code',
    templateText: 'Interaction template',
    group: 'Interaction group code',
    groupText: 'Interaction group',
    description: 'Description',
    subject: 'Subject',
    flow: 'Information flow',
    initiatedBy: 'Initiated by',
    evaluation: 'Evaluation',
    minutes: 'Minutes',
    cost: 'Cost',
    salesperson: 'Salesperson code',
    salespersonName: 'Salesperson',
    loggedBy: 'Logged by',
    language: 'Language',
    campaign: 'Campaign code',
    campaignText: 'Campaign',
    campaignTarget: 'Campaign target',
    campaignResponse: 'Campaign response',
    correspondenceType: 'Correspondence type',
    contactVia: 'Contact via',
    origin: 'Origin',
    whyCanceled: 'Why canceled',
    note: 'Note',
    text: 'Text of the mail',
    comments: 'Comments',
  },
  statuses: { recorded: 'Recorded', 'attempt-failed': 'Not reached', canceled: 'Canceled', postponed: 'Postponed' },
  flows: { '': '', outbound: 'Outbound', inbound: 'Inbound' },
  initiators: { '': '', us: 'Us', them: 'Them' },
  evaluations: {
    '': '',
    'very-positive': 'Very positive',
    positive: 'Positive',
    neutral: 'Neutral',
    negative: 'Negative',
    'very-negative': 'Very negative',
  },
  types: { '': '', 'hard-copy': 'Hard copy', email: 'E-mail', fax: 'Fax' },
  origins: { hand: 'By hand', mail: 'Mail', meeting: 'Meeting', automatic: 'Automatic' },
  vias: { segment: 'With its logged segment', retention: 'For its age', joined: 'Joined to another entry' },
  yes: 'Yes',
  no: 'No',
};

const fi: LogFileTexts = {
  language: 'fi',
  delimiter: ';',
  decimal: ',',
  headings: {
    entryNo: 'Tapahtuman nro',
    day: 'Päivä',
    at: 'Aika (UTC)',
    zone: 'Aikavyöhyke',
    status: 'Tila',
    contactNo: 'Kontaktin nro',
    contact: 'Kontakti',
    company: 'Yritys',
    template: 'Vuorovaikutusmallin koodi',
    templateText: 'Vuorovaikutusmalli',
    group: 'Vuorovaikutusryhmän koodi',
    groupText: 'Vuorovaikutusryhmä',
    description: 'Kuvaus',
    subject: 'Aihe',
    flow: 'Tiedonkulku',
    initiatedBy: 'Aloittaja',
    evaluation: 'Arvio',
    minutes: 'Minuutit',
    cost: 'Kustannus',
    salesperson: 'Myyjäkoodi',
    salespersonName: 'Myyjä',
    loggedBy: 'Kirjaaja',
    language: 'Kieli',
    campaign: 'Kampanjan koodi',
    campaignText: 'Kampanja',
    campaignTarget: 'Kampanjan kohde',
    campaignResponse: 'Kampanjapalaute',
    correspondenceType: 'Yhteydenpidon tyyppi',
    contactVia: 'Yhteystieto',
    origin: 'Lähde',
    whyCanceled: 'Miksi peruutettu',
    note: 'Muistiinpano',
    text: 'Viestin teksti',
    comments: 'Huomautukset',
  },
  statuses: { recorded: 'Kirjattu', 'attempt-failed': 'Ei tavoitettu', canceled: 'Peruutettu', postponed: 'Lykätty' },
  flows: { '': '', outbound: 'Lähtevä', inbound: 'Saapuva' },
  initiators: { '': '', us: 'Me', them: 'He' },
  evaluations: {
    '': '',
    'very-positive': 'Erittäin myönteinen',
    positive: 'Myönteinen',
    neutral: 'Neutraali',
    negative: 'Kielteinen',
    'very-negative': 'Erittäin kielteinen',
  },
  types: { '': '', 'hard-copy': 'Paperituloste', email: 'Sähköposti', fax: 'Faksi' },
  origins: { hand: 'Käsin', mail: 'Viesti', meeting: 'Tapaaminen', automatic: 'Automaattinen' },
  vias: {
    segment: 'Lokiin kirjatun segmentin mukana',
    retention: 'Ikänsä vuoksi',
    joined: 'Yhdistetty toiseen tapahtumaan',
  },
  yes: 'Kyllä',
  no: 'Ei',
};

/** In the first of the wanted languages that there is (as `Accept-Language` names them); English where there is none. */
export function logFileTexts(wanted: string): LogFileTexts {
  const language = wanted
    .split(',')
    .map((one) => one.trim().slice(0, 2).toLowerCase())
    .find((one) => one === 'fi' || one === 'en');
  return language === 'fi' ? fi : en;
}
