import { DiskFull } from '../../src/server/disk-full.ts';
import { isFull } from '../../src/server/sqlite/node-sqlite.ts';
import { openConnection } from '../../src/server/sqlite/open-connection.ts';
import type { StoreWorker } from '../../src/server/sqlite/store-worker.ts';
import type { StoreMethod, WorkerOptions } from '../../src/server/sqlite/worker-messages.ts';

/**
 * The connection that a thread would own, in this one: a thread loads the whole program for each log that is opened, which
 * takes longer than what most tests do with it. What crosses is copied as between threads.
 */
export async function startInThisThread(options: WorkerOptions): Promise<StoreWorker> {
  const store = await openConnection(options);
  const methods = store as unknown as Record<StoreMethod, (...args: unknown[]) => Promise<unknown>>; // as in the worker
  const ended = Promise.withResolvers<unknown>();
  return {
    ended: ended.promise,
    async call(method, args) {
      try {
        return structuredClone(await methods[method](...structuredClone([...args])));
      } catch (error) {
        throw isFull(error) ? new DiskFull(error) : structuredClone(error);
      }
    },
    async close() {
      await store.close();
      ended.resolve(new Error('the log was closed'));
    },
  };
}
