import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tellContacts } from '../../src/store/contact-news.ts';
import { joinStore } from '../../src/store/join-store.ts';
import { createLaterWriter } from '../../src/store/later-writer.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { createMemoryDatabase } from '../../src/store/memory/memory-database.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { StorageFailure } from '../../src/store/storage-failure.ts';
import { createLaterDevice } from '../../src/sync/create-later-device.ts';
import type { SyncState } from '../../src/sync/device.ts';
import { contact, logMail } from '../support/domain-samples.ts';
import { type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { createTestClock } from '../support/test-clock.ts';

let server: TestServer;
let anna: Session;
beforeAll(async () => {
  server = await startTestServer();
  anna = await sessionOf(server, 'anna');
});
afterAll(() => server.stop());

const stops: AbortController[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop.abort();
});

/** A part of the program that can't be had as long as there is no network. */
function partOf<T>(load: () => Promise<T>) {
  const part = {
    isThere: false,
    load: () => (part.isThere ? load() : Promise.reject(new TypeError('Failed to fetch dynamically imported module'))),
  };
  return part;
}

function laterDevice(
  store: LocalStore,
  program = () => import('../../src/sync/create-device.ts'),
  /** How far the clock of the server is ahead, where it dates its answers. */
  ahead?: number,
) {
  const stop = new AbortController();
  stops.push(stop);
  const clock = createTestClock();
  const reported: unknown[] = [];
  const device = createLaterDevice({
    account: anna.account,
    token: anna.token,
    store,
    clock,
    random: () => 0.5,
    newUuid: () => v7(),
    request: async (path, init) => {
      const response = await server.fetch(path, init);
      if (ahead !== undefined) response.headers.set('date', new Date(clock.now() + ahead).toUTCString());
      return response;
    },
    surroundings: { online: () => true, visible: () => true, onChange: () => undefined },
    shown: Promise.resolve(),
    report: (fault) => reported.push(fault),
    program,
  });
  const running = device.run(stop.signal);
  const until = (wanted: (state: SyncState) => boolean) =>
    new Promise<SyncState>((resolve) => {
      const seen = new AbortController();
      device.onState((state) => {
        if (!wanted(state)) return;
        seen.abort();
        resolve(state);
      }, seen.signal);
    });
  /** Lets time pass until the state is as wanted. */
  async function inTime(wanted: (state: SyncState) => boolean): Promise<SyncState> {
    let found: SyncState | undefined;
    const coming = until(wanted).then((state) => {
      found = state;
    });
    while (!found) {
      clock.advance(100);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await coming;
    return found;
  }
  return { device, running, reported, until, inTime };
}

const click = logMail(0x40, [contact(1)], ['message-id:later@example.com']);

describe('a device without the network at first', () => {
  it('says that its engine could not be loaded, keeps nothing of a click, and syncs when it can be', async () => {
    const engine = partOf(() => import('../../src/sync/create-device.ts'));
    const { device, until, inTime } = laterDevice(createMemoryStore(), engine.load);
    await until(({ problem }) => problem === 'part-not-loaded');
    expect(await device.perform(click)).toEqual({ outcome: 'failed', code: 'part-not-loaded' });
    expect(await device.store.counts()).toEqual({ waiting: 0, refused: 0 });
    engine.isThere = true;
    await inTime(({ live, problem }) => live && problem === undefined);
  });

  it('dates what is logged by the server’s clock, as far as it was known the last time', async () => {
    const store = createMemoryStore();
    await store.keepClockOff(172_800_000);
    const engine = partOf(() => import('../../src/sync/create-device.ts'));
    const { device, running, until } = laterDevice(store, engine.load);
    running.catch(() => undefined); // it is stopped while it waits for its engine
    await until(({ clockOff }) => clockOff === 172_800_000);
    const ownTime = createTestClock().now();
    expect(Date.parse(device.envelope().madeAt) - ownTime).toBe(172_800_000);
  });

  it('keeps how far off its clock is as soon as the server has dated an answer', async () => {
    const store = createMemoryStore();
    const { inTime } = laterDevice(store, undefined, -172_800_000);
    const { clockOff } = await inTime((state) => state.clockOff !== 0);
    await expect.poll(() => store.clockOff()).toBe(clockOff);
    expect(clockOff).toBe(-172_800_000);
  });

  it('says that what writes could not be loaded, keeps nothing of a click, and syncs when it can be', async () => {
    const writer = partOf(() => import('../../src/store/store-writer.ts'));
    const database = tellContacts(createMemoryDatabase(undefined));
    const store = joinStore(database, createLaterWriter(database, {}, undefined, writer.load));
    const { device, reported, until, inTime } = laterDevice(store);
    await until(({ problem, phase }) => problem === 'part-not-loaded' && phase === 'waiting-to-retry');
    expect(await device.perform(click)).toEqual({ outcome: 'failed', code: 'part-not-loaded' });
    writer.isThere = true;
    await inTime(({ live, problem }) => live && problem === undefined);
    expect(reported).toEqual([]);
  });
});

describe('a device whose engine fails', () => {
  it('tells it, runs it again after a while, and takes the word back when it has run well', async () => {
    const store = createMemoryStore();
    const fault = new TypeError('a fault of ours');
    let faults = 2;
    const failing: LocalStore = {
      ...store,
      scopes: () => {
        faults -= 1;
        return faults >= 0 ? Promise.reject(fault) : store.scopes();
      },
    };
    const { reported, until, inTime } = laterDevice(failing);
    await until(({ problem }) => problem === 'pane-fault');
    expect(reported).toEqual([fault]);
    await inTime(({ live, problem }) => live && problem === undefined);
    expect(reported).toEqual([fault, fault]);
  });

  it('goes on when its storage fails for a moment between two pulls', async () => {
    const store = createMemoryStore();
    let isLost = true;
    const failing: LocalStore = {
      ...store,
      scopes: () => (isLost ? Promise.reject(new StorageFailure('storage-lost', undefined)) : store.scopes()),
    };
    const { reported, until, inTime } = laterDevice(failing);
    await until(({ problem, phase }) => problem === 'storage-lost' && phase === 'waiting-to-retry');
    isLost = false;
    await inTime(({ live, problem }) => live && problem === undefined);
    expect(reported).toEqual([]);
  });

  it('ends with its signal, without a word', async () => {
    const { running, reported, until } = laterDevice(createMemoryStore());
    await until(({ live }) => live);
    for (const stop of stops) stop.abort();
    await running;
    expect(reported).toEqual([]);
  });
});
