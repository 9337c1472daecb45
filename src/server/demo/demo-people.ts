import type { Role } from '../../domain/choices.ts';

/** The demo workspace: invented people on reserved domains. */
export const demoTenant = { name: 'Aurinko Oy', domain: 'aurinko.example', currency: 'EUR' } as const;

/** The colleagues, by the name that signs them in. The visitor of the preview is Anna. */
export const demoUsers = {
  anna: { name: 'Anna Korhonen', email: 'anna.korhonen@aurinko.example', code: 'AK', role: 'admin' },
  mika: { name: 'Mika Virtanen', email: 'mika.virtanen@aurinko.example', code: 'MV', role: 'salesperson' },
  sofia: { name: 'Sofia Lindqvist', email: 'sofia.lindqvist@aurinko.example', code: 'SL', role: 'manager' },
} as const satisfies Record<string, { name: string; email: string; code: string; role: Role }>;
export type DemoUser = keyof typeof demoUsers;

export const demoCompanies = [
  { key: 'kivi', name: 'Kivi ja Kumppanit Oy', domain: 'kivi.example', language: 'fi', phone: '+358 9 5550 1200' },
  {
    key: 'jarvinen',
    name: 'Sähkötyö Järvinen Oy',
    domain: 'jarvinen.example',
    language: 'fi',
    phone: '+358 3 5550 4410',
  },
  { key: 'akesson', name: 'Åkesson Handel AB', domain: 'akesson.example', language: 'sv', phone: '+46 31 555 21 00' },
  {
    key: 'mueller',
    name: 'Müller Maschinenbau GmbH',
    domain: 'mueller.example',
    language: 'de',
    phone: '+49 711 5550 380',
  },
  {
    key: 'harbourpine',
    name: 'Harbour & Pine Ltd',
    domain: 'harbourpine.example',
    language: 'en',
    phone: '+44 117 555 0142',
  },
  {
    key: 'norrsken',
    name: 'Norrsken Logistik AB',
    domain: 'norrsken.example',
    language: 'sv',
    phone: '+46 920 555 300',
  },
] as const;

interface DemoPerson {
  key: string;
  name: string;
  email: string;
  company: (typeof demoCompanies)[number]['key'] | null;
  owner: DemoUser;
  otherEmails?: string[];
  phone?: string;
}

export const demoPeople: readonly DemoPerson[] = [
  {
    key: 'pekka',
    name: 'Pekka Kivi',
    email: 'pekka.kivi@kivi.example',
    company: 'kivi',
    owner: 'anna',
    phone: '+358 40 555 0121',
  },
  {
    key: 'aino',
    name: 'Aino Hämäläinen',
    email: 'aino.hamalainen@kivi.example',
    company: 'kivi',
    owner: 'anna',
    phone: '+358 40 555 0122',
  },
  {
    key: 'matti',
    name: 'Matti Järvinen',
    email: 'matti.jarvinen@jarvinen.example',
    company: 'jarvinen',
    owner: 'mika',
    otherEmails: ['toimisto@jarvinen.example'],
    phone: '+358 50 555 0341',
  },
  {
    key: 'tuula',
    name: 'Tuula Järvinen',
    email: 'tuula.jarvinen@jarvinen.example',
    company: 'jarvinen',
    owner: 'mika',
    otherEmails: ['toimisto@jarvinen.example'],
    phone: '+358 50 555 0342',
  },
  {
    key: 'bjorn',
    name: 'Björn Åkesson',
    email: 'bjorn.akesson@akesson.example',
    company: 'akesson',
    owner: 'sofia',
    phone: '+46 70 555 21 01',
  },
  {
    key: 'linnea',
    name: 'Linnéa Sjögren',
    email: 'linnea.sjogren@akesson.example',
    company: 'akesson',
    owner: 'sofia',
    phone: '+46 70 555 21 02',
  },
  {
    key: 'jurgen',
    name: 'Jürgen Müller',
    email: 'jurgen.muller@mueller.example',
    company: 'mueller',
    owner: 'anna',
    phone: '+49 151 5550 381',
  },
  {
    key: 'kathe',
    name: 'Käthe Weiß',
    email: 'kathe.weiss@mueller.example',
    company: 'mueller',
    owner: 'anna',
    phone: '+49 151 5550 382',
  },
  {
    key: 'bob',
    name: 'Bob Ortiz',
    email: 'bob.ortiz@harbourpine.example',
    company: 'harbourpine',
    owner: 'anna',
    otherEmails: ['bob@ortiz-family.example'],
    phone: '+44 7700 900142',
  },
  {
    key: 'cleo',
    name: 'Cleo Dupont',
    email: 'cleo.dupont@harbourpine.example',
    company: 'harbourpine',
    owner: 'anna',
    phone: '+44 7700 900143',
  },
  {
    key: 'grace',
    name: 'Grace Okafor',
    email: 'grace.okafor@harbourpine.example',
    company: 'harbourpine',
    owner: 'mika',
    phone: '+44 7700 900144',
  },
  {
    key: 'oskar',
    name: 'Oskar Öberg',
    email: 'oskar.oberg@norrsken.example',
    company: 'norrsken',
    owner: 'sofia',
    phone: '+46 70 555 30 01',
  },
  {
    key: 'maja',
    name: 'Maja Lund',
    email: 'maja.lund@norrsken.example',
    company: 'norrsken',
    owner: 'sofia',
    phone: '+46 70 555 30 02',
  },
  {
    key: 'eero',
    name: 'Eero Mäkelä',
    email: 'eero.makela@freemail.example',
    company: null,
    owner: 'mika',
    phone: '+358 45 555 0188',
  },
];
