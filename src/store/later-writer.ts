import type { StoreWriter } from './local-store.ts';
import type { StoreLimits } from './store-writer.ts';
import type { Database } from './tables.ts';

/**
 * The writes of a store, whose program is loaded after `later`, or for the first of them: what a pane shows first only
 * reads. A write whose program could not be loaded rejects, and the next one tries again.
 */
export function createLaterWriter(
  database: Database,
  limits: StoreLimits,
  later: Promise<void> = Promise.resolve(),
): StoreWriter {
  let loading: Promise<StoreWriter> | undefined;
  const load = async () => (await import('./store-writer.ts')).createStoreWriter(database, limits);
  const writer = () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  later.then(writer).catch(() => undefined); // the first write tries again, and tells
  return {
    perform: async (...of) => (await writer()).perform(...of),
    performAll: async (...of) => (await writer()).performAll(...of),
    takeAnswers: async (...of) => (await writer()).takeAnswers(...of),
    takePull: async (...of) => (await writer()).takePull(...of),
    takeOlder: async (...of) => (await writer()).takeOlder(...of),
    takeRows: async (...of) => (await writer()).takeRows(...of),
    takeLive: async (...of) => (await writer()).takeLive(...of),
    openScope: async (...of) => (await writer()).openScope(...of),
    resetScope: async (...of) => (await writer()).resetScope(...of),
    resetEpoch: async (...of) => (await writer()).resetEpoch(...of),
    refuseHere: async (...of) => (await writer()).refuseHere(...of),
    discard: async (...of) => (await writer()).discard(...of),
    retry: async (...of) => (await writer()).retry(...of),
    unsent: async () => (await writer()).unsent(),
    takeUnsent: async (...of) => (await writer()).takeUnsent(...of),
  };
}
