import { isLive } from './is-live.ts';
import type { LogEntry } from './log-entry.ts';
import { sortInstant } from './sort-instant.ts';
import type { Day } from './time.ts';

/** How many interactions, what they cost in the workspace's currency, and how many minutes they took. */
export interface Sums {
  count: number;
  cost: number;
  minutes: number;
}

/** What a set of entries amounts to (`domain.md` §12). Canceled and postponed entries count in none of it. */
export interface Statistics extends Sums {
  /** Months with interactions, `YYYY-MM`, oldest first. */
  months: (Sums & { month: string })[];
  /** The last day on which the contact was reached. */
  lastReached: Day | null;
  /** The last day on which we tried, whatever came of it. */
  lastAttempted: Day | null;
  /** Our failed attempts since the contact was last reached. */
  unansweredAttempts: number;
}

/** A range of calendar days, both included; null leaves that side open. */
export interface DayRange {
  from: Day | null;
  to: Day | null;
}

const always: DayRange = { from: null, to: null };

/** The statistics of those of `entries` that are live and within `range`. */
export function statisticsOf(entries: Iterable<LogEntry>, { from, to }: DayRange = always): Statistics {
  const counted = [...entries].filter(
    (entry) => isLive(entry) && (from === null || entry.day >= from) && (to === null || entry.day <= to),
  );
  const months = new Map<string, Sums>();
  for (const entry of counted) {
    const month = entry.day.slice(0, 'YYYY-MM'.length);
    months.set(month, plus(months.get(month) ?? noSums, entry));
  }
  const place = (entry: LogEntry) => `${sortInstant(entry)} ${entry.id}`;
  const newestFirst = counted.sort((a, b) => (place(a) < place(b) ? 1 : -1));
  const sinceReached = newestFirst.findIndex((entry) => !entry.attemptFailed);
  const lately = sinceReached === -1 ? newestFirst : newestFirst.slice(0, sinceReached);
  return {
    ...counted.reduce(plus, noSums),
    months: [...months].map(([month, sums]) => ({ month, ...sums })).sort((a, b) => (a.month < b.month ? -1 : 1)),
    lastReached: latestDay(counted.filter((entry) => !entry.attemptFailed)),
    lastAttempted: latestDay(counted.filter((entry) => entry.initiatedBy === 'us')),
    unansweredAttempts: lately.filter((entry) => entry.initiatedBy === 'us').length,
  };
}

const noSums: Sums = { count: 0, cost: 0, minutes: 0 };

function plus(sums: Sums, { cost, minutes }: Pick<LogEntry, 'cost' | 'minutes'>): Sums {
  return { count: sums.count + 1, cost: sums.cost + cost, minutes: sums.minutes + minutes };
}

function latestDay(entries: readonly LogEntry[]): Day | null {
  return entries.reduce<Day | null>((last, { day }) => (last === null || day > last ? day : last), null);
}
