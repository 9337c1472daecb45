import type { Clock } from './device-options.ts';

/** Until it is run again after a fault, at first and at most (ms). */
const firstRest = 5_000;
const longestRest = 300_000;
/** Who has run for so long (ms) has got over the fault. */
const ranWell = 60_000;

/**
 * Runs `run` until `signal`: after a fault once more, later and later. Never rejects. `failed` hears of each fault,
 * `recovered` when it has gone well for a while.
 */
export async function runAgain(
  run: (signal: AbortSignal) => Promise<void>,
  { clock, failed, recovered }: { clock: Clock; failed(fault: unknown): void; recovered(): void },
  signal: AbortSignal,
): Promise<void> {
  let rest = firstRest;
  while (!signal.aborted) {
    const ended = new AbortController();
    void wait(clock, ranWell, AbortSignal.any([signal, ended.signal])).then((isOver) => {
      if (!isOver) return;
      rest = firstRest;
      recovered();
    });
    try {
      await run(signal);
    } catch (fault) {
      failed(fault);
    } finally {
      ended.abort();
    }
    await wait(clock, rest, signal);
    rest = Math.min(longestRest, rest * 2);
  }
}

/** True when the time is over, false when the signal ended it. */
async function wait(clock: Clock, ms: number, signal: AbortSignal): Promise<boolean> {
  await clock.after(ms, signal).catch(() => undefined); // the signal's end, which is asked for below
  return !signal.aborted;
}
