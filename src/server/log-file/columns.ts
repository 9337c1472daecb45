import { entryStatus } from '../../domain/entry-status.ts';
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
  campaign: ({ entry }) => entry.campaignCode ?? '',
  correspondenceType: ({ entry }) => entry.correspondenceType,
  contactVia: ({ entry }) => entry.contactVia,
  origin: ({ entry }) => entry.origin,
  note: ({ entry }) => entry.note,
  text: ({ entry }) => entry.text,
  comments: ({ comments }) =>
    comments
      .map(({ body }) => body)
      .filter((body) => body !== '')
      .join('\n'),
} as const satisfies Record<keyof LogFileTexts, (listed: ListedEntry) => string>;
