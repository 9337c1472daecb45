import { daysAfter } from '../../domain/days-after.ts';
import type { Day } from '../../domain/time.ts';

/** The same weekday a week after `day`. */
export function inAWeek(day: Day): Day {
  return daysAfter(day, 7);
}
