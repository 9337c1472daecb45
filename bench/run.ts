import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench, Figure } from './bench.ts';
import { contactImport } from './browser/contact-import.ts';
import { deviceLogTwentyThousand } from './browser/device-log-20k.ts';
import { paneFirstLoad } from './browser/pane-first-load.ts';
import { paneReady } from './browser/pane-ready.ts';
import { storeBench } from './browser/store-bench.ts';
import { deleteCanceled50k } from './server/delete-canceled-50k.ts';
import { history1m, logFilter1m } from './server/large-reads.ts';
import { logSearch1m } from './server/log-search-1m.ts';
import { push1000 } from './server/push-1000.ts';
import { serverStart } from './server/server-start.ts';

/**
 * `npm run bench` measures everything, prints a table and writes `bench/results.json`; names after `--` measure those,
 * `-- --list` names them all. A figure over its budget is reported and fails nothing: machines differ, and tests hold
 * what must not change.
 */
const benches: readonly Bench[] = [
  paneFirstLoad,
  paneReady,
  storeBench('log-click-durable', 'click → durable here, beside one raw IndexedDB transaction that adds two rows', 2),
  storeBench(
    'item-lookup',
    'the host says that another mail is open → shown to be logged, beside a bare indexed get and one frame',
    1.5,
  ),
  storeBench('history-10k', 'the first rows of a history of 10,000 entries, beside the bare indexed query', 1.5),
  storeBench(
    'pull-1000',
    'a new device’s first 1,000 entries, beside the bare requests and bulkPut of the same rows',
    1.5,
  ),
  storeBench(
    'contact-search-50k',
    'keystrokes → the contacts they find among 50,000, shown, the index warm, beside bare queries to a MiniSearch',
    2,
  ),
  storeBench('contact-page-2k', 'the first rows of a contact with 2,000 entries, beside the bare indexed query', 1.5),
  contactImport,
  deviceLogTwentyThousand,
  push1000,
  history1m,
  logFilter1m,
  logSearch1m,
  deleteCanceled50k,
  serverStart,
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { list: { type: 'boolean' } } });
if (values.list) {
  for (const { name, what } of benches) console.log(`${name.padEnd(20)} ${what}`);
} else {
  const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    console.error(`There is no bench ${unknown.join(', ')}; --list names them.`);
    process.exit(2);
  }
  await measure(benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name)));
}

async function measure(chosen: readonly Bench[]): Promise<void> {
  const figures: Figure[] = [];
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'an unknown processor'}\n`);
  console.log(row('bench', 'value', 'against', 'ratio', 'budget', 'ok'));
  for (const bench of chosen) {
    const figure = await bench.run();
    figures.push(figure);
    const { name, value, unit, against, ratio, budget, ok, note } = figure;
    const shown = (number: number | null) => (number === null ? '–' : `${round(number)} ${unit}`);
    console.log(row(name, shown(value), shown(against), round(ratio), budget, ok ? 'yes' : 'NO'));
    if (note) console.log(`${' '.repeat(21)}${note}`);
  }
  const results = new URL('./results.json', import.meta.url);
  mkdirSync(new URL('.', results), { recursive: true });
  writeFileSync(results, `${JSON.stringify(figures, null, 2)}\n`);
  console.log('\nbench/results.json holds the same.');
}

function row(name: string, value: string, against: string, ratio: string, budget: string, ok: string): string {
  const cells = [value.padStart(16), against.padStart(16), ratio.padStart(7), budget.padStart(10), ok.padStart(4)];
  return `${name.padEnd(20)}${cells.join('')}`;
}

function round(number: number): string {
  return number >= 100 ? number.toFixed(0) : number.toPrecision(3);
}
