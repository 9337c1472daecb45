import { isLive } from './is-live.ts';
import type { LogEntry } from './log-entry.ts';

/** The one chip that an entry shows (`domain.md` §10, first match; deliveries do not exist here). */
export type EntryStatus = 'postponed' | 'canceled' | 'attempt-failed' | 'recorded';

export function entryStatus(entry: Pick<LogEntry, 'postponed' | 'canceled' | 'attemptFailed'>): EntryStatus {
  if (entry.postponed) return 'postponed';
  if (!isLive(entry)) return 'canceled';
  if (entry.attemptFailed) return 'attempt-failed';
  return 'recorded';
}
