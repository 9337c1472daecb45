import * as v from 'valibot';
import { Instant } from '../../domain/time.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Offsets in minutes of the zone names that RFC 5322 §4.3 gives a meaning; others mean nothing and count as UTC. */
const zoneNames: Record<string, number> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};
const form =
  /^(?:[a-z]{2,9}\.?\s*,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s.-]+(\d{4}|\d\d)\s+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*(?:([+-])(\d\d):?(\d\d)|([a-z]{1,5}))?\s*$/i;

/**
 * The instant that a Date header names (RFC 5322 with its obsolete forms), or null when it names none: a date that can't
 * be read for certain is no date, so that an entry never gets an invented one.
 */
export function mailDate(header: string): Instant | null {
  const found = form.exec(withoutComments(header).trim());
  if (!found) return null;
  const [
    ,
    day = '',
    monthName = '',
    year = '',
    hour = '',
    minute = '',
    second = '0',
    sign,
    zoneHours,
    zoneMinutes,
    name,
  ] = found;
  const month = months.indexOf(monthName.toLowerCase());
  const offset = sign
    ? (sign === '-' ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes))
    : (zoneNames[(name ?? '').toUpperCase()] ?? 0);
  const fields = { day: Number(day), hour: Number(hour), minute: Number(minute), second: Number(second) };
  if (month < 0 || fields.hour > 23 || fields.minute > 59 || fields.second > 60 || Math.abs(offset) > 16 * 60)
    return null;
  const wall = Date.UTC(fullYear(year), month, fields.day, fields.hour, fields.minute, Math.min(fields.second, 59));
  if (new Date(wall).getUTCDate() !== fields.day) return null;
  const at = v.safeParse(Instant, new Date(wall - offset * 60_000).toISOString());
  return at.success ? at.output : null;
}

/** RFC 5322 §4.3: two digits from 00 to 49 are this century. */
function fullYear(year: string): number {
  const number = Number(year);
  if (year.length > 2) return number;
  return number + (number < 50 ? 2000 : 1900);
}

function withoutComments(text: string): string {
  return text.replace(/\([^()]*\)/g, ' ').replace(/\s+/g, ' ');
}
