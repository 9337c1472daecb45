import { v7 } from 'uuid';
import type { Account } from '../../src/protocol/account.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { createDevice } from '../../src/sync/create-device.ts';
import type { Device, SyncState } from '../../src/sync/device.ts';
import type { Locks, Send } from '../../src/sync/device-options.ts';
import { createTestClock, type TestClock } from './test-clock.ts';

/** A device whose time, network and surroundings a test holds. */
export interface TestDevice {
  device: Device;
  clock: TestClock;
  store: LocalStore;
  /** Every request that was sent, as `POST /v1/push`, without its query. */
  sent: string[];
  surroundings: { online: boolean; visible: boolean; change(to: { online?: boolean; visible?: boolean }): void };
  /** Starts `run`; it ends with `stop`. */
  start(): void;
  stop(): Promise<void>;
  /** Resolves when the state is as `wanted`. */
  until(wanted: (state: SyncState) => boolean): Promise<SyncState>;
  /** Resolves when nothing waits in the store, of which the state hears a moment later. */
  untilSent(): Promise<void>;
}

export interface TestDeviceOptions {
  account: Account;
  token: string;
  request: Send;
  store?: LocalStore;
  locks?: Locks;
  clock?: TestClock;
  random?: () => number;
}

export function createTestDevice(options: TestDeviceOptions): TestDevice {
  const { account, token, request, locks, random = () => 0.5 } = options;
  const clock = options.clock ?? createTestClock();
  const store = options.store ?? createMemoryStore();
  const sent: string[] = [];
  const listeners = new Set<() => void>();
  const around = {
    online: true,
    visible: true,
    change(to: { online?: boolean; visible?: boolean }) {
      Object.assign(around, to);
      for (const changed of [...listeners]) changed();
    },
  };
  const device = createDevice({
    account,
    store,
    token,
    clock,
    random,
    locks,
    newUuid: () => v7(),
    request: (path, init) => {
      sent.push(`${init.method ?? 'GET'} ${path.split('?')[0]}`);
      return request(path, init);
    },
    surroundings: {
      online: () => around.online,
      visible: () => around.visible,
      onChange(changed, signal) {
        listeners.add(changed);
        signal.addEventListener('abort', () => listeners.delete(changed), { once: true });
      },
    },
  });
  const stop = new AbortController();
  let ran: Promise<void> = Promise.resolve();
  return {
    device,
    clock,
    store,
    sent,
    surroundings: around,
    start() {
      ran = device.run(stop.signal);
    },
    async stop() {
      stop.abort();
      await ran;
      store.close();
    },
    until: (wanted) =>
      new Promise((resolve) => {
        const seen = new AbortController();
        device.onState((state) => {
          if (!wanted(state)) return;
          seen.abort();
          resolve(state);
        }, seen.signal);
      }),
    untilSent: () =>
      new Promise((resolve, reject) => {
        const seen = new AbortController();
        store.watch(
          (reader) => reader.counts(),
          ({ waiting }) => {
            if (waiting > 0) return;
            seen.abort();
            resolve();
          },
          seen.signal,
          reject,
        );
      }),
  };
}
