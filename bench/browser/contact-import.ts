import { atLeast, type Bench } from '../bench.ts';
import { median } from '../median.ts';
import { runInStorePage } from './store-bench.ts';

const rows = 50_000;

export const contactImport: Bench = {
  name: 'contact-import-50k',
  what: 'rows per second of a file of 50,000 contacts until all are on this device’s disk, beside a bare bulkPut of them',
  async run() {
    const times = await runInStorePage('contact-import-50k');
    const rate = (ms: readonly number[]) => rows / (median(ms) / 1_000);
    return atLeast(0.4, {
      ...{ name: 'contact-import-50k', value: rate(times.ours), unit: '/s', against: rate(times.theirs) },
      ...(times.note === undefined ? {} : { note: times.note }),
    });
  },
};
