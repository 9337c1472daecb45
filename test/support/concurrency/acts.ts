import type { Campaign } from '../../../src/domain/campaign.ts';
import type { Command } from '../../../src/domain/commands/command.ts';
import type { LogInteraction } from '../../../src/domain/commands/log-interaction.ts';
import type { Contact } from '../../../src/domain/contact.ts';
import type { EmailAddress } from '../../../src/domain/email-address.ts';
import type { CampaignCode, GroupCode, SalespersonCode } from '../../../src/domain/ids.ts';
import type { InteractionGroup } from '../../../src/domain/interaction-group.ts';
import type { InteractionTemplate } from '../../../src/domain/interaction-template.ts';
import type { Row } from '../../../src/domain/row.ts';
import type { Salesperson } from '../../../src/domain/salesperson.ts';
import { cancel, createContact, reinstate } from '../command-samples.ts';
import { contact, id, logMail, salesperson, template } from '../domain-samples.ts';
import {
  closeFollowUp,
  comment,
  correct,
  deleteContact,
  entryOf,
  evaluate,
  finish,
  followUp,
  merge,
  postpone,
  reopenFollowUp,
  saveContact,
  saveSetup,
  separate,
} from '../new-command-samples.ts';

/** What the two of a pair find. All of it is about Bob: a mail with him, a postponed call, a follow-up. */
export type Need = 'canceled' | 'merged' | 'follow-up' | 'closed-follow-up';

export const bob: Contact = contact(1, { name: 'Bob' });
export const robert: Contact = contact(2, { name: 'Robert' });
export const cleo: Contact = contact(3, { name: 'Cleo' });
/** Its entries are kept for a while: what is logged on the day of the tests is older when retention runs. */
export const email: InteractionTemplate = template({ retentionDays: 90 });
const call = template({ id: 'CALL' as InteractionTemplate['id'] });
const group: InteractionGroup = {
  kind: 'group',
  id: email.groupCode,
  rev: 1,
  description: { en: 'System' },
  deleted: false,
};
export const spare: InteractionGroup = { ...group, id: 'SPARE' as GroupCode, description: { en: 'Spare' } };
export const fair: Campaign = {
  ...{ kind: 'campaign', id: 'FAIR' as CampaignCode, rev: 1, description: 'Fair', startsOn: null, endsOn: null },
  deleted: false,
};
export const colleague: Salesperson = { ...salesperson, id: 'MV' as SalespersonCode, name: 'Mika' };
const noSetup = { emails: null, emailDrafts: null, meetings: null, outgoingCalls: null, coverSheets: null };
const agreed = { name: 'Aurinko', currency: 'EUR', ownDomains: [], freeMailDomains: [], neverLog: [] };
const setupRows: Row[] = [
  { kind: 'template-setup', id: 'template-setup', rev: 1, ...noSetup },
  { kind: 'workspace', id: 'workspace', rev: 1, ...agreed },
];
export const startRows: Row[] = [
  ...[group, spare, email, call, salesperson, colleague, fair, ...setupRows],
  ...[bob, robert, cleo],
];

export const mail: LogInteraction = logMail(0x101, [bob], ['message-id:a']);
export const robertsMail: LogInteraction = logMail(0x102, [robert], ['message-id:a']);
export const postponed: LogInteraction = postpone(0x103, [bob], { templateCode: call.id });
export const due = followUp(0x105, bob);
const wasCanceled = cancel(0x104, [entryOf(mail)]);

/** What makes the start of a pair, in order. */
export function startOf(needs: ReadonlySet<Need>): Command[] {
  const commands: Command[] = [mail, robertsMail, postponed];
  if (needs.has('canceled')) commands.push(wasCanceled);
  if (needs.has('follow-up') || needs.has('closed-follow-up')) commands.push(due);
  if (needs.has('closed-follow-up')) commands.push(closeFollowUp(0x106, due, { entryId: entryOf(mail) }));
  if (needs.has('merged')) commands.push(merge(0x107, bob.id, cleo.id));
  return commands;
}

/** One thing that a person does, as they saw everything at the start. `n` tells the first of a pair from the second. */
export interface Act {
  needs?: Need;
  make: ((n: 1 | 2) => Command) | 'delete-canceled' | 'erase-contact' | 'retention';
  /** Done by a salesperson who logged none of it; else by admins, of whom the first logged all of it. */
  by?: 'salesperson';
}

const entryId = entryOf(mail);
const itemId = mail.item?.id ?? null;
const names = { 1: 'Bobby', 2: 'Bobo' };
const { campaignResponse, language, salespersonCode } = mail.interaction;
const answered = { campaignResponse, language };
const carriedOut = { salespersonCode };
const described = { description: mail.interaction.description };

/** By the name that the table gives them. */
export const acts: Record<string, Act> = {
  cancel: { make: (n) => cancel(n, [entryId]) },
  undo: { make: (n) => cancel(n, [entryId], { undoes: mail.id }) },
  reinstate: { needs: 'canceled', make: (n) => reinstate(n, entryId, itemId, [wasCanceled.id]) },
  evaluate: { make: (n) => evaluate(n, [entryId], n === 1 ? 'positive' : 'negative') },
  comment: { make: (n) => comment(n, entryId, `comment ${n}`) },
  correct: { make: (n) => correct(n, entryId, { description: `corrected ${n}` }, described) },
  'correct another’s (salesperson)': {
    make: (n) => correct(n, entryId, { description: `corrected ${n}` }, described),
    by: 'salesperson',
  },
  'log the same mail': { make: (n) => logMail(n, [bob], ['message-id:a'], { note: `note ${n}` }) },
  'finish postponed': { make: (n) => finish(n, postponed, { description: `finished ${n}` }) },
  'create contact': { make: (n) => createContact(n, id(0x500 + n), { email: 'dora@example.com' as EmailAddress }) },
  merge: { make: (n) => merge(n, bob.id, robert.id) },
  'un-merge': { needs: 'merged', make: (n) => separate(n, bob.id, cleo.id) },
  'delete contact': { make: (n) => deleteContact(n, bob.id) },
  'save contact': { make: (n) => saveContact(n, bob, { name: names[n] }) },
  'save follow-up': { make: (n) => followUp(n, bob) },
  'close follow-up': { needs: 'follow-up', make: (n) => closeFollowUp(n, due, { how: n === 1 ? 'done' : 'dropped' }) },
  'reopen follow-up': { needs: 'closed-follow-up', make: (n) => reopenFollowUp(n, due, entryId) },
  'save template': {
    make: (n) => {
      const { kind: _kind, rev: _rev, deleted: _deleted, ...fields } = email;
      const { id: _id, ...saw } = fields;
      return saveSetup(n, { what: 'template', template: { ...fields, groupCode: spare.id, unitCost: 20 + n }, saw });
    },
  },
  'delete template': { make: (n) => saveSetup(n, { what: 'delete-template', code: email.id, instead: null }) },
  'save group': {
    make: (n) => {
      const { id: code, description } = spare;
      return saveSetup(n, { what: 'group', code, description: { en: `Group ${n}` }, saw: { description } });
    },
  },
  'delete group': { make: (n) => saveSetup(n, { what: 'delete-group', code: spare.id }) },
  'save campaign': {
    make: (n) => {
      const { id: code, description, startsOn, endsOn } = fair;
      const saw = { description, startsOn, endsOn };
      return saveSetup(n, { what: 'campaign', code, fields: { ...saw, description: `Fair ${n}` }, saw });
    },
  },
  'delete campaign': { make: (n) => saveSetup(n, { what: 'delete-campaign', code: fair.id }) },
  'correct into campaign': { make: (n) => correct(n, entryId, { campaignCode: fair.id }, { campaignCode: null }) },
  'correct the answer': {
    make: (n) => correct(n, entryId, { campaignResponse: true, language: n === 1 ? 'fi' : 'sv' }, answered),
  },
  'correct salesperson': {
    make: (n) => correct(n, entryId, { salespersonCode: colleague.id }, carriedOut),
  },
  'save salesperson': {
    make: (n) => {
      const { id: code, name, email: address } = colleague;
      const saw = { name, email: address };
      return saveSetup(n, { what: 'salesperson', code, fields: { ...saw, name: `Mika ${n}` }, saw });
    },
  },
  'delete salesperson': { make: (n) => saveSetup(n, { what: 'delete-salesperson', code: colleague.id }) },
  'save template setup': {
    make: (n) => {
      const setup = { ...noSetup, emails: n === 1 ? email.id : call.id };
      return saveSetup(n, { what: 'template-setup', setup, saw: noSetup });
    },
  },
  'save workspace': {
    make: (n) => saveSetup(n, { what: 'workspace', workspace: { ...agreed, name: `Aurinko ${n}` }, saw: agreed }),
  },
  'delete canceled (job)': { needs: 'canceled', make: 'delete-canceled' },
  'erase contact (job)': { make: 'erase-contact' },
  'retention (job)': { make: 'retention' },
};
