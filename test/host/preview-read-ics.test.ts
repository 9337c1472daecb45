import { describe, expect, it } from 'vitest';
import type { MailItem } from '../../src/host/host-adapter.ts';
import { readIcs } from '../../src/host/preview/read-ics.ts';
import { helsinki, instant } from '../capture/surroundings.ts';

const now = instant('2026-11-23T08:00:00.000Z');
const read = (text: string) => readIcs(text, { identity: 'f', zone: helsinki, now });
const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) =>
  calendar(
    'BEGIN:VEVENT',
    'UID:katselmus@kivi.example',
    'DTSTAMP:20261101T000000Z',
    'SUMMARY:Katselmus\\, Nokia',
    'ORGANIZER;CN="Kivi, Pekka":mailto:Pekka.Kivi@kivi.example',
    ...lines,
    'END:VEVENT',
  );
const anna = 'ATTENDEE;CN=Anna Korhonen;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:anna.korhonen@aurinko.example';

async function itemOf(text: string): Promise<MailItem> {
  const result = await read(text);
  if (!result.ok) throw new Error(`refused: ${result.why}`);
  return result.items[0]?.item ?? expect.fail('no item');
}

describe('a calendar file', () => {
  it('gives a meeting with its people, times and place', async () => {
    const item = await itemOf(
      event(
        'DTSTART:20261120T080000Z',
        'DTEND:20261120T093000Z',
        'LOCATION:Nokia',
        'DESCRIPTION:Kuvat mukaan',
        anna,
        'ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=DECLINED:mailto:bob@x.example',
        'ATTENDEE;CUTYPE=ROOM;CN=Room 3:mailto:room3@x.example',
      ),
    );
    expect(item).toMatchObject({
      kind: 'meeting',
      subject: 'Katselmus, Nokia',
      organizer: { name: 'Kivi, Pekka', address: 'Pekka.Kivi@kivi.example' },
      to: [{ name: 'Anna Korhonen', address: 'anna.korhonen@aurinko.example', response: 'accepted' }],
      cc: [{ address: 'bob@x.example', response: 'declined' }],
      start: '2026-11-20T08:00:00.000Z',
      end: '2026-11-20T09:30:00.000Z',
      allDay: false,
      location: 'Nokia',
      icalUid: 'katselmus@kivi.example',
      occurrence: null,
    });
  });

  it('counts times in the zone that they name', async () => {
    const item = await itemOf(event('DTSTART;TZID=Europe/London:20260701T100000', 'DURATION:PT45M', anna));
    expect(item).toMatchObject({
      start: '2026-07-01T09:00:00.000Z',
      end: '2026-07-01T09:45:00.000Z',
      zone: 'Europe/London',
    });
  });

  it('counts times without a zone in the user’s', async () => {
    const item = await itemOf(event('DTSTART:20261120T100000', 'DTEND:20261120T110000', anna));
    expect(item).toMatchObject({ start: '2026-11-20T08:00:00.000Z', zone: 'Europe/Helsinki' });
  });

  it('follows the rules of a zone that the file brings under a name of its own', async () => {
    const text = calendar(
      'BEGIN:VTIMEZONE',
      'TZID:Somewhere Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0500',
      'TZOFFSETTO:+0500',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:1',
      'ORGANIZER:mailto:a@x.example',
      'DTSTART;TZID=Somewhere Standard Time:20261120T100000',
      'DTEND;TZID=Somewhere Standard Time:20261120T110000',
      'END:VEVENT',
    );
    expect(await itemOf(text)).toMatchObject({
      start: '2026-11-20T05:00:00.000Z',
      end: '2026-11-20T06:00:00.000Z',
      zone: 'Europe/Helsinki',
    });
  });

  it('gives an all-day meeting the midnight of the user’s zone', async () => {
    const item = await itemOf(event('DTSTART;VALUE=DATE:20261120', 'DTEND;VALUE=DATE:20261121', anna));
    expect(item).toMatchObject({ allDay: true, start: '2026-11-19T22:00:00.000Z', zone: 'Europe/Helsinki' });
  });

  it('takes the occurrence of a series that began last', async () => {
    const item = await itemOf(event('DTSTART:20260105T080000Z', 'DTEND:20260105T083000Z', 'RRULE:FREQ=WEEKLY', anna));
    expect(item).toMatchObject({
      start: '2026-11-23T08:00:00.000Z',
      end: '2026-11-23T08:30:00.000Z',
      occurrence: '2026-11-23T08:00:00.000Z',
    });
  });

  it('takes the first occurrence of a series that has not begun', async () => {
    const item = await itemOf(event('DTSTART:20270105T080000Z', 'RRULE:FREQ=DAILY;COUNT=3', anna));
    expect(item.start).toBe('2027-01-05T08:00:00.000Z');
  });

  it('gives a moved occurrence its original start as its name in the series', async () => {
    const item = await itemOf(
      event('RECURRENCE-ID:20261120T080000Z', 'DTSTART:20261120T120000Z', 'DTEND:20261120T123000Z', anna),
    );
    expect(item).toMatchObject({ start: '2026-11-20T12:00:00.000Z', occurrence: '2026-11-20T08:00:00.000Z' });
  });

  it('keeps what is private private', async () => {
    expect((await itemOf(event('CLASS:PRIVATE', 'DTSTART:20261120T080000Z', anna))).sensitivity).toBe('private');
  });

  it('gives every event of the file', async () => {
    const one = (uid: number) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      'ORGANIZER:mailto:a@x.example',
      'DTSTART:20261120T080000Z',
      'END:VEVENT',
    ];
    const result = await read(calendar(...one(1), ...one(2)));
    expect(result.ok && result.items.map(({ item }) => item.icalUid)).toEqual(['1', '2']);
    expect(result.ok && new Set(result.items.map(({ item }) => item.identity)).size).toBe(2);
  });
});

describe('a calendar file that can’t be shown', () => {
  const cases: [string, string, string][] = [
    ['is empty', ' ', 'empty'],
    ['is no calendar', 'Hello', 'unreadable'],
    ['ends in the middle', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2026', 'unreadable'],
    ['has no event', calendar(), 'no-event'],
    ['has an event without a start', event(anna), 'no-start'],
    [
      'has an event with nobody',
      calendar('BEGIN:VEVENT', 'UID:1', 'DTSTART:20261120T080000Z', 'END:VEVENT'),
      'no-recipients',
    ],
    ['has a start that is no time', event('DTSTART:nonsense', anna), 'unreadable'],
    ['is enormous', 'x'.repeat(5_000_001), 'too-large'],
  ];
  for (const [name, text, why] of cases)
    it(`${name} says ${why}`, async () => {
      expect(await read(text)).toEqual({ ok: false, why });
    });

  it('never hangs on an endless series', async () => {
    const item = await itemOf(event('DTSTART:19000101T000000Z', 'RRULE:FREQ=SECONDLY', anna));
    expect(item.start).not.toBeNull();
  });
});
