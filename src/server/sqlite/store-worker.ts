import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DiskFull } from '../disk-full.ts';
import type { FromWorker, StoreMethod, ToWorker, WorkerOptions } from './worker-messages.ts';

/** A log store in a thread of its own. When the thread fails, so does every call that waits and every later one. */
export interface StoreWorker {
  call(method: StoreMethod, args: readonly unknown[]): Promise<unknown>;
  /** Resolves with why when the thread has ended, by itself or because it was closed. */
  readonly ended: Promise<unknown>;
  close(): Promise<void>;
}

/** Resolves when the worker has opened its database. */
export async function startStoreWorker(options: WorkerOptions): Promise<StoreWorker> {
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: options });
  const opened = once(worker, 'message');
  try {
    await opened;
  } catch (error) {
    await worker.terminate();
    throw error;
  }

  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastCall = 0;
  let failure: unknown;
  const ended = Promise.withResolvers<unknown>();
  const fail = (error: unknown) => {
    failure ??= error;
    ended.resolve(failure);
    for (const one of waiting.values()) one.reject(failure);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread of the log store has ended')));
  worker.on('message', (answer: FromWorker) => {
    const one = waiting.get(answer.call);
    waiting.delete(answer.call);
    if ('error' in answer) one?.reject(answer.isFull ? new DiskFull(answer.error) : answer.error);
    else one?.resolve(answer.value);
  });

  const self: StoreWorker = {
    ended: ended.promise,
    call(method, args) {
      if (failure !== undefined) return Promise.reject(failure);
      const answer = Promise.withResolvers<unknown>();
      const message: ToWorker = { call: ++lastCall, method, args: [...args] };
      waiting.set(message.call, answer);
      worker.postMessage(message);
      return answer.promise;
    },
    async close() {
      if (failure !== undefined) return;
      const exit = once(worker, 'exit');
      await self.call('close', []);
      await exit;
    },
  };
  return self;
}
