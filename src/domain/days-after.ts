import type { Day } from './time.ts';

/** The calendar day `days` after `day`; before it where `days` is negative. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as Day; // has the checked form
}
