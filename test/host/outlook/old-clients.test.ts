import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Zone } from '../../../src/domain/time.ts';
import { createOutlookHost } from '../../../src/host/outlook/create-outlook-host.ts';
import { themeOf } from '../../../src/host/outlook/office-theme.ts';
import { looksAllDay } from '../../../src/host/outlook/quirks/unknown-all-day.ts';

const at = (text: string) => new Date(text);

describe('a meeting of a client that does not say whether it is all-day', () => {
  it.each([
    ['one whole day', '2026-11-18T22:00:00Z', '2026-11-19T22:00:00Z', true],
    ['three whole days', '2026-11-18T22:00:00Z', '2026-11-21T22:00:00Z', true],
    ['the day of 23 hours', '2026-03-28T22:00:00Z', '2026-03-29T21:00:00Z', true],
    ['the day of 25 hours', '2026-10-24T21:00:00Z', '2026-10-25T22:00:00Z', true],
    ['a day that starts at noon', '2026-11-19T10:00:00Z', '2026-11-20T10:00:00Z', false],
    ['an hour after midnight', '2026-11-18T22:00:00Z', '2026-11-18T23:00:00Z', false],
    ['no time at all at midnight', '2026-11-18T22:00:00Z', '2026-11-18T22:00:00Z', false],
  ])('over %s in Helsinki', (_, start, end, isAllDay) => {
    expect(looksAllDay(at(start), at(end), 'Europe/Helsinki')).toBe(isAllDay);
  });

  it('is not all-day without a start or an end', () => {
    expect(looksAllDay(null, at('2026-11-19T22:00:00Z'), 'Europe/Helsinki')).toBe(false);
  });
});

describe('an Outlook on a platform', () => {
  it.each([
    ['iOS', true],
    ['Android', true],
    ['OfficeOnline', false],
    ['Mac', false],
    [null, false],
  ])('%s has targets for fingers: %j', async (platform, isTouched) => {
    const nowhere = { addEventListener: () => undefined };
    const host = createOutlookHost({
      library: Promise.resolve({ context: { platform, displayLanguage: 'fi-FI' }, EventType: {}, MailboxEnums: {} }),
      patience: 1,
      window: nowhere,
      document: nowhere,
      timers: { after: () => () => undefined },
      zone: v.parse(Zone, 'Europe/Helsinki'),
      language: 'en',
      newId: () => 'draft-1',
    });
    expect(await host.opened).toBe(true);
    expect(host.can.touch).toBe(isTouched);
    expect(host.language()).toBe('fi-FI');
    expect(await host.current(new AbortController().signal)).toMatchObject({ state: 'unreadable' });
  });
});

describe('colours of Outlook', () => {
  it('that are not there leave the choice to the system', () => {
    expect(themeOf(undefined)).toEqual({ scheme: 'system' });
    expect(themeOf({})).toEqual({ scheme: 'system' });
  });

  it('that are dark make a dark pane, with or without # and transparency', () => {
    for (const colour of ['#1F1F1F', '1F1F1F', '#FF1F1F1F'])
      expect(themeOf({ bodyBackgroundColor: colour, bodyForegroundColor: '#FFFFFF' })).toEqual({
        scheme: 'dark',
        background: '#1f1f1f',
        foreground: '#ffffff',
      });
  });

  it('that are none do not reach the page', () => {
    expect(themeOf({ bodyBackgroundColor: 'url(https://kivi.example)' })).toEqual({ scheme: 'system' });
  });
});
