import type { LogEntry } from './log-entry.ts';

/** Canceled and postponed entries count nowhere (`domain.md` §8, §9) and do not hold their item and contact. */
export function isLive(entry: Pick<LogEntry, 'canceled' | 'postponed'>): boolean {
  return entry.canceled.length === 0 && !entry.postponed;
}
