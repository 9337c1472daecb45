import { instantAt } from '../../../domain/local-time.ts';
import { type Day, dayIn, type Instant, instantOf, type Zone } from '../../../domain/time.ts';

const dayMs = 86_400_000;

/** Times around `now`, so that the samples are always of these days. */
export interface SampleClock {
  zone: Zone;
  now: Instant;
  minutesAgo(minutes: number): Instant;
  /** `time` (`HH:MM`) in `zone`, `days` days before today; a negative number lies ahead. */
  daysAgo(days: number, time: string): Instant;
}

export function sampleClock(now: Instant, zone: Zone): SampleClock {
  const ms = Date.parse(now);
  const dayBefore = (days: number): Day => dayIn(zone, instantOf(ms - days * dayMs));
  return {
    zone,
    now,
    minutesAgo: (minutes) => instantOf(ms - minutes * 60_000),
    daysAgo: (days, time) => instantAt(zone, dayBefore(days), time),
  };
}
