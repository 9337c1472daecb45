import type { Day } from '../../domain/time.ts';

/** The same weekday a week after `day`. */
export function inAWeek(day: Day): Day {
  return new Date(Date.parse(day) + 7 * 86_400_000).toISOString().slice(0, 10) as Day; // has the checked form
}
