import * as v from 'valibot';
import { Command } from '../domain/commands/command.ts';
import type { Actor } from '../domain/decision.ts';
import type { CommandId } from '../domain/ids.ts';
import { instantOf } from '../domain/time.ts';
import type { Device, SyncState } from './device.ts';
import type { DeviceOptions } from './device-options.ts';

/** One account on this device. */
export function createDevice(options: DeviceOptions): Device {
  const { account, store, clock, newUuid } = options;
  const { userId, role, salespersonCode } = account;
  const actor: Actor = { userId, role, salespersonCode };
  let state: SyncState = {
    phase: 'idle',
    paused: [],
    waiting: 0,
    refused: 0,
    problem: undefined,
    retryAt: undefined,
    upToDateAt: undefined,
    live: false,
  };
  const listeners = new Set<(state: SyncState) => void>();
  const change = (changes: Partial<SyncState>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener(state);
  };

  return {
    account,
    actor,
    store,
    async perform(command) {
      const result = await store.perform(v.parse(Command, command), actor);
      change(await store.counts());
      return result;
    },
    envelope: (needs = []) => ({ id: newUuid() as CommandId, madeAt: instantOf(clock.now()), needs }), // a fresh UUID
    newId: newUuid,
    state: () => state,
    onState(changed, signal) {
      if (signal.aborted) return;
      listeners.add(changed);
      signal.addEventListener('abort', () => listeners.delete(changed), { once: true });
      changed(state);
    },
    run: async (signal) => {
      store.watch(
        (reader) => reader.counts(),
        (counts) => change(counts),
        signal,
      );
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    },
    syncNow: () => undefined,
    openHistory: () => undefined,
    olderHistory: async () => ({ known: false, why: 'server-unreachable' }),
    lookUpItem: async () => ({ known: false, why: 'server-unreachable' }),
    searchContacts: async () => ({ known: false, why: 'server-unreachable' }),
  };
}
