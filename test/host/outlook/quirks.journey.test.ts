import { afterEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/domain/time.ts';
import type { MailItem } from '../../../src/host/host-adapter.ts';
import { type OpenAdapter, openAdapter } from '../../support/outlook-host/open-adapter.ts';
import type { OutlookOptions } from '../../support/outlook-host/open-outlook.ts';
import { draftTo, mailFrom, meetingWith, sent } from '../../support/outlook-host/sample-items.ts';

/** What real Outlooks do wrong, each done to the adapter on purpose. */
let outlook: OpenAdapter;
afterEach(() => outlook?.close());

const signal = new AbortController().signal;
const mark = { entryId: '0192f0c1-0000-7000-8000-000000000001', at: instantOf(Date.UTC(2026, 10, 23, 8)) };

async function start(options: Partial<OutlookOptions> & { open?: string | null; hurry?: number }): Promise<void> {
  outlook = await openAdapter({ items: {}, ...options });
}

async function openItem(): Promise<MailItem> {
  const open = await outlook.adapter.current(signal);
  if (open.state !== 'item') throw new Error(`expected an item, found: ${open.state}`);
  return open.item;
}

/** Does something and waits until the adapter has said that something changed. */
async function afterChange(act: () => Promise<void>): Promise<void> {
  const changed = Promise.withResolvers<void>();
  const subscription = new AbortController();
  outlook.adapter.onItemChanged(() => changed.resolve(), subscription.signal);
  await outlook.listening();
  await act();
  await changed.promise;
  subscription.abort();
}

describe('an ItemChanged that gets lost', () => {
  const items = { first: mailFrom({ subject: 'First' }), second: mailFrom({ subject: 'Second' }) };

  /** The library takes the change in, but the adapter's handler is gone, as if it had never been called. */
  async function loseHandler(): Promise<void> {
    const frame = await outlook.frame();
    await frame.evaluate(async () => {
      const { mailbox } = Office.context;
      await new Promise((done) => mailbox.removeHandlerAsync(Office.EventType.ItemChanged, done));
      await new Promise((done) => mailbox.addHandlerAsync(Office.EventType.ItemChanged, () => undefined, done));
    });
  }

  it('is noticed when the window is looked at again', async () => {
    await start({ items, open: 'first' });
    expect((await openItem()).subject).toBe('First');
    await loseHandler();
    await afterChange(async () => {
      await outlook.select('second');
      const frame = await outlook.frame();
      await frame.waitForFunction(() => String(Office.context.mailbox.item?.subject) === 'Second');
      await frame.evaluate(() => dispatchEvent(new Event('focus')));
    });
    expect((await openItem()).subject).toBe('Second');
  });

  it('leaves no body and no mark of the mail before', async () => {
    await start({ items, open: 'first' });
    const { identity } = await openItem();
    await loseHandler();
    await outlook.select('second');
    const frame = await outlook.frame();
    await frame.waitForFunction(() => String(Office.context.mailbox.item?.subject) === 'Second');
    expect(await outlook.adapter.body(identity, signal)).toBeUndefined();
    expect(await outlook.adapter.saveMark(identity, mark, signal)).toBe(false);
    expect((await outlook.item('second')).customProperties).toBeUndefined();
  });
});

it('a page that is loaded anew instead gives the same mail the same identity', async () => {
  await start({ items: { mail: mailFrom({ subject: 'Reloaded' }) }, open: 'mail' });
  const before = await openItem();
  await outlook.open('mail');
  const frame = await outlook.frame();
  await frame.waitForFunction(() => window.adapter !== undefined);
  expect((await openItem()).identity).toBe(before.identity);
});

describe('an item that is null', () => {
  it('while a mail is loading reads as nothing, and as the mail once it is there', async () => {
    await start({ items: { mail: mailFrom({ subject: 'Late' }) }, open: 'mail' });
    await afterChange(() => outlook.select(null));
    expect(await outlook.adapter.current(signal)).toEqual({ state: 'nothing' });
    expect(await outlook.adapter.body('anything', signal)).toBeUndefined();
    await afterChange(() => outlook.select('mail'));
    expect((await openItem()).subject).toBe('Late');
  });
});

describe('an item id that says nothing', () => {
  it.each([null, '', 'clientid:6f9619ff'])('as %j does not make two mails one', async (id) => {
    const items = { first: mailFrom({ id, subject: 'First' }), second: mailFrom({ id, subject: 'Second' }) };
    await start({ items, open: 'first' });
    const first = await openItem();
    await afterChange(() => outlook.select('second'));
    const second = await openItem();
    expect(second.subject).toBe('Second');
    expect(second.identity).not.toBe(first.identity);
    expect(second.identity).not.toContain('clientid');
  });
});

describe('the first save of custom properties that fails', () => {
  it('is tried once more', async () => {
    await start({ items: { draft: draftTo() }, open: 'draft' });
    const { identity } = await openItem();
    await outlook.fault({ method: 'customProperties.save', how: 'error', times: 1 });
    expect(await outlook.adapter.saveMark(identity, mark, signal)).toBe(true);
    expect(await outlook.adapter.readMark(identity, signal)).toEqual(mark);
  });

  it('and fails again, is given up', async () => {
    await start({ items: { draft: draftTo() }, open: 'draft' });
    const { identity } = await openItem();
    await outlook.fault({ method: 'customProperties.save', how: 'error', times: 2 });
    expect(await outlook.adapter.saveMark(identity, mark, signal)).toBe(false);
  });
});

describe('a call that is never answered', () => {
  it('ends by itself, and the item is unreadable with the name of the call', async () => {
    // Not faster: what is answered has to be answered in time, on a busy machine too.
    await start({ items: { draft: draftTo() }, hurry: 8 });
    await outlook.fault({ method: 'subject.get', how: 'never' });
    await afterChange(() => outlook.select('draft'));
    expect(await outlook.adapter.current(signal)).toEqual({ state: 'unreadable', reason: 'subject: timed-out' });
  });

  it('holds up no other call for ever, though only three run at once', async () => {
    await start({ items: { draft: draftTo({ subject: 'Sent off' }) }, hurry: 8 });
    await outlook.fault({ method: 'customProperties.load', how: 'never' });
    await outlook.fault({ method: 'attachments.get', how: 'never' });
    await afterChange(() => outlook.select('draft'));
    expect((await openItem()).subject).toBe('Sent off');
    expect(await outlook.page.evaluate(() => window.outlook.mostAtOnce)).toBeLessThanOrEqual(3);
  });

  it('for the body leaves the mail without a text', async () => {
    await start({ items: { mail: mailFrom() }, open: 'mail', hurry: 40 });
    const { identity } = await openItem();
    await outlook.fault({ method: 'body.get', how: 'never' });
    expect(await outlook.adapter.body(identity, signal)).toBeUndefined();
  });
});

describe('a call that is answered late', () => {
  const items = {
    first: mailFrom({ subject: 'First', bodyText: 'the first text' }),
    second: mailFrom({ subject: 'Second', bodyText: 'the second text' }),
    draft: draftTo({ subject: 'Draft' }),
  };

  it('about the next mail is not taken for the one that was asked about', async () => {
    await start({ items, open: 'first' });
    const { identity } = await openItem();
    await outlook.fault({ method: 'body.get', how: 'held', times: 1 });
    const asked = outlook.adapter.body(identity, signal);
    await outlook.heldCalls(1);
    await afterChange(() => outlook.select('second'));
    await outlook.releaseHeld(1);
    expect(await asked).toBeUndefined();
  });

  it('of a draft starts the read again on what is open by then', async () => {
    await start({ items, open: null });
    await outlook.fault({ method: 'recipients.get', how: 'held', times: 1 });
    await afterChange(() => outlook.select('draft'));
    const read = outlook.adapter.current(signal);
    await outlook.heldCalls(1);
    await outlook.select('second');
    await outlook.releaseHeld(1);
    expect(await read).toMatchObject({ state: 'item', item: { subject: 'Second', mode: 'read' } });
  });

  it('writes no mark on the mail that is open by then', async () => {
    await start({ items, open: 'first' });
    const { identity } = await openItem();
    await outlook.fault({ method: 'customProperties.load', how: 'held', times: 1 });
    const saved = outlook.adapter.saveMark(identity, mark, signal);
    await outlook.heldCalls(1);
    await afterChange(() => outlook.select('second'));
    await outlook.releaseHeld(1);
    expect(await saved).toBe(false);
    expect((await outlook.item('second')).customProperties).toBeUndefined();
    expect(await outlook.calls()).not.toContain('customProperties.save');
  });
});

it('a reply of which only the newest part is given is read as far as it is given', async () => {
  await start({ items: { reply: draftTo({ bodyHtml: '<p>Vain uusin osa</p>' }) }, open: 'reply' });
  const { identity } = await openItem();
  expect((await outlook.adapter.body(identity, signal))?.html).toContain('Vain uusin osa');
});

describe('a library that hangs', () => {
  it.each(['office.js', 'MicrosoftAjax'] as const)('as %s leaves the pane without a mail, in time', async (hanging) => {
    await start({ items: { mail: mailFrom() }, open: 'mail', hanging, hurry: 20 });
    expect(await outlook.adapter.current(signal)).toEqual({ state: 'unreadable', reason: 'office.js is missing' });
    expect(outlook.adapter.account().address).toBe('');
    expect(await outlook.adapter.saveMark('anything', mark, signal)).toBe(false);
  });
});

describe('a library that comes after all', () => {
  it.each(['office.js', 'MicrosoftAjax'] as const)('as %s, gives the mail that is open', async (hanging) => {
    await start({ items: { mail: mailFrom({ subject: 'Myöhässä' }) }, open: 'mail', hanging, hurry: 20 });
    expect((await outlook.adapter.current(signal)).state).toBe('unreadable');
    await afterChange(() => outlook.arrive());
    expect((await openItem()).subject).toBe('Myöhässä');
  });
});

describe('several selected items', () => {
  /** A client of today: the library of the tests is older than this call. */
  async function canCount(count: number | undefined): Promise<void> {
    const frame = await outlook.frame();
    await frame.evaluate((selected) => {
      const mailbox = Office.context.mailbox as object; // the call is not there to be overwritten
      Object.assign(mailbox, {
        getSelectedItemsAsync(callback: (answer: object) => void) {
          if (selected === undefined) throw new Error('Elevated permission is required');
          callback({ status: 'succeeded', value: Array.from({ length: selected }, () => ({})) });
        },
      });
    }, count);
  }

  it('are counted where the client lets us', async () => {
    await start({ open: null });
    await canCount(4);
    expect(await outlook.adapter.current(signal)).toEqual({ state: 'several', count: 4 });
  });

  it.each([undefined, 0, 1])('read as nothing open where it says %j', async (count) => {
    await start({ open: null });
    await canCount(count);
    expect(await outlook.adapter.current(signal)).toEqual({ state: 'nothing' });
  });
});

it('history is there again after office.js took it away', async () => {
  await start({ open: null });
  const frame = await outlook.frame();
  expect(await frame.evaluate(() => typeof history.pushState)).toBe('function');
});

describe('an old client', () => {
  it('is read without what came after Mailbox 1.5', async () => {
    const meeting = meetingWith({ start: '2026-11-18T22:00:00.000Z', end: '2026-11-19T22:00:00.000Z', allDay: true });
    await start({ items: { meeting }, open: 'meeting', set: '1.5' });
    expect(await openItem()).toMatchObject({ kind: 'meeting', allDay: true, mailboxOwner: null });
    expect(outlook.adapter.theme()).toEqual({ scheme: 'system' });
  });

  it('that gives no names or answers of attendees gives none', async () => {
    await start({ items: { mail: mailFrom({ to: [{ name: '', address: '' }] }) }, open: 'mail' });
    expect((await openItem()).to).toEqual([{ name: '', address: '', response: 'none' }]);
  });
});

describe('what is being written', () => {
  it('is read again when its recipients change', async () => {
    await start({ items: { draft: draftTo({ to: [] }) }, open: 'draft' });
    const { identity } = await openItem();
    await afterChange(() =>
      outlook.edit({ to: [{ name: 'Pekka Kivi', address: 'pekka.kivi@kivi.example' }] }, 'olkRecipientsChanged'),
    );
    expect(await openItem()).toMatchObject({ identity, to: [{ address: 'pekka.kivi@kivi.example' }] });
  });

  it('is read again when its subject is another one on the next look', async () => {
    await start({ items: { draft: draftTo({ subject: 'Untitled' }) }, open: 'draft' });
    expect((await openItem()).subject).toBe('Untitled');
    await afterChange(async () => {
      await outlook.edit({ subject: 'Tarjous' });
      const frame = await outlook.frame();
      await frame.evaluate(() => dispatchEvent(new Event('focus')));
    });
    expect((await openItem()).subject).toBe('Tarjous');
  });

  it('keeps the id of its draft when it is sent from a shared mailbox in the name of its owner', async () => {
    const owner = { name: 'Myynti', address: 'myynti@aurinko.example' };
    const shared = { owner: owner.address, targetMailbox: owner.address, delegatePermissions: 1, targetRestUrl: '' };
    await start({ items: { draft: draftTo({ from: owner, shared }) }, open: 'draft' });
    const { identity, draftId } = await openItem();
    expect(await outlook.adapter.saveMark(identity, mark, signal)).toBe(true);
    await outlook.put('sent', sent(await outlook.item('draft')));
    await afterChange(() => outlook.select('sent'));
    expect(await openItem()).toMatchObject({ mode: 'read', draftId, mailboxOwner: owner.address });
  });

  it('keeps the id of its draft once it was logged, also when it is opened anew', async () => {
    await start({ items: { draft: draftTo() }, open: 'draft' });
    const { identity, draftId } = await openItem();
    expect(draftId).not.toBeNull();
    expect(await outlook.adapter.saveMark(identity, mark, signal)).toBe(true);
    await afterChange(() => outlook.select(null));
    await afterChange(() => outlook.select('draft'));
    expect((await openItem()).draftId).toBe(draftId);
  });
});
