import { firstLoad } from '../../scripts/first-load.ts';
import type { Bench } from '../bench.ts';

/** Kilobytes of 1,000 bytes. */
const budget = 60;
/** The production page that is nothing but the pane. */
const page = 'outlook.html';

export const paneFirstLoad: Bench = {
  name: 'pane-first-load',
  what: 'JavaScript and CSS that the pane in Outlook loads until the open mail can be logged, gzip, without office.js',
  async run() {
    const files = await firstLoad(page);
    const value = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000;
    return {
      ...{ name: 'pane-first-load', value, unit: 'kB', against: null, ratio: value / budget },
      ...{ budget: `≤ ${budget} kB`, ok: value <= budget },
    };
  },
};
