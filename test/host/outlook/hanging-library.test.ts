import { afterEach, describe, expect, it, vi } from 'vitest';
import { outOfPatience } from '../../../src/host/outlook/quirks/hanging-library.ts';
import { createTestClock } from '../../support/test-clock.ts';

afterEach(() => vi.unstubAllGlobals());

/** Whether the pane waits no longer, after so many milliseconds each; `comesAt` is when the library shows itself. */
async function waitedFor({ isDone, comesAt }: { isDone: boolean; comesAt?: number }, moments: number[]) {
  const clock = createTestClock();
  let isOver = false;
  const entries = isDone ? [{} as PerformanceEntry] : [];
  const script = { src: 'https://office.example/office.js' } as HTMLScriptElement; // its address is all that is read
  const timers = {
    after(ms: number, run: () => void) {
      void clock.after(ms, new AbortController().signal).then(run);
      return () => undefined;
    },
  };
  void outOfPatience(script, { getEntriesByName: () => entries }, timers).then(() => {
    isOver = true;
  });
  const seen: boolean[] = [];
  let now = 0;
  for (const moment of moments) {
    if (comesAt !== undefined && moment >= comesAt) vi.stubGlobal('Office', {});
    clock.advance(moment - now);
    now = moment;
    await new Promise(setImmediate);
    seen.push(isOver);
  }
  return seen;
}

describe('a pane that waits for office.js', () => {
  it('gives it five seconds', async () => {
    expect(await waitedFor({ isDone: false }, [500, 4_999, 5_000])).toEqual([false, false, true]);
  });

  it('waits no longer than half a second when its request is over and it is not there', async () => {
    expect(await waitedFor({ isDone: true }, [499, 500])).toEqual([false, true]);
  });

  it('gives it the usual time when it was only being read, for what it loads on its own', async () => {
    expect(await waitedFor({ isDone: true, comesAt: 400 }, [400, 500, 5_499, 5_500])).toEqual([
      ...[false, false, false],
      true,
    ]);
  });
});
