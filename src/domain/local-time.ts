import { type Day, dayIn, type Instant, instantOf, timeIn, type Zone } from './time.ts';

const minuteMs = 60_000;

/**
 * The instant at which the clock of `zone` shows `time` (`HH:MM`) on `day`. Of an hour that comes twice the first is
 * taken; one that is left out is taken as if the clock had not moved.
 */
export function instantAt(zone: Zone, day: Day, time: string): Instant {
  const wall = Date.parse(`${day}T${time}:00.000Z`);
  const before = wall - offsetAt(zone, wall - 14 * 60 * minuteMs);
  const after = wall - offsetAt(zone, wall + 14 * 60 * minuteMs);
  const fits = [before, after].find((ms) => ms + offsetAt(zone, ms) === wall);
  return instantOf(fits ?? before);
}

/** How far the clock of `zone` is ahead of UTC at `ms`, in milliseconds. */
function offsetAt(zone: Zone, ms: number): number {
  const at = instantOf(ms);
  const shown = Date.parse(`${dayIn(zone, at)}T${timeIn(zone, at)}:00.000Z`);
  return shown - Math.floor(ms / minuteMs) * minuteMs;
}
