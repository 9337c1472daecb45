import { daysAfter } from './days-after.ts';
import type { Day } from './time.ts';

/** The Monday of the ISO week that the day is in. */
export function mondayOf(day: Day): Day {
  return daysAfter(day, -((new Date(day).getUTCDay() + 6) % 7));
}
