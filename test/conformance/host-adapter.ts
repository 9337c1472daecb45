import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itemKeys } from '../../src/capture/item-keys.ts';
import { parseEmailAddress } from '../../src/domain/email-address.ts';
import type { EntryId } from '../../src/domain/ids.ts';
import { ItemKey } from '../../src/domain/item.ts';
import { Instant, Zone } from '../../src/domain/time.ts';
import type { HostAdapter, MailItem } from '../../src/host/host-adapter.ts';

/**
 * The host as a test moves it. `open…` change what is open as the user would and resolve when the host itself shows it
 * (the adapter may learn of it later).
 */
export interface HostUnderTest {
  adapter: HostAdapter;
  /** Opens a mail from Pekka Kivi (pekka.kivi@kivi.example) to Anna Korhonen with the subject and the body text given. */
  openMail(mail: { subject: string; text: string }): Promise<void>;
  /** Opens a meeting that Anna Korhonen organizes; undefined where the host has none. */
  openMeeting?: ((meeting: { subject: string; start: Instant; end: Instant }) => Promise<void>) | undefined;
  /** Opens a mail that Anna Korhonen is writing to Pekka Kivi; undefined where the host has none. */
  openCompose?: ((mail: { subject: string; text: string }) => Promise<void>) | undefined;
  openNothing(): Promise<void>;
  /** The subject of what the adapter had the mail client open last. */
  openedLast(): Promise<string | undefined>;
  stop(): Promise<void>;
}

/** The suite that every host adapter passes; `start` makes a fresh host with nothing open. */
export function describeHostAdapter(name: string, start: () => Promise<HostUnderTest>): void {
  describe(`host adapter: ${name}`, () => {
    let host: HostUnderTest;
    let adapter: HostAdapter;
    let controller: AbortController;
    const signal = () => controller.signal;

    beforeEach(async () => {
      controller = new AbortController();
      host = await start();
      adapter = host.adapter;
    });
    afterEach(async () => {
      controller.abort();
      await host.stop();
    });

    async function openItem(): Promise<MailItem> {
      const open = await adapter.current(signal());
      if (open.state !== 'item') throw new Error(`expected an item, found: ${open.state}`);
      return open.item;
    }

    /** Opens something and waits until the adapter has said that something changed. */
    async function afterChange(act: () => Promise<void>): Promise<void> {
      const subscription = new AbortController();
      const changed = new Promise<void>((resolve) => adapter.onItemChanged(resolve, subscription.signal));
      await act();
      await changed;
      subscription.abort();
    }

    it('says nothing when nothing is open', async () => {
      expect(await adapter.current(signal())).toEqual({ state: 'nothing' });
    });

    it('gives the open mail with its people, subject and time', async () => {
      await afterChange(() => host.openMail({ subject: 'Tarjous 2291', text: 'Hei Anna' }));
      const item = await openItem();
      expect(item.kind).toBe('mail');
      expect(item.mode).toBe('read');
      expect(item.subject).toBe('Tarjous 2291');
      expect(parseEmailAddress(item.from?.address ?? '')).toBe('pekka.kivi@kivi.example');
      expect(item.to.map(({ address }) => parseEmailAddress(address))).toContain('anna.korhonen@aurinko.example');
      expect(v.is(Instant, item.receivedAt ?? item.sentAt)).toBe(true);
      expect(item.organizer).toBeNull();
      expect(item.bcc).toEqual([]);
    });

    it('keeps the identity of an item while it is open and gives another item another one', async () => {
      await afterChange(() => host.openMail({ subject: 'First', text: 'one' }));
      const first = await openItem();
      expect((await openItem()).identity).toBe(first.identity);
      expect(first.identity).not.toBe('');
      await afterChange(() => host.openMail({ subject: 'Second', text: 'two' }));
      expect((await openItem()).identity).not.toBe(first.identity);
    });

    it('gives the body of the open mail', async () => {
      if (!adapter.can.readsBody) return;
      await afterChange(() => host.openMail({ subject: 'Body', text: 'Toimitus on torstaina.' }));
      const { identity } = await openItem();
      const body = await adapter.body(identity, signal());
      expect(`${body?.text ?? ''}${body?.html ?? ''}`).toContain('Toimitus on torstaina.');
    });

    it('gives no body of an item that is no longer open', async () => {
      await afterChange(() => host.openMail({ subject: 'First', text: 'the first text' }));
      const { identity } = await openItem();
      await afterChange(() => host.openMail({ subject: 'Second', text: 'the second text' }));
      expect(await adapter.body(identity, signal())).toBeUndefined();
    });

    it('never gives the body of the next item for the one that was asked about', async () => {
      await afterChange(() => host.openMail({ subject: 'First', text: 'the first text' }));
      const { identity } = await openItem();
      const asked = adapter.body(identity, signal());
      await host.openMail({ subject: 'Second', text: 'the second text' });
      const body = await asked;
      expect(`${body?.text ?? ''}${body?.html ?? ''}`).not.toContain('the second text');
    });

    it('never mixes two items when the open one changes during the read', async () => {
      await afterChange(() => host.openMail({ subject: 'First', text: 'the first text' }));
      const read = adapter.current(signal());
      await host.openMail({ subject: 'Second', text: 'the second text' });
      const open = await read;
      if (open.state === 'item') {
        expect(['First', 'Second']).toContain(open.item.subject);
        const body = await adapter.body(open.item.identity, signal());
        const text = `${body?.text ?? ''}${body?.html ?? ''}`;
        expect(text).not.toContain(open.item.subject === 'First' ? 'the second text' : 'the first text');
      }
      await expect.poll(async () => (await openItem()).subject).toBe('Second');
    });

    it('says that nothing is open when the item is closed', async () => {
      await afterChange(() => host.openMail({ subject: 'First', text: 'one' }));
      await afterChange(() => host.openNothing());
      expect(await adapter.current(signal())).toEqual({ state: 'nothing' });
    });

    it('does not call back any more when the subscription has ended', async () => {
      let calls = 0;
      const ended = new AbortController();
      adapter.onItemChanged(() => {
        calls += 1;
      }, ended.signal);
      await afterChange(() => host.openMail({ subject: 'First', text: 'one' }));
      expect(calls).toBeGreaterThan(0);
      const before = calls;
      ended.abort();
      await afterChange(() => host.openMail({ subject: 'Second', text: 'two' }));
      expect(calls).toBe(before);
    });

    it('never calls back for a subscription that had ended before it began', async () => {
      let calls = 0;
      adapter.onItemChanged(() => {
        calls += 1;
      }, AbortSignal.abort());
      await afterChange(() => host.openMail({ subject: 'First', text: 'one' }));
      expect(calls).toBe(0);
    });

    it('rejects with the reason of the signal and with nothing else', async () => {
      await afterChange(() => host.openMail({ subject: 'First', text: 'one' }));
      const reason = new Error('not needed any more');
      await expect(adapter.current(AbortSignal.abort(reason))).rejects.toBe(reason);
    });

    it('gives a meeting with its organizer, start and end', async () => {
      if (!host.openMeeting) return;
      const start = v.parse(Instant, '2026-11-24T07:00:00.000Z');
      const end = v.parse(Instant, '2026-11-24T08:30:00.000Z');
      await afterChange(async () => host.openMeeting?.({ subject: 'Katselmus', start, end }));
      const item = await openItem();
      expect(item.kind).toBe('meeting');
      expect(item.subject).toBe('Katselmus');
      expect(item.start).toBe(start);
      expect(item.end).toBe(end);
      expect(item.from).toBeNull();
      if (item.mode === 'read')
        expect(parseEmailAddress(item.organizer?.address ?? '')).toBe('anna.korhonen@aurinko.example');
    });

    it('gives a mail being written with its recipients', async () => {
      if (!host.openCompose) return;
      await afterChange(async () => host.openCompose?.({ subject: 'Luonnos', text: 'Hei Pekka' }));
      const item = await openItem();
      expect(item.kind).toBe('mail');
      expect(item.mode).toBe('compose');
      expect(item.subject).toBe('Luonnos');
      expect(item.to.map(({ address }) => parseEmailAddress(address))).toEqual(['pekka.kivi@kivi.example']);
    });

    it('keeps a mark with its item', async () => {
      if (!adapter.can.marksItems) return;
      await afterChange(() => host.openMail({ subject: 'Marked', text: 'one' }));
      const { identity } = await openItem();
      expect(await adapter.readMark(identity, signal())).toBeUndefined();
      const mark = {
        entryId: '0192f0c1-0000-7000-8000-000000000001' as EntryId,
        at: v.parse(Instant, '2026-11-23T08:00:00.000Z'),
      };
      expect(await adapter.saveMark(identity, mark, signal())).toBe(true);
      expect(await adapter.readMark(identity, signal())).toEqual(mark);
    });

    it('marks nothing when the item is no longer open', async () => {
      await afterChange(() => host.openMail({ subject: 'First', text: 'one' }));
      const first = await openItem();
      await afterChange(() => host.openMail({ subject: 'Second', text: 'two' }));
      const mark = {
        entryId: '0192f0c1-0000-7000-8000-000000000002',
        at: v.parse(Instant, '2026-11-23T08:00:00.000Z'),
      };
      expect(await adapter.saveMark(first.identity, mark, signal())).toBe(false);
      const second = await openItem();
      expect(await adapter.readMark(second.identity, signal())).toBeUndefined();
    });

    it('opens an item again by the keys that it was noted under, whatever is open by then', async () => {
      await afterChange(() => host.openMail({ subject: 'First', text: 'one' }));
      const first = await openItem();
      await adapter.noteItem(first.identity, itemKeys(first));
      await afterChange(() => host.openMail({ subject: 'Second', text: 'two' }));
      const second = await openItem();
      await adapter.noteItem(second.identity, itemKeys(second));
      expect(await adapter.knowsItem(itemKeys(first))).toBe(true);
      expect(await adapter.openItem(itemKeys(first), signal())).toBe(true);
      await expect.poll(() => host.openedLast(), { timeout: 30_000 }).toBe('First');
    });

    it('opens a meeting again', async () => {
      if (!host.openMeeting) return;
      const start = v.parse(Instant, '2026-11-24T07:00:00.000Z');
      const end = v.parse(Instant, '2026-11-24T08:30:00.000Z');
      await afterChange(async () => host.openMeeting?.({ subject: 'Katselmus', start, end }));
      const item = await openItem();
      await adapter.noteItem(item.identity, itemKeys(item));
      await afterChange(() => host.openMail({ subject: 'Another', text: 'two' }));
      expect(await adapter.openItem(itemKeys(item), signal())).toBe(true);
      await expect.poll(() => host.openedLast(), { timeout: 30_000 }).toBe('Katselmus');
    });

    it('says of an item that was never here that it does not know it, and opens nothing', async () => {
      await afterChange(() => host.openMail({ subject: 'First', text: 'one' }));
      const { identity } = await openItem();
      const others = [v.parse(ItemKey, 'message-id:nowhere@kivi.example')];
      await adapter.noteItem(`not ${identity}`, others);
      expect(await adapter.knowsItem(others)).toBe(false);
      expect(await adapter.openItem(others, signal())).toBe(false);
      expect((await openItem()).subject).toBe('First');
    });

    it('says whose mailbox it is, in which zone and language, and how it looks', () => {
      const account = adapter.account();
      expect(account.address === '' || parseEmailAddress(account.address) !== undefined).toBe(true);
      expect(v.is(Zone, account.zone)).toBe(true);
      expect(() => Intl.getCanonicalLocales(adapter.language())).not.toThrow();
      expect(['light', 'dark', 'system']).toContain(adapter.theme().scheme);
      for (const colour of [adapter.theme().background, adapter.theme().foreground])
        if (colour !== undefined) expect(colour).toMatch(/^#[0-9a-f]{6}$/i);
    });
  });
}
