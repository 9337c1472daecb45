import type { LogEntry } from './log-entry.ts';
import type { Instant } from './time.ts';

/** The UTC instant that lists sort by; an all-day entry stands at the start of its day. */
export function sortInstant(entry: Pick<LogEntry, 'at' | 'day'>): Instant {
  return entry.at ?? (`${entry.day}T00:00:00.000Z` as Instant); // has the checked form by construction
}
