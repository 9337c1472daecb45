import type { ContactId } from '../../domain/ids.ts';
import { isLive } from '../../domain/is-live.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import type { Day } from '../../domain/time.ts';
import type { StoreReader } from '../../store/local-store.ts';
import { readHistory } from './read-history.ts';

export interface Year {
  total: number;
  /** The last twelve months, oldest first, this month last. */
  months: { month: string; count: number }[];
}

/** Counts the entries of the last twelve calendar months that stand: canceled and postponed ones count nowhere (`domain.md` §9). */
export function yearOf(entries: readonly Pick<LogEntry, 'day' | 'canceled' | 'postponed'>[], today: Day): Year {
  const months = new Map(lastMonths(today).map((month) => [month, 0]));
  for (const entry of entries) {
    if (!isLive(entry) || entry.postponed) continue;
    const month = entry.day.slice(0, 7);
    const count = months.get(month);
    if (count !== undefined) months.set(month, count + 1);
  }
  const counted = [...months].map(([month, count]) => ({ month, count }));
  return { total: counted.reduce((sum, { count }) => sum + count, 0), months: counted };
}

function lastMonths(today: Day): string[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  return Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(year, month - 12 + at, 1)).toISOString().slice(0, 7));
}

/** The contact's last twelve months as far as this device holds them, and whether that is all of them. */
export async function readYear(
  reader: StoreReader,
  contactId: ContactId,
  today: Day,
): Promise<Year & { isWhole: boolean }> {
  const [first = ''] = lastMonths(today);
  const { entries, isAll } = await readHistory(reader, contactId, ({ day }) => day < first);
  return { ...yearOf(entries, today), isWhole: isAll };
}
