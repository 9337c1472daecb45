import type { PerformResult, StoreWriter } from './local-store.ts';
import { StorageFailure } from './storage-failure.ts';
import type { StoreLimits } from './store-writer.ts';
import type { Database } from './tables.ts';

const notLoaded = { outcome: 'failed', code: 'part-not-loaded' } as const satisfies PerformResult;

/**
 * The writes of a store, whose program is loaded after `later`, or for the first of them: what a pane shows first only
 * reads. A write whose program could not be loaded fails like one that the storage refuses, and the next one tries again.
 */
export function createLaterWriter(
  database: Database,
  limits: StoreLimits,
  later: Promise<void> = Promise.resolve(),
  program = () => import('./store-writer.ts'),
): StoreWriter {
  let loading: Promise<StoreWriter> | undefined;
  const load = async () => (await program()).createStoreWriter(database, limits);
  const writer = () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw new StorageFailure(notLoaded.code, error);
    });
    return loading;
  };
  later.then(writer).catch(() => undefined); // the first write tries again, and tells
  return {
    perform: (...of) =>
      writer().then(
        (loaded) => loaded.perform(...of),
        () => notLoaded,
      ),
    performAll: (...of) =>
      writer().then(
        (loaded) => loaded.performAll(...of),
        () => of[0].map(() => notLoaded),
      ),
    takeAnswers: async (...of) => (await writer()).takeAnswers(...of),
    takePull: async (...of) => (await writer()).takePull(...of),
    takeOlder: async (...of) => (await writer()).takeOlder(...of),
    takeRows: async (...of) => (await writer()).takeRows(...of),
    takeLive: async (...of) => (await writer()).takeLive(...of),
    openScope: async (...of) => (await writer()).openScope(...of),
    keepClockOff: async (...of) => (await writer()).keepClockOff(...of),
    resetScope: async (...of) => (await writer()).resetScope(...of),
    resetEpoch: async (...of) => (await writer()).resetEpoch(...of),
    refuseHere: async (...of) => (await writer()).refuseHere(...of),
    discard: async (...of) => (await writer()).discard(...of),
    noteErasedWork: async (...of) => (await writer()).noteErasedWork(...of),
    retry: (...of) =>
      writer().then(
        (loaded) => loaded.retry(...of),
        () => notLoaded,
      ),
    unsent: async () => (await writer()).unsent(),
    takeUnsent: async (...of) => (await writer()).takeUnsent(...of),
  };
}
