import type { LogFilter } from '../../../domain/log-filter.ts';
import type { PaneState } from '../../state/pane-state.ts';
import type { LogListTexts } from '../texts-en.ts';
import { daysOf, movingDays } from './moving-days.ts';

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
    ...movingDays.map((one) => ({ text: t.filter.moving[one], part: daysOf(one, today) })),
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
