import type { AsyncAnswer, Callback } from '../office-surface.ts';

export interface Timers {
  /** Calls back after `ms` milliseconds unless the function it returns is called before. */
  after(ms: number, run: () => void): () => void;
}

/**
 * Some calls are never called back, not even after the library's own time-out of 65 s, and some only when nobody waits
 * any more. So every call has its own time-out, and what comes after it is dropped. Throws what `start` throws.
 */
export function answerOrTimeout<T>(
  start: (callback: Callback<T>) => void,
  ms: number,
  timers: Timers,
): Promise<AsyncAnswer<T> | 'timed-out'> {
  return new Promise((settle, reject) => {
    const cancel = timers.after(ms, () => settle('timed-out'));
    try {
      start((answer) => {
        cancel();
        settle(answer);
      });
    } catch (error) {
      cancel();
      reject(error);
    }
  });
}
