import { daysAfter } from '../../../domain/days-after.ts';
import type { LogFilter } from '../../../domain/log-filter.ts';
import { mondayOf } from '../../../domain/monday-of.ts';
import type { Day } from '../../../domain/time.ts';

/** Days that are others on another day. */
export const movingDays = ['this-week', 'last-30-days'] as const;
export type MovingDays = (typeof movingDays)[number];

/** Which days these are today. */
export function daysOf(moving: MovingDays, today: Day): Required<Pick<LogFilter, 'from' | 'to'>> {
  switch (moving) {
    case 'this-week':
      return { from: mondayOf(today), to: daysAfter(mondayOf(today), 6) };
    case 'last-30-days':
      return { from: daysAfter(today, -29), to: today };
  }
}

/** The moving days that a filter's days are today; undefined for others, or none. */
export function movingIn({ from, to }: LogFilter, today: Day): MovingDays | undefined {
  return movingDays.find((one) => {
    const days = daysOf(one, today);
    return days.from === from && days.to === to;
  });
}
