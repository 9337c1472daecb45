import { StorageFailure } from '../../../src/store/storage-failure.ts';
import type { Database } from '../../../src/store/tables.ts';
import type { Chance } from './chance.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What storage does to one running pane. */
export interface StorageFaults {
  /** The disk is full: writes fail and leave nothing. */
  full: boolean;
}

/**
 * A disk as one pane sees it: writes take time before they begin and before they are acknowledged, fail while it is
 * full, and once the pane is dead nothing comes back, whether it was written or not.
 */
export function crashableDatabase(
  disk: Database,
  options: { time: VirtualTime; chance: Chance; faults: StorageFaults; dead: () => boolean },
): Database {
  const { time, chance, faults, dead } = options;
  const never = new Promise<never>(() => undefined);
  const later = () => new Promise<void>((resolve) => time.in(chance.below(4), resolve));
  const alive = <T>(value: T): T | Promise<never> => (dead() ? never : value);
  return {
    durable: true,
    trouble: undefined,
    read: async (run) => (dead() ? never : alive(await disk.read(run))),
    async write(durability, run) {
      await later();
      if (dead()) return never;
      if (faults.full) throw new StorageFailure('storage-full', new Error('simulated'));
      const written = await disk.write(durability, run);
      await later();
      return alive(written);
    },
    watch: (read, take, signal, failed) =>
      disk.watch(
        read,
        (value) => {
          if (!dead()) take(value);
        },
        signal,
        failed,
      ),
    close: () => undefined,
  };
}
