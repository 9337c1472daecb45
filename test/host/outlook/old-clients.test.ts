import { describe, expect, it } from 'vitest';
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
