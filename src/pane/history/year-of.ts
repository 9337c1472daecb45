import type { ContactId } from '../../domain/ids.ts';
import { isLive } from '../../domain/is-live.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import type { Day } from '../../domain/time.ts';
import { historyScope } from '../../protocol/scope.ts';
import type { StoreReader } from '../../store/local-store.ts';

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

const pageSize = 200;
const mostPages = 10;

/** The contact's last twelve months as far as this device holds them, and whether that is all of them. */
export async function readYear(
  reader: StoreReader,
  contactId: ContactId,
  today: Day,
): Promise<Year & { isWhole: boolean }> {
  const [first = ''] = lastMonths(today);
  const entries: LogEntry[] = [];
  let before: string | undefined;
  let isWhole = false;
  for (let page = 0; page < mostPages && !isWhole; page += 1) {
    const got = await reader.history(contactId, { limit: pageSize, before });
    entries.push(...got.entries.map(({ entry }) => entry));
    const oldest = entries.at(-1);
    isWhole = oldest !== undefined && oldest.day < first;
    if (got.next === null) {
      isWhole ||= (await reader.older(historyScope(contactId))) === null;
      break;
    }
    before = got.next;
  }
  return { ...yearOf(entries, today), isWhole };
}
