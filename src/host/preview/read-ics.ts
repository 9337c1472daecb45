import type ICAL from 'ical.js';
import * as v from 'valibot';
import { instantAt } from '../../domain/local-time.ts';
import { cut, plain } from '../../domain/text.ts';
import { Day, Instant, Zone } from '../../domain/time.ts';
import { blankItem } from '../blank-item.ts';
import type { HostPerson, MailItem, Sensitivity } from '../host-adapter.ts';
import type { PreviewItem } from './create-preview-host.ts';
import { type ReadRefusal, type ReadResult, refuse } from './read-refusal.ts';

const mostCalendarBytes = 5_000_000;
/** Most events that are taken from one file, and most occurrences that are looked through for the last one. */
const mostEvents = 50;
const mostOccurrences = 5_000;

type Library = typeof ICAL;
type Time = InstanceType<Library['Time']>;
type Event = InstanceType<Library['Event']>;
type Property = InstanceType<Library['Property']>;

/**
 * Reads the meetings of an iCalendar file. Of a series it is the occurrence that began last before `now` (the first, if
 * none has begun). Times without a known zone are taken in `zone`. Never throws for what is in the file.
 */
export async function readIcs(
  text: string,
  { identity, zone, now }: { identity: string; zone: Zone; now: Instant },
): Promise<ReadResult> {
  if (text.trim() === '') return refuse('empty');
  if (text.length > mostCalendarBytes) return refuse('too-large');
  const { default: library } = await import('ical.js');
  try {
    return readCalendar(library, text, { identity, zone, now });
  } catch {
    // ical.js throws for what is no iCalendar and for values that make no sense.
    return refuse('unreadable');
  }
}

function readCalendar(
  library: Library,
  text: string,
  around: { identity: string; zone: Zone; now: Instant },
): ReadResult {
  const parsed: unknown = library.parse(text);
  const roots = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
  const calendars = roots.map((root) => new library.Component(root as ConstructorParameters<Library['Component']>[0])); // as parse made it
  const items: PreviewItem[] = [];
  let refusal: ReadRefusal = 'no-event';
  for (const calendar of calendars) {
    for (const event of calendar.getAllSubcomponents('vevent').slice(0, mostEvents)) {
      const read = readEvent(library, new library.Event(event), {
        ...around,
        identity: `${around.identity}-${items.length}`,
      });
      if (typeof read === 'string') refusal = read;
      else items.push(read);
    }
  }
  return items.length > 0 ? { ok: true, items } : refuse(refusal);
}

function readEvent(
  library: Library,
  event: Event,
  { identity, zone, now }: { identity: string; zone: Zone; now: Instant },
): PreviewItem | ReadRefusal {
  const { component } = event;
  const startTime = event.startDate as Time | null; // null where DTSTART is missing, whatever its types say
  if (!startTime) return 'no-start';
  const organizer = personOf(component.getFirstProperty('organizer'));
  const attendees = component.getAllProperties('attendee').filter(isPerson);
  const people = attendees.map((one) => ({
    person: personOf(one),
    optional: textOf(one, 'role') === 'OPT-PARTICIPANT',
  }));
  if (!organizer && people.length === 0) return 'no-recipients';

  const own = zoneOf(component.getFirstProperty('dtstart'), zone);
  const isSeries = event.isRecurring() && !event.isRecurrenceException();
  const shown = isSeries ? lastOccurrence(event, own, now) : startTime;
  const start = instantOfTime(shown, own);
  const duration = event.duration.toSeconds() * 1000;
  const recurrence = event.recurrenceId as Time | null; // as above
  const html = component.getFirstPropertyValue('x-alt-desc');
  const sequenceHtml = typeof html === 'string' && /<[a-z]/i.test(html) ? html : undefined;
  const item: MailItem = blankItem({
    kind: 'meeting',
    identity,
    subject: event.summary ?? '',
    organizer,
    to: people.flatMap(({ person, optional }) => (person && !optional ? [person] : [])),
    cc: people.flatMap(({ person, optional }) => (person && optional ? [person] : [])),
    start,
    end: v.parse(Instant, new Date(Date.parse(start) + Math.max(0, duration)).toISOString()),
    allDay: startTime.isDate,
    zone: own,
    location: cut(plain(event.location ?? ''), 300),
    sensitivity: sensitivityOf(component.getFirstPropertyValue('class')),
    icalUid: event.uid || null,
    occurrence: isSeries ? start : recurrence ? instantOfTime(recurrence, own) : null,
  });
  return { item, body: { html: sequenceHtml, text: event.description ?? '' } };

  function lastOccurrence(series: Event, seriesZone: Zone, before: Instant): Time {
    const iterator = series.iterator();
    let last: Time | undefined;
    for (let count = 0; count < mostOccurrences; count += 1) {
      const next = iterator.next() as Time | undefined; // undefined at the end of the series
      if (!next || (last && instantOfTime(next, seriesZone) > before)) break;
      last = next;
    }
    return last ?? series.startDate;
  }

  function instantOfTime(time: Time, timeZone: Zone): Instant {
    const known = time.zone === library.Timezone.utcTimezone || hasRules(time);
    if (known && !time.isDate) return v.parse(Instant, time.toJSDate().toISOString());
    const two = (number: number) => String(number).padStart(2, '0');
    const day = v.parse(Day, `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`);
    return instantAt(timeZone, day, time.isDate ? '00:00' : `${two(time.hour)}:${two(time.minute)}`);
  }
}

/** Whether the file brought the rules of the time's zone (VTIMEZONE), which also covers names that only Windows knows. */
function hasRules(time: Time): boolean {
  return time.zone?.component !== undefined && time.zone.component !== null;
}

/** The zone that a time names where this runtime knows the name, else `fallback`. */
function zoneOf(start: Property | null, fallback: Zone): Zone {
  const named = v.safeParse(Zone, start ? textOf(start, 'tzid') : '');
  return named.success ? named.output : fallback;
}

function personOf(property: Property | null): HostPerson | null {
  const value: unknown = property?.getFirstValue();
  if (!property || typeof value !== 'string') return null;
  const address = decodeSafely(value.replace(/^mailto:/i, ''));
  const email = textOf(property, 'email');
  return {
    name: cut(plain(textOf(property, 'cn')).replace(/^"|"$/g, ''), 300),
    address: address.includes('@') ? address : email,
    response: responseOf(textOf(property, 'partstat')),
  };
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % is no encoding: the address is taken as it stands.
    return text;
  }
}

function isPerson(property: Property): boolean {
  return !['ROOM', 'RESOURCE', 'GROUP'].includes(textOf(property, 'cutype').toUpperCase());
}

function textOf(property: Property, parameter: string): string {
  const value: unknown = property.getFirstParameter(parameter);
  return typeof value === 'string' ? value : '';
}

function responseOf(partstat: string): NonNullable<HostPerson['response']> {
  switch (partstat.toUpperCase()) {
    case 'ACCEPTED':
      return 'accepted';
    case 'DECLINED':
      return 'declined';
    case 'TENTATIVE':
      return 'tentative';
    default:
      return 'none';
  }
}

function sensitivityOf(value: unknown): Sensitivity {
  const name = typeof value === 'string' ? value.toUpperCase() : '';
  if (name === 'PRIVATE') return 'private';
  return name === 'CONFIDENTIAL' ? 'confidential' : 'normal';
}
