import type { LogEntry } from '../domain/log-entry.ts';
import { sortInstant } from '../domain/sort-instant.ts';

/**
 * Where an entry stands in any list, as text that sorts: the time, then the id, so that no two share a place and a
 * page can go on exactly where the last one ended.
 */
export function placeOf(entry: Pick<LogEntry, 'at' | 'day' | 'id'>): string {
  return `${sortInstant(entry)} ${entry.id}`;
}

/** Newest first. */
export function byPlace(a: LogEntry, b: LogEntry): number {
  return placeOf(a) < placeOf(b) ? 1 : -1;
}
