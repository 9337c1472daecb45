import type { LogFilter } from '../../../domain/log-filter.ts';
import type { Day } from '../../../domain/time.ts';
import type { PaneState } from '../../state/pane-state.ts';
import type { LogListTexts } from '../texts-en.ts';

const dayMs = 86_400_000;

/** Narrowings that one click sets and takes back. */
export interface QuickFilter {
  text: string;
  part: LogFilter;
}

export function quickFilters(pane: PaneState, t: LogListTexts): QuickFilter[] {
  const today = pane.today.value;
  const { salespersonCode } = pane.services.device.account;
  const mine = salespersonCode === null ? [] : [{ text: t.filter.mine, part: { salesperson: salespersonCode } }];
  return [
    { text: t.filter.thisWeek, part: { from: mondayOf(today), to: daysAfter(mondayOf(today), 6) } },
    { text: t.filter.lastDays, part: { from: daysAfter(today, -29), to: today } },
    ...mine,
    { text: t.filter.statuses['attempt-failed'], part: { status: 'attempt-failed' } },
    { text: t.filter.statuses.canceled, part: { status: 'canceled' } },
  ];
}

/** Whether all of `part` is set. */
export function hasPart(filter: LogFilter, part: LogFilter): boolean {
  return Object.entries(part).every(([field, value]) =>
    Object.entries(filter).some(([at, set]) => at === field && set === value),
  );
}

/** `filter` without what `part` sets. */
export function withoutPart(filter: LogFilter, part: LogFilter): LogFilter {
  return Object.fromEntries(Object.entries(filter).filter(([field]) => !(field in part)));
}

function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10) as Day; // has the checked form
}

/** Weeks begin on Monday (ISO 8601). */
function mondayOf(day: Day): Day {
  return daysAfter(day, -((new Date(day).getUTCDay() + 6) % 7));
}
