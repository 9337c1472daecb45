import * as v from 'valibot';
import { expect, it } from 'vitest';
import { ItemKey } from '../../src/domain/item.ts';
import { Instant, Zone } from '../../src/domain/time.ts';
import { findItem } from '../../src/entries/preview/find-item.ts';
import { blankItem } from '../../src/host/blank-item.ts';
import { createPreviewHost, type PreviewItem } from '../../src/host/preview/create-preview-host.ts';
import { describeHostAdapter } from '../conformance/host-adapter.ts';

const anna = { name: 'Anna Korhonen', address: 'anna.korhonen@aurinko.example' };
const pekka = { name: 'Pekka Kivi', address: 'pekka.kivi@kivi.example' };
const now = v.parse(Instant, '2026-11-23T08:00:00.000Z');

describeHostAdapter('preview', async () => {
  const items: PreviewItem[] = [];
  let opened = 0;
  const nextIdentity = () => {
    opened += 1;
    return `item-${opened}`;
  };
  const adapter = createPreviewHost({
    account: { ...anna, zone: v.parse(Zone, 'Europe/Helsinki') },
    language: 'fi-FI',
    mailbox: {
      find: (keys) => findItem(items, keys),
      open: (identity) => {
        const found = items.find(({ item }) => item.identity === identity);
        if (found) adapter.select(found);
      },
    },
  });
  const select = async (item: PreviewItem) => {
    items.push(item);
    adapter.select(item);
  };
  return {
    adapter,
    openedLast: async () => {
      const open = await adapter.current(new AbortController().signal);
      return open.state === 'item' ? open.item.subject : undefined;
    },
    openMail: async ({ subject, text }) =>
      select({
        item: blankItem({
          kind: 'mail',
          identity: nextIdentity(),
          subject,
          from: pekka,
          to: [anna],
          messageId: `<${opened}@kivi.example>`,
          sentAt: now,
          receivedAt: now,
        }),
        body: { text },
      }),
    openMeeting: async ({ subject, start, end }) =>
      select({
        item: blankItem({ kind: 'meeting', identity: nextIdentity(), subject, organizer: anna, start, end }),
        body: { text: '' },
      }),
    openCompose: async ({ subject, text }) =>
      select({
        item: blankItem({ kind: 'mail', mode: 'compose', identity: nextIdentity(), subject, from: anna, to: [pekka] }),
        body: { text },
      }),
    openNothing: async () => adapter.selectNothing(),
    stop: async () => adapter.selectNothing(),
  };
});

it('opens nothing where there is no mailbox around it', async () => {
  const host = createPreviewHost({ account: { ...anna, zone: v.parse(Zone, 'Europe/Helsinki') }, language: 'fi' });
  const keys = [v.parse(ItemKey, 'message-id:1@kivi.example')];
  expect(host.can.opensItems).toBe(false);
  expect(await host.openItem(keys, new AbortController().signal)).toBe(false);
});
