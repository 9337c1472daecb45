import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ItemKey } from '../../../src/domain/item.ts';
import { Zone } from '../../../src/domain/time.ts';
import { createOutlookHost } from '../../../src/host/outlook/create-outlook-host.ts';
import type { OfficeMailbox } from '../../../src/host/outlook/office-surface.ts';
import { themeOf } from '../../../src/host/outlook/office-theme.ts';
import { identityOf } from '../../../src/host/outlook/quirks/page-reload.ts';
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
      outOfPatience: new Promise(() => undefined),
      window: nowhere,
      document: nowhere,
      timers: { after: () => () => undefined },
      zone: v.parse(Zone, 'Europe/Helsinki'),
      language: 'en',
      newId: () => 'draft-1',
      notes: new Map(),
    });
    expect(await host.opened).toBe(true);
    expect(host.can.touch).toBe(isTouched);
    expect(host.language()).toBe('fi-FI');
    expect(await host.current(new AbortController().signal)).toMatchObject({ state: 'unreadable' });
  });
});

describe('opening a mail again', () => {
  const mail = {
    itemType: 'message',
    itemId: 'AAMk-1',
    subject: 'Tarjous',
    internetMessageId: '<1@kivi.example>',
    body: { getAsync: () => undefined },
    loadCustomPropertiesAsync: () => undefined,
  };
  const keys = [v.parse(ItemKey, 'message-id:1@kivi.example')];
  const signal = new AbortController().signal;

  async function hostWith(change: {
    platform?: string;
    mailbox?: Partial<OfficeMailbox>;
    notes?: Map<string, string>;
  }) {
    const displayed: string[] = [];
    const mailbox: OfficeMailbox = {
      item: mail,
      userProfile: { displayName: 'Anna', emailAddress: 'anna@aurinko.example' },
      addHandlerAsync: () => undefined,
      displayMessageForm: (id) => void displayed.push(id),
      displayAppointmentForm: (id) => void displayed.push(id),
      ...change.mailbox,
    };
    const nowhere = { addEventListener: () => undefined };
    const host = createOutlookHost({
      library: Promise.resolve({
        context: { platform: change.platform ?? 'PC', displayLanguage: 'fi-FI', mailbox },
        EventType: {},
        MailboxEnums: {},
      }),
      outOfPatience: new Promise(() => undefined),
      window: nowhere,
      document: nowhere,
      timers: { after: () => () => undefined },
      zone: v.parse(Zone, 'Europe/Helsinki'),
      language: 'en',
      newId: () => 'draft-1',
      notes: change.notes ?? new Map(),
    });
    await host.opened;
    return { host, displayed, identity: identityOf(mail, 0) };
  }

  it('asks a client before Mailbox 1.9 by the call that answers nothing', async () => {
    const { host, displayed, identity } = await hostWith({});
    await host.noteItem(identity, keys);
    expect(host.can.opensItems).toBe(true);
    expect(await host.openItem(keys, signal)).toBe(true);
    expect(displayed).toEqual(['AAMk-1']);
  });

  it('is not possible on a phone, whatever of it is there', async () => {
    const { host, displayed, identity } = await hostWith({ platform: 'iOS' });
    await host.noteItem(identity, keys);
    expect(host.can.opensItems).toBe(false);
    expect(await host.openItem(keys, signal)).toBe(false);
    expect(displayed).toEqual([]);
  });

  it('is known again by the next pane, and not in another mailbox on the same device', async () => {
    const notes = new Map<string, string>();
    const { host, identity } = await hostWith({ notes });
    await host.noteItem(identity, keys);
    expect(await (await hostWith({ notes })).host.knowsItem(keys)).toBe(true);
    const other = { userProfile: { displayName: 'Pekka', emailAddress: 'pekka@kivi.example' } };
    expect(await (await hostWith({ notes, mailbox: other })).host.knowsItem(keys)).toBe(false);
  });

  it('forgets the oldest of many, and what it can not read', async () => {
    const notes = new Map<string, string>();
    const key = (at: number) => [v.parse(ItemKey, `message-id:${at}@kivi.example`)];
    for (let at = 1; at <= 201; at += 1) {
      const { host, identity } = await hostWith({ notes, mailbox: { item: { ...mail, itemId: `id-${at}` } } });
      await host.noteItem(identity.replace('AAMk-1', `id-${at}`), key(at));
    }
    const { host } = await hostWith({ notes });
    expect([await host.knowsItem(key(1)), await host.knowsItem(key(2)), await host.knowsItem(key(201))]).toEqual([
      false,
      true,
      true,
    ]);
    for (const name of notes.keys()) notes.set(name, 'not JSON');
    expect(await host.knowsItem(key(201))).toBe(false);
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
