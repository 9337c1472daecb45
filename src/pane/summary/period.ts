import * as v from 'valibot';
import { daysAfter } from '../../domain/days-after.ts';
import type { LogFilter } from '../../domain/log-filter.ts';
import { mondayOf } from '../../domain/monday-of.ts';
import { Day } from '../../domain/time.ts';

export const periods = ['quarter', 'half', 'year', 'all', 'own'] as const;
export type Period = (typeof periods)[number];

/** A period as it is chosen; the dates as they are typed, for `own`. */
export interface ChosenPeriod {
  period: Period;
  from: string;
  to: string;
}

const weeks = { quarter: 13, half: 26, year: 52 };

/** The period that a filter's days are; without a filter, as it is at first. */
export function periodOf(filter: LogFilter | undefined, today: Day): ChosenPeriod {
  const { from, to } = filter ?? daysOf({ period: 'half', from: '', to: '' }, today) ?? {};
  const named = periods.find((period) => {
    const days = period === 'own' ? undefined : daysOf({ period, from: '', to: '' }, today);
    return days !== undefined && days.from === from && days.to === to;
  });
  return { period: named ?? 'own', from: from ?? `${today.slice(0, 4)}-01-01`, to: to ?? today };
}

/** The days of a period, both included; undefined where the own dates are not valid. */
export function daysOf({ period, from, to }: ChosenPeriod, today: Day): { from?: Day; to?: Day } | undefined {
  if (period === 'all') return {};
  if (period !== 'own') return { from: daysAfter(mondayOf(today), -7 * (weeks[period] - 1)), to: today };
  const first = v.safeParse(Day, from);
  const last = v.safeParse(Day, to);
  return first.success && last.success && first.output <= last.output
    ? { from: first.output, to: last.output }
    : undefined;
}
