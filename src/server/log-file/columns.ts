import { entryStatus } from '../../domain/entry-status.ts';
import { dayIn } from '../../domain/time.ts';
import type { ListedEntry } from './listed-entries.ts';
import type { LogFileNames } from './names.ts';
import type { LogFileTexts } from './texts.ts';

/** The columns of a file of the log, in their order: days and instants in ISO 8601, choices in words, codes with what they stand for. */
export const columns = {
  entryNo: ({ entry }) => String(entry.entryNo ?? ''),
  day: ({ entry }) => entry.day,
  at: ({ entry }) => entry.at ?? '',
  zone: ({ entry }) => entry.zone,
  status: ({ entry }, { texts }) => texts.statuses[entryStatus(entry)],
  contactNo: ({ contact }) => String(contact?.no ?? ''),
  contact: ({ contact }) => contact?.name ?? '',
  company: ({ company }) => company?.name ?? '',
  template: ({ entry }) => entry.templateCode,
  templateText: ({ entry }, { names }) => names.templates.get(entry.templateCode) ?? '',
  group: ({ entry }) => entry.groupCode,
  groupText: ({ entry }, { names }) => names.groups.get(entry.groupCode) ?? '',
  description: ({ entry }) => entry.description,
  subject: ({ entry }) => entry.subject,
  flow: ({ entry }, { texts }) => texts.flows[entry.flow],
  initiatedBy: ({ entry }, { texts }) => texts.initiators[entry.initiatedBy],
  evaluation: ({ entry }, { texts }) => texts.evaluations[entry.evaluation],
  minutes: ({ entry }) => String(entry.minutes),
  cost: ({ entry }, { texts }) => String(entry.cost).replace('.', texts.decimal),
  salesperson: ({ entry }) => entry.salespersonCode,
  salespersonName: ({ entry }, { names }) => names.salespeople.get(entry.salespersonCode) ?? '',
  loggedBy: ({ entry }, { names }) => names.users.get(entry.userId) ?? '',
  language: ({ entry }) => entry.language,
  campaign: ({ entry }) => entry.campaignCode ?? '',
  campaignText: ({ entry }, { names }) => names.campaigns.get(entry.campaignCode ?? '') ?? '',
  campaignTarget: ({ entry }, { texts }) => (entry.campaignTarget ? texts.yes : texts.no),
  campaignResponse: ({ entry }, { texts }) => (entry.campaignResponse ? texts.yes : texts.no),
  correspondenceType: ({ entry }, { texts }) => texts.types[entry.correspondenceType],
  contactVia: ({ entry }) => entry.contactVia,
  origin: ({ entry }, { texts }) => texts.origins[entry.origin],
  whyCanceled: ({ entry }, { texts }) =>
    entry.canceled
      .map(({ via, why }) => (via === 'entry' ? why : texts.vias[via]))
      .filter((why) => why !== '')
      .join('\n'),
  note: ({ entry }) => entry.note,
  text: ({ entry }) => entry.text,
  comments: ({ entry, comments }, { names }) =>
    comments
      .filter(({ body }) => body !== '')
      .map(({ at, userId, body }) => `${dayIn(entry.zone, at)} ${names.users.get(userId) ?? ''}: ${body}`)
      .join('\n'),
} as const satisfies Record<keyof LogFileTexts['headings'], (listed: ListedEntry, words: InWords) => string>;

/** What a cell needs to say in words what an entry holds as codes. */
export interface InWords {
  texts: LogFileTexts;
  names: LogFileNames;
}
