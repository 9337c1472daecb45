import type { GroupCode, SalespersonCode, TemplateCode } from '../domain/ids.ts';
import type { InteractionGroup } from '../domain/interaction-group.ts';
import type { InteractionTemplate } from '../domain/interaction-template.ts';
import type { Row } from '../domain/row.ts';
import type { Salesperson } from '../domain/salesperson.ts';
import type { TemplateSetup } from '../domain/template-setup.ts';
import type { Workspace } from '../domain/workspace.ts';

export const freeMailDomains = [
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'icloud.com',
  'yahoo.com',
  'proton.me',
  'gmx.de',
  'luukku.com',
  'suomi24.fi',
  'telia.com',
];

const groups: readonly [code: string, en: string, fi: string][] = [
  ['LETTER', 'Letters', 'Kirjeet'],
  ['MEETING', 'Meetings', 'Kokoukset'],
  ['PHONE', 'Phone calls', 'Puhelut'],
  ['SYSTEM', 'Set by the system', 'Järjestelmän asettamat'],
  ['DOC', 'Documents', 'Asiakirjat'],
];

type Seed = Pick<InteractionTemplate, 'unitCost' | 'unitDuration' | 'flow' | 'initiatedBy' | 'correspondenceType'> & {
  ignores?: true;
};
const outByUs = { flow: 'outbound', initiatedBy: 'us' } as const;
const system: Seed = { unitCost: 8, unitDuration: 1, ...outByUs, correspondenceType: '' };
const meeting = (unitCost: number, unitDuration: number): Seed => ({ ...system, unitCost, unitDuration });
const letter = (unitDuration: number): Seed => ({ ...system, unitDuration, correspondenceType: 'hard-copy' });

/** `domain.md` §3: code, group, English, Finnish, values. */
const templates: readonly [code: string, group: string, en: string, fi: string, seed: Seed][] = [
  ['EMAIL', 'SYSTEM', 'E-mail, outgoing', 'Sähköposti, lähtevä', { ...system, correspondenceType: 'email' }],
  [
    'EMAILIN',
    'SYSTEM',
    'E-mail, incoming',
    'Sähköposti, saapuva',
    { ...system, flow: 'inbound', initiatedBy: 'them', correspondenceType: 'email' },
  ],
  ['EMAIL_D', 'SYSTEM', 'E-mail draft', 'Sähköpostiluonnos', { ...system, correspondenceType: 'email' }],
  ['MEETINV', 'SYSTEM', 'Meeting invitation', 'Kokouskutsu', { ...system, correspondenceType: 'email' }],
  ['COVERSH', 'SYSTEM', 'Cover sheet', 'Saate', { ...system, flow: '', initiatedBy: '' }],
  ['OUTGOING', 'PHONE', 'Outgoing call', 'Lähtevä puhelu', { ...meeting(1, 15), ignores: true }],
  [
    'INCOME',
    'PHONE',
    'Incoming call',
    'Saapuva puhelu',
    { ...meeting(0, 15), flow: 'inbound', initiatedBy: 'them', ignores: true },
  ],
  ['INHOUSE', 'MEETING', 'Meeting at our office', 'Tapaaminen meillä', meeting(25, 120)],
  ['ONSITE', 'MEETING', "Meeting at the customer's", 'Tapaaminen asiakkaan luona', meeting(45, 180)],
  ['WORKSHOP', 'MEETING', 'Workshop', 'Työpaja', meeting(120, 300)],
  ['ABSTRACT', 'LETTER', 'Summary of a meeting', 'Kokousyhteenveto', { ...letter(90), initiatedBy: '' }],
  ['BUS', 'LETTER', 'Business letter', 'Liikekirje', letter(30)],
  ['MEMO', 'LETTER', 'Memo', 'Muistio', { ...meeting(8, 15), flow: '', initiatedBy: '' }],
  ['GOLF', 'LETTER', 'Golf event', 'Golftapahtuma', { ...letter(1), correspondenceType: 'email' }],
];

/** The rows that a new tenant starts with; everything in them can be changed later. */
export function seedSetup(tenant: {
  name: string;
  currency: string;
  ownDomains: string[];
  freeMailDomains: string[];
  salespeople: readonly { code: SalespersonCode; name: string; email: Salesperson['email'] }[];
}): Row[] {
  const workspace: Workspace = {
    kind: 'workspace',
    id: 'workspace',
    rev: 0,
    name: tenant.name,
    currency: tenant.currency,
    ownDomains: tenant.ownDomains,
    freeMailDomains: tenant.freeMailDomains,
    neverLog: [],
  };
  const setup: TemplateSetup = {
    kind: 'template-setup',
    id: 'template-setup',
    rev: 0,
    emails: templateCode('EMAIL'),
    emailDrafts: templateCode('EMAIL_D'),
    // NAV's Meeting Invitation is about sending one; here the meeting itself is logged, with its minutes.
    meetings: templateCode('INHOUSE'),
    outgoingCalls: templateCode('OUTGOING'),
    coverSheets: templateCode('COVERSH'),
  };
  return [
    workspace,
    ...groups.map(
      ([code, en, fi]): InteractionGroup => ({
        kind: 'group',
        id: groupCode(code),
        rev: 0,
        description: { en, fi },
        deleted: false,
      }),
    ),
    ...templates.map(
      ([code, group, en, fi, { ignores, ...seed }]): InteractionTemplate => ({
        kind: 'template',
        id: templateCode(code),
        rev: 0,
        groupCode: groupCode(group),
        description: { en, fi },
        ...seed,
        ignoreContactCorrespondenceType: ignores === true,
        // Where the contact has none, the texts are in the language of whoever logs.
        language: '',
        campaignCode: null,
        campaignTarget: false,
        campaignResponse: false,
        retentionDays: null,
        deleted: false,
      }),
    ),
    setup,
    ...tenant.salespeople.map(
      ({ code, name, email }): Salesperson => ({
        kind: 'salesperson',
        id: code,
        rev: 0,
        name,
        email,
        deleted: false,
      }),
    ),
  ];
}

// The codes above are written in the checked form.
const templateCode = (code: string) => code as TemplateCode;
const groupCode = (code: string) => code as GroupCode;
