import { entryStatus } from '../../domain/entry-status.ts';
import type { UserId } from '../../domain/ids.ts';
import type { ListedEntry } from './listed-entries.ts';
import type { LogFileTexts } from './texts.ts';

/** The columns of a file of the log, in their order: days and instants in ISO 8601, choices as on the wire. */
export const columns = {
  entryNo: ({ entry }) => String(entry.entryNo ?? ''),
  day: ({ entry }) => entry.day,
  at: ({ entry }) => entry.at ?? '',
  zone: ({ entry }) => entry.zone,
  status: ({ entry }) => entryStatus(entry),
  contactNo: ({ contact }) => String(contact?.no ?? ''),
  contact: ({ contact }) => contact?.name ?? '',
  company: ({ company }) => company?.name ?? '',
  template: ({ entry }) => entry.templateCode,
  group: ({ entry }) => entry.groupCode,
  description: ({ entry }) => entry.description,
  subject: ({ entry }) => entry.subject,
  flow: ({ entry }) => entry.flow,
  initiatedBy: ({ entry }) => entry.initiatedBy,
  evaluation: ({ entry }) => entry.evaluation,
  minutes: ({ entry }) => String(entry.minutes),
  cost: ({ entry }) => String(entry.cost),
  salesperson: ({ entry }) => entry.salespersonCode,
  loggedBy: ({ entry }, names) => names.get(entry.userId) ?? '',
  language: ({ entry }) => entry.language,
  campaign: ({ entry }) => entry.campaignCode ?? '',
  campaignTarget: ({ entry }) => yesNo(entry.campaignTarget),
  campaignResponse: ({ entry }) => yesNo(entry.campaignResponse),
  correspondenceType: ({ entry }) => entry.correspondenceType,
  contactVia: ({ entry }) => entry.contactVia,
  origin: ({ entry }) => entry.origin,
  whyCanceled: ({ entry }) =>
    entry.canceled
      .map(({ via, why }) => (via === 'entry' ? why : via))
      .filter((why) => why !== '')
      .join('\n'),
  note: ({ entry }) => entry.note,
  text: ({ entry }) => entry.text,
  comments: ({ comments }) =>
    comments
      .map(({ body }) => body)
      .filter((body) => body !== '')
      .join('\n'),
} as const satisfies Record<keyof LogFileTexts, (listed: ListedEntry, names: NamesOfUsers) => string>;

/** What users are called. */
export type NamesOfUsers = ReadonlyMap<UserId, string>;

function yesNo(is: boolean): string {
  return is ? 'yes' : 'no';
}
