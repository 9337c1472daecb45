import type { Actor } from '../domain/decision.ts';
import { instantOf } from '../domain/time.ts';
import type { Device } from './device.ts';
import type { DeviceOptions } from './device-options.ts';
import { createDeviceState } from './device-state.ts';
import { newEnvelope } from './new-envelope.ts';

export interface LaterDeviceOptions extends DeviceOptions {
  /** Resolves when the person has what they opened the pane for: a click does not wait for it, the server does. */
  shown: Promise<void>;
  program?: () => Promise<Pick<typeof import('./create-device.ts'), 'createDevice'>>;
}

/** Until loading the engine is tried again (ms). */
const rest = 5_000;

const notLoaded = { outcome: 'failed', code: 'part-not-loaded' } as const;

/**
 * A device whose engine is loaded when it first has something to do: what a pane shows first only reads the store.
 *
 *   not loaded ──(a command; after `shown`, whatever else only the engine can do)──► loading ──► loaded
 *        ▲                                                                            │ failed
 *        └────────────────────────────────────────────────────────────────────────────┘
 *
 * Guarantees: `run` tries until the engine is there; until then questions to the server are answered with
 * `server-unreachable`, and a command that can't be decided is `failed`: nothing of it was kept.
 */
export function createLaterDevice(options: LaterDeviceOptions): Device {
  const { account, store, clock, shown, program = () => import('./create-device.ts') } = options;
  const { userId, role, salespersonCode } = account;
  const actor: Actor = { userId, role, salespersonCode };
  const state = createDeviceState();
  const now = () => instantOf(clock.now() + state.now().clockOff);
  let loading: Promise<Device | undefined> | undefined;

  // Until the server is heard, its clock is as far off as it was the last time. What reads this first meets a storage that is lost.
  store.clockOff().then(
    (clockOff) => state.now().clockOff === 0 && state.change({ clockOff }),
    () => undefined,
  );

  /** Undefined when it could not be had just now. */
  async function engine(): Promise<Device | undefined> {
    await shown;
    return loadEngine();
  }

  function loadEngine(): Promise<Device | undefined> {
    loading ??= program().then(
      ({ createDevice }) => {
        state.problem('engine', undefined);
        return createDevice(options, state);
      },
      () => {
        state.problem('engine', notLoaded.code);
        loading = undefined;
        return undefined;
      },
    );
    return loading;
  }

  const notAsked = { known: false, why: 'server-unreachable' } as const;
  return {
    account,
    actor,
    store,
    perform: async (command) => (await loadEngine())?.perform(command) ?? notLoaded,
    now,
    envelope: (needs = []) => newEnvelope(options, now(), needs),
    newId: options.newUuid,
    state: state.now,
    onState: state.onChange,
    async run(signal) {
      while (!signal.aborted) {
        const loaded = await engine();
        if (loaded) return loaded.run(signal);
        await clock.after(rest, signal);
      }
    },
    syncNow: () => void engine().then((loaded) => loaded?.syncNow()),
    openHistory: (contactId) => void engine().then((loaded) => loaded?.openHistory(contactId)),
    olderHistory: async (...of) => (await engine())?.olderHistory(...of) ?? notAsked,
    lookUpItem: async (...of) => (await engine())?.lookUpItem(...of) ?? notAsked,
    lookUpEntry: async (...of) => (await engine())?.lookUpEntry(...of) ?? notAsked,
    statistics: async (...of) => (await engine())?.statistics(...of) ?? notAsked,
    searchContacts: async (...of) => (await engine())?.searchContacts(...of) ?? notAsked,
    wholeLog: {
      list: async (...of) => (await engine())?.wholeLog.list(...of) ?? notAsked,
      summary: async (...of) => (await engine())?.wholeLog.summary(...of) ?? notAsked,
      cold: async (...of) => (await engine())?.wholeLog.cold(...of) ?? notAsked,
      file: async (...of) => (await engine())?.wholeLog.file(...of) ?? notAsked,
      ownFile: async (...of) => (await engine())?.wholeLog.ownFile(...of) ?? notAsked,
      personFile: async (...of) => (await engine())?.wholeLog.personFile(...of) ?? notAsked,
      previewDeletion: async (...of) => (await engine())?.wholeLog.previewDeletion(...of) ?? notAsked,
      previewErasure: async (...of) => (await engine())?.wholeLog.previewErasure(...of) ?? notAsked,
      startJob: async (...of) => (await engine())?.wholeLog.startJob(...of) ?? notAsked,
      job: async (...of) => (await engine())?.wholeLog.job(...of) ?? notAsked,
      stopJob: async (...of) => (await engine())?.wholeLog.stopJob(...of) ?? notAsked,
      jobs: async (...of) => (await engine())?.wholeLog.jobs(...of) ?? notAsked,
      users: async (...of) => (await engine())?.wholeLog.users(...of) ?? notAsked,
      invite: async (...of) => (await engine())?.wholeLog.invite(...of) ?? notAsked,
    },
  };
}
