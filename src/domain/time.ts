import * as v from 'valibot';

/** A UTC instant, ISO 8601 with milliseconds and `Z`. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  v.check(isRealDate),
  v.brand('Instant'),
);
export type Instant = v.InferOutput<typeof Instant>;

/** A calendar day, `YYYY-MM-DD`. */
export const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/), v.check(isRealDate), v.brand('Day'));
export type Day = v.InferOutput<typeof Day>;

/** The first day that can be meant: a date field gives year 26 to who types two digits of it. */
const firstDay = '1900-01-01';

/** A day that a person typed. */
export const TypedDay = v.pipe(
  Day,
  v.check((day) => day >= firstDay),
);

/** An IANA time zone that this runtime knows. */
export const Zone = v.pipe(v.string(), v.maxLength(64), v.check(isZone), v.brand('Zone'));
export type Zone = v.InferOutput<typeof Zone>;

function isRealDate(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 10));
}

function isZone(name: string): boolean {
  try {
    clockOf(name);
    return true;
  } catch {
    // RangeError is how Intl says that it does not know the zone.
    return false;
  }
}

/** Kept by zone: making one costs more than all that it ever writes. Names of zones can be spelt in any case, so not for ever. */
const clocks = new Map<string, Intl.DateTimeFormat>();
const mostClocks = 1000;

/** Writes `YYYY-MM-DD, HH:MM` as `zone` has it. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const clock = new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...date, ...time });
  if (clocks.size === mostClocks) clocks.clear();
  clocks.set(zone, clock);
  return clock;
}

/** The instant of `ms` (milliseconds since 1970 UTC). */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString() as Instant; // toISOString yields exactly the checked form
}

/** The calendar day that `at` falls on in `zone` (stored once, when the entry is made, so that reports agree wherever they are read). */
export function dayIn(zone: Zone, at: Instant): Day {
  return dayAndTime(zone, at)[0] as Day; // has the checked form
}

/** The wall clock of `zone` at `at`, `HH:MM`. */
export function timeIn(zone: Zone, at: Instant): string {
  return dayAndTime(zone, at)[1];
}

function dayAndTime(zone: Zone, at: Instant): [string, string] {
  const [day = '', time = ''] = clockOf(zone).format(new Date(at)).split(', ');
  return [day, time];
}
