import { parseArgs } from 'node:util';
import { shorten } from '../test/support/simulation/shorten.ts';
import { describe, simulate } from '../test/support/simulation/simulate.ts';

/**
 * `npm run simulate -- --seeds N [--from SEED]` runs the team simulation for N seeds and says how fast it went. For the
 * first seed that breaks a promise it prints the shortest history found that still does; the same seed does so again.
 */
const options = { seeds: { type: 'string', default: '100' }, from: { type: 'string', default: '1' } } as const;
const { values } = parseArgs({ options });
const from = Number(values.from);
const count = Number(values.seeds);
if (!Number.isInteger(from) || !Number.isInteger(count) || count < 1) {
  console.error('simulate --seeds N [--from SEED]: both are whole numbers.');
  process.exit(2);
}

const started = performance.now();
let failed = false;
let done = 0;
const speed = () => `${(done / ((performance.now() - started) / 1_000)).toFixed(1)} seeds/s`;
for (let seed = from; seed < from + count && !failed; seed += 1) {
  const outcome = await simulate(seed);
  done += 1;
  if (outcome.failure === undefined) continue;
  failed = true;
  console.log(`${done} seeds from ${from}: ${speed()}`);
  console.log(`Seed ${seed} breaks a promise: ${outcome.failure}\n`);
  console.log(`Looking for a shorter history than its ${outcome.script.length} events …`);
  const shortest = await shorten(outcome);
  console.log(`\n${shortest.script.length} events do it too: ${shortest.failure}\n`);
  console.log(shortest.script.map(describe).join('\n'));
  console.log(`\nIn full:\n${shortest.trace.join('\n')}`);
}
if (!failed) console.log(`${done} seeds from ${from}: every promise held. ${speed()}`);
process.exit(failed ? 1 : 0);
