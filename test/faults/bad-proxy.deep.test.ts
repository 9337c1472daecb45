import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deviceClock } from '../../src/entries/browser/browser-clock.ts';
import { historyScope } from '../../src/protocol/scope.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { createDevice } from '../../src/sync/create-device.ts';
import type { SyncState } from '../../src/sync/device.ts';
import type { Clock } from '../../src/sync/device-options.ts';
import buildPane from '../support/build-pane.ts';
import { createFaultClient, type FaultClient } from '../support/fault-client.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';
import { createChance } from '../support/simulation/chance.ts';

let preview: PreviewProcess;
let proxy: FaultProxy;
let anna: FaultClient;
let mika: FaultClient;
/** The device's time passes ten times faster, so that it gives up what does not answer in six seconds. */
const started = deviceClock.now();
const hurried: Clock = {
  now: () => started + (deviceClock.now() - started) * 10,
  after: (ms, signal) => deviceClock.after(ms / 10, signal),
};

beforeAll(async () => {
  await buildPane();
  preview = await startPreviewProcess();
  proxy = await startFaultProxy(preview.port, { chance: createChance(20261123), bad: 0.6 });
  anna = await createFaultClient(preview);
  mika = await createFaultClient(preview, 'mika');
});
afterAll(async () => {
  await proxy?.close();
  await preview?.dispose();
});

it('puts everything in the log once through a proxy that cuts, stalls, repeats and breaks bodies and streams, and says why it waits', async () => {
  const before = new Set((await anna.entries()).map(({ id }) => id));
  const chance = createChance(7);
  const stop = new AbortController();
  const states: SyncState[] = [];
  const store = createMemoryStore();
  const device = createDevice({
    ...{ account: anna.account, token: anna.token, store, clock: hurried, newUuid: () => v7() },
    random: () => chance.next() * 0.2, // short waits, so that many tries fit into the test
    request: (path, init) => fetch(`${proxy.origin}${path}`, init),
    surroundings: { online: () => true, visible: () => true, onChange: () => undefined },
  });
  device.onState((state) => states.push(state), stop.signal);
  const running = device.run(stop.signal);

  const made: string[] = [];
  const isUnseen = () => Object.entries(proxy.counts).some(([fault, count]) => fault !== 'passed' && count === 0);
  for (let round = 0; round < 25 || (isUnseen() && round < 500); round += 1) {
    for (let at = 0; at < 4; at += 1) {
      const command = anna.logMail(made.length);
      made.push(...command.with.map(({ entryId }) => entryId));
      expect((await device.perform(command)).outcome).toBe('saved');
    }
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  proxy.heal();
  await expect.poll(async () => (await store.counts()).waiting, { timeout: 120_000 }).toBe(0);

  // Of what a colleague does, the streams tell nothing: each is given up in its time, and the device asks.
  const theirs = mika.logMail(0, 'Seen in spite of a silent stream');
  for (const { contactId } of theirs.with) {
    device.openHistory(contactId);
    await expect.poll(() => store.cursor(historyScope(contactId)), { timeout: 120_000 }).toBeDefined();
  }
  expect((await mika.push([theirs]))?.map(({ outcome }) => outcome)).toEqual(['done']);
  for (const { entryId } of theirs.with)
    await expect.poll(() => store.entry(entryId), { timeout: 120_000 }).toBeDefined();
  stop.abort();
  await running;

  expect((await store.counts()).refused).toBe(0);
  const logged = (await anna.entries()).filter(({ id }) => !before.has(id));
  expect(logged.map(({ id }) => id).sort()).toEqual(made.sort());
  const waited = states.filter(({ phase }) => phase === 'waiting-to-retry');
  // A problem is named until any request succeeds; when the next try is, always.
  expect(waited.some(({ problem }) => problem !== undefined)).toBe(true);
  expect(waited.every(({ retryAt }) => retryAt !== undefined)).toBe(true);
  expect(isUnseen(), JSON.stringify(proxy.counts)).toBe(false);
});
