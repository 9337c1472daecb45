import { mondayOf } from '../../domain/monday-of.ts';
import type { Sums } from '../../domain/statistics.ts';
import type { Day } from '../../domain/time.ts';
import type { LogSummaryResponse } from '../../protocol/log-list.ts';

/** Most weeks that a picture has: the last ones. */
const mostWeeks = 104;

export interface Summed extends Sums {
  day: Day;
  template: string;
  salesperson: string;
  campaign: string | null;
}

/** Puts sums of days together into those of a summary. */
export function createSummary() {
  let total = none;
  const weeks = new Map<Day, Sums>();
  const [templates, salespeople, campaigns] = [codes(), codes(), codes()];

  return {
    add(portion: readonly Summed[]): void {
      for (const one of portion) {
        total = plus(total, one);
        put(weeks, mondayOf(one.day), one);
        put(templates, one.template, one);
        put(salespeople, one.salesperson, one);
        if (one.campaign !== null) put(campaigns, one.campaign, one);
      }
    },
    response(): LogSummaryResponse {
      const inOrder = [...weeks].sort(([a], [b]) => (a < b ? -1 : 1)).slice(-mostWeeks);
      return {
        total,
        weeks: inOrder.map(([week, sums]) => ({ week, ...sums })),
        templates: byCode(templates),
        salespeople: byCode(salespeople),
        campaigns: byCode(campaigns),
      };
    },
  };
}

const none: Sums = { count: 0, cost: 0, minutes: 0 };

const codes = () => new Map<string, Sums>();

function put<Key>(into: Map<Key, Sums>, key: Key, sums: Sums): void {
  into.set(key, plus(into.get(key) ?? none, sums));
}

function plus(a: Sums, b: Sums): Sums {
  return { count: a.count + b.count, cost: a.cost + b.cost, minutes: a.minutes + b.minutes };
}

/** The most interactions first. */
function byCode(sums: ReadonlyMap<string, Sums>): ({ code: string } & Sums)[] {
  return [...sums]
    .map(([code, of]) => ({ code, ...of }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
