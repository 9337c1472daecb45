import * as v from 'valibot';
import { daysAfter } from '../../domain/days-after.ts';
import type { LogFilter } from '../../domain/log-filter.ts';
import { mondayOf } from '../../domain/monday-of.ts';
import { type Day, TypedDay } from '../../domain/time.ts';

export const periods = ['quarter', 'half', 'year', 'all', 'own'] as const;
export type Period = (typeof periods)[number];

/** A period as it is chosen; the dates as they are typed, for `own`: an empty one leaves that side open. */
export interface ChosenPeriod {
  period: Period;
  from: string;
  to: string;
}

const Side = v.union([v.literal(''), TypedDay]);

const weeks = { quarter: 13, half: 26, year: 52 };

/** The period that a filter's days are; without a filter, as it is at first. */
export function periodOf(filter: LogFilter | undefined, today: Day): ChosenPeriod {
  const { from, to } = filter ?? daysOf({ period: 'half', from: '', to: '' }, today) ?? {};
  const named = periods.find((period) => {
    const days = period === 'own' ? undefined : daysOf({ period, from: '', to: '' }, today);
    return days !== undefined && days.from === from && days.to === to;
  });
  // A list that says only since or until when is summed up so, too.
  const isHalf = (from === undefined) !== (to === undefined);
  const [first, last] = isHalf ? ['', ''] : [`${today.slice(0, 4)}-01-01`, today];
  return { period: named ?? 'own', from: from ?? first, to: to ?? last };
}

/** The days of a period, both included; undefined where the own dates are not valid. */
export function daysOf({ period, from, to }: ChosenPeriod, today: Day): { from?: Day; to?: Day } | undefined {
  if (period === 'all') return {};
  if (period !== 'own') return { from: daysAfter(mondayOf(today), -7 * (weeks[period] - 1)), to: today };
  const first = v.safeParse(Side, from);
  const last = v.safeParse(Side, to);
  if (!first.success || !last.success) return undefined;
  const days = { ...(first.output && { from: first.output }), ...(last.output && { to: last.output }) };
  return days.from && days.to && days.from > days.to ? undefined : days;
}
