import type { LogEntry } from './log-entry.ts';

/** What an entry is called in a history: the template's text and, by its direction, who carried it out or who it came from. */
export interface EntryTitle {
  template: string;
  who: { is: 'by' | 'from'; name: string } | undefined;
}

/** NAV's `GetEntryTitle` (`domain.md` §2): outbound by the salesperson, inbound from the contact, else the template alone. */
export function entryTitle(
  { flow }: Pick<LogEntry, 'flow'>,
  names: { template: string; salesperson: string; contact: string },
): EntryTitle {
  const { template, salesperson, contact } = names;
  const who = {
    outbound: { is: 'by', name: salesperson },
    inbound: { is: 'from', name: contact },
    '': undefined,
  } as const;
  const known = who[flow];
  return { template, who: known && known.name !== '' ? known : undefined };
}
