import { atMost, type Bench } from '../bench.ts';
import { median } from '../median.ts';
import type { StoreBenches } from '../pages/store.ts';
import { inBrowser } from './browser-bench.ts';

/** A bench whose two sides run in turns inside the page `store`, over the real IndexedDB adapter. */
export function storeBench(name: keyof StoreBenches, what: string, most: number): Bench {
  return {
    name,
    what,
    run: () =>
      inBrowser(async ({ open, server: { url, token, account } }) => {
        const page = await open('store');
        const times = await page.evaluate(([bench, session]) => window.storeBenches[bench](session), [
          name,
          { server: url, token, account },
        ] as const);
        return atMost(most, {
          name,
          value: median(times.ours),
          unit: 'ms',
          against: median(times.theirs),
        });
      }),
  };
}
