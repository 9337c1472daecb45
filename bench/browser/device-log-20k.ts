import { atMost, type Bench } from '../bench.ts';
import { median } from '../median.ts';
import { inBrowser } from './browser-bench.ts';

/** Milliseconds that a search may hold the pane at once. */
const mostHeld = 50;

export const deviceLogTwentyThousand: Bench = {
  name: 'device-log-20k',
  what: 'the list’s first rows of 20,000 entries on the device, beside 1,000; a search through them holds the pane < 50 ms',
  run: () =>
    inBrowser(async ({ open, server: { url, token, account } }) => {
      const page = await open('store');
      const times = await page.evaluate((session) => window.storeBenches['device-log-20k'](session), {
        server: url,
        token,
        account,
      });
      const figure = atMost(1.5, {
        name: 'device-log-20k',
        value: median(times.ours),
        unit: 'ms',
        against: median(times.theirs),
      });
      const held = median(times.searches.map((one) => one.held));
      const took = median(times.searches.map((one) => one.took));
      const note = `a search through all took ${took.toFixed(0)} ms, and held the page for ${held.toFixed(0)} ms at most`;
      return { ...figure, ok: figure.ok && held < mostHeld, note };
    }),
};
