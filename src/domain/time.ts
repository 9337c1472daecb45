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

/** An IANA time zone that this runtime knows. */
export const Zone = v.pipe(v.string(), v.maxLength(64), v.check(isZone), v.brand('Zone'));
export type Zone = v.InferOutput<typeof Zone>;

function isRealDate(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 10));
}

const knownZones = new Map<string, boolean>();
function isZone(name: string): boolean {
  let known = knownZones.get(name);
  if (known === undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      known = true;
    } catch {
      // RangeError is how Intl says that it does not know the zone.
      known = false;
    }
    knownZones.set(name, known);
  }
  return known;
}

/** The instant of `ms` (milliseconds since 1970 UTC). */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString() as Instant; // toISOString yields exactly the checked form
}

/** The calendar day that `at` falls on in `zone` (stored once, when the entry is made, so that reports agree wherever they are read). */
export function dayIn(zone: Zone, at: Instant): Day {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(at)) as Day; // en-CA writes YYYY-MM-DD
}
