import type { Actor } from '../../../src/domain/decision.ts';
import type { Account } from '../../../src/protocol/account.ts';
import { createLocalStore } from '../../../src/store/create-local-store.ts';
import type { LocalStore } from '../../../src/store/local-store.ts';
import type { Database } from '../../../src/store/tables.ts';
import { createDevice } from '../../../src/sync/create-device.ts';
import type { Device } from '../../../src/sync/device.ts';
import type { Locks } from '../../../src/sync/device-options.ts';
import type { Chance } from './chance.ts';
import { crashableDatabase, type StorageFaults } from './crashable-database.ts';
import type { SimulatedNetwork } from './simulated-network.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A machine: its disk outlives its panes. */
export interface Machine {
  name: string;
  disk: Database;
  locks: Locks;
  account: Account;
  actor: Actor;
  token: string;
  faults: StorageFaults;
  online: boolean;
  /** How far its clock is ahead, in ms. */
  ahead: number;
  panes: SimulatedPane[];
}

export interface SimulatedPane {
  device: Device;
  store: LocalStore;
  visible: boolean;
  dead: () => boolean;
  /** Online, visible or not may have changed. */
  look(): void;
  /** Ends at once and for good, with whatever it was doing. */
  crash(): void;
  /** Ends as a closed page does when it is let finish. */
  close(): void;
}

/** A pane on `machine` with the real store and the real engine, running. */
export function startSimulatedPane(
  machine: Machine,
  options: {
    time: VirtualTime;
    chance: Chance;
    network: SimulatedNetwork;
    newUuid: () => string;
    broke: (error: unknown) => void;
  },
): SimulatedPane {
  const { time, chance, network, newUuid, broke } = options;
  const stop = new AbortController();
  let dead = false;
  const listeners = new Set<() => void>();
  const isDead = () => dead;
  const store = createLocalStore(
    crashableDatabase(machine.disk, { time, chance, faults: machine.faults, dead: isDead }),
  );
  const pane: SimulatedPane = {
    store,
    visible: true,
    dead: isDead,
    device: createDevice({
      account: machine.account,
      store,
      request: network.sendAs({ dead: isDead, online: () => machine.online }),
      token: machine.token,
      clock: time.clock(machine.ahead, isDead),
      random: () => chance.next(),
      newUuid,
      locks: machine.locks,
      surroundings: {
        online: () => machine.online,
        visible: () => pane.visible,
        onChange(changed, signal) {
          listeners.add(changed);
          signal.addEventListener('abort', () => listeners.delete(changed), { once: true });
        },
      },
    }),
    look() {
      if (!dead) for (const changed of [...listeners]) changed();
    },
    crash() {
      dead = true;
      stop.abort();
    },
    close: () => stop.abort(),
  };
  pane.device.run(stop.signal).catch((error: unknown) => {
    if (!dead) broke(error);
  });
  machine.panes.push(pane);
  return pane;
}
