import { type Instant, instantOf } from '../../src/domain/time.ts';
import type { Clock } from '../../src/sync/device-options.ts';
import { noon } from './domain-samples.ts';

/** A clock that stands until a test moves it. */
export interface TestClock extends Clock {
  instant(): Instant;
  /** Moves on, and ends the waits that are over by then, in their order. */
  advance(ms: number): void;
  /** How many waits are on. */
  waits(): number;
  /** When the next wait ends, in ms from now; undefined when there is none. */
  next(): number | undefined;
}

export function createTestClock(start: Instant = noon): TestClock {
  let now = Date.parse(start);
  let waits: { at: number; done: () => void }[] = [];
  return {
    now: () => now,
    instant: () => instantOf(now),
    after: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const wait = { at: now + ms, done: resolve };
        waits.push(wait);
        signal.addEventListener(
          'abort',
          () => {
            waits = waits.filter((one) => one !== wait);
            reject(signal.reason);
          },
          { once: true },
        );
      }),
    advance(ms) {
      now += ms;
      const over = waits.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      waits = waits.filter(({ at }) => at > now);
      for (const { done } of over) done();
    },
    waits: () => waits.length,
    next: () => (waits.length === 0 ? undefined : Math.min(...waits.map(({ at }) => at)) - now),
  };
}
