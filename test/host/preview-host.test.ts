import * as v from 'valibot';
import { Instant, Zone } from '../../src/domain/time.ts';
import { blankItem } from '../../src/host/blank-item.ts';
import { createPreviewHost } from '../../src/host/preview/create-preview-host.ts';
import { describeHostAdapter } from '../conformance/host-adapter.ts';

const anna = { name: 'Anna Korhonen', address: 'anna.korhonen@aurinko.example' };
const pekka = { name: 'Pekka Kivi', address: 'pekka.kivi@kivi.example' };
const now = v.parse(Instant, '2026-11-23T08:00:00.000Z');

describeHostAdapter('preview', async () => {
  let opened = 0;
  const nextIdentity = () => {
    opened += 1;
    return `item-${opened}`;
  };
  const adapter = createPreviewHost({
    account: { ...anna, zone: v.parse(Zone, 'Europe/Helsinki') },
    language: 'fi-FI',
  });
  return {
    adapter,
    openMail: async ({ subject, text }) =>
      adapter.select({
        item: blankItem({
          kind: 'mail',
          identity: nextIdentity(),
          subject,
          from: pekka,
          to: [anna],
          sentAt: now,
          receivedAt: now,
        }),
        body: { text },
      }),
    openMeeting: async ({ subject, start, end }) =>
      adapter.select({
        item: blankItem({ kind: 'meeting', identity: nextIdentity(), subject, organizer: anna, start, end }),
        body: { text: '' },
      }),
    openCompose: async ({ subject, text }) =>
      adapter.select({
        item: blankItem({ kind: 'mail', mode: 'compose', identity: nextIdentity(), subject, from: anna, to: [pekka] }),
        body: { text },
      }),
    openNothing: async () => adapter.selectNothing(),
    stop: async () => adapter.selectNothing(),
  };
});
