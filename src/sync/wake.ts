import type { Clock } from './device-options.ts';

/** A wait that somebody can cut short. */
export interface Wake {
  wake(): void;
  /** Resolves after `ms` (without it: never by itself), when woken, or when the signal aborts. */
  wait(ms: number | undefined, signal: AbortSignal): Promise<void>;
}

export function createWake(clock: Clock): Wake {
  let woken = new AbortController();
  return {
    wake() {
      woken.abort();
      woken = new AbortController();
    },
    async wait(ms, signal) {
      const ends = AbortSignal.any([woken.signal, signal]);
      if (ends.aborted) return;
      const aborted = new Promise<void>((resolve) => ends.addEventListener('abort', () => resolve(), { once: true }));
      const late = ms === undefined ? aborted : clock.after(ms, ends).catch(() => undefined); // cut short
      await Promise.race([aborted, late]);
    },
  };
}
