import { daysAfter } from '../../../domain/days-after.ts';
import type { LogFilter } from '../../../domain/log-filter.ts';
import { mondayOf } from '../../../domain/monday-of.ts';
import type { PaneState } from '../../state/pane-state.ts';
import type { LogListTexts } from '../texts-en.ts';

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
