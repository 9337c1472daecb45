import type { Clock } from '../../../src/sync/device-options.ts';

/** Time that passes only when nothing else is left to happen. */
export interface VirtualTime {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `act` `ms` later; the function it gives takes that back. */
  in(ms: number, act: () => void): () => void;
  every(ms: number, act: () => void): () => void;
  /** A device's clock, `ahead` ms ahead of the true time, whose waits never end once `dead` says so. */
  clock(ahead: number, dead: () => boolean): Clock;
  /** Lets everything happen that is due until `until`, one thing after the other. */
  runTo(until: number): Promise<void>;
}

/** How many turns of the event loop without new work mean that everything waits for time. */
const quietTurns = 2;

export function createVirtualTime(start: number): VirtualTime {
  let now = start;
  let order = 0;
  let due: { at: number; order: number; act: () => void }[] = [];

  const time: VirtualTime = {
    now: () => now,
    in(ms, act) {
      order += 1;
      const one = { at: now + Math.max(0, ms), order, act };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
    every(ms, act) {
      let stop = time.in(ms, again);
      function again() {
        act();
        stop = time.in(ms, again);
      }
      return () => stop();
    },
    clock: (ahead, dead) => ({
      now: () => now + ahead,
      after: (ms, signal) =>
        new Promise((resolve) => {
          if (signal.aborted) return resolve();
          const end = () => {
            signal.removeEventListener('abort', end);
            cancel();
            if (!dead()) resolve();
          };
          const cancel = time.in(ms, end);
          signal.addEventListener('abort', end, { once: true });
        }),
    }),
    async runTo(until) {
      await quiet();
      for (;;) {
        const first = due.reduce<(typeof due)[number] | undefined>(
          (best, one) =>
            best === undefined || one.at < best.at || (one.at === best.at && one.order < best.order) ? one : best,
          undefined,
        );
        if (first === undefined || first.at > until) break;
        due = due.filter((one) => one !== first);
        now = Math.max(now, first.at);
        first.act();
        await quiet();
      }
      now = Math.max(now, until);
    },
  };
  return time;
}

/** Until all that was begun waits for time: microtasks and streams run out within a turn of the event loop. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < quietTurns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
