import { atMost, type Bench } from '../bench.ts';
import { median } from '../median.ts';
import type { Times } from '../pages/session.ts';
import type { StoreBenches } from '../pages/store.ts';
import { inBrowser } from './browser-bench.ts';

/** Runs a bench of the page `store`, over the real IndexedDB adapter. */
export function runInStorePage(name: keyof StoreBenches): Promise<Times> {
  return inBrowser(async ({ open, server: { url, token, account } }) => {
    const page = await open('store');
    return page.evaluate(([bench, session]) => window.storeBenches[bench](session), [
      name,
      { server: url, token, account },
    ] as const);
  });
}

/** A bench whose two sides run in turns inside the page `store`. */
export function storeBench(name: keyof StoreBenches, what: string, most: number): Bench {
  return {
    name,
    what,
    async run() {
      const { ours, theirs, note } = await runInStorePage(name);
      const figure = { name, value: median(ours), unit: 'ms', against: median(theirs) };
      return atMost(most, note === undefined ? figure : { ...figure, note });
    },
  };
}
