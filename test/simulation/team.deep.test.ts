import { expect, it } from 'vitest';
import { simulate } from '../support/simulation/simulate.ts';

/** How long new seeds are tried, in milliseconds. */
const span = 150_000;

it('keeps every promise to a team for as many seeds as fit, others each day', async () => {
  const started = performance.now();
  const from = Math.floor(Date.now() / 86_400_000) * 100_000;
  let seed = from;
  for (; performance.now() - started < span; seed += 1) {
    const { failure } = await simulate(seed);
    expect(failure, `npm run simulate -- --seeds 1 --from ${seed}`).toBeUndefined();
  }
  console.log(`${seed - from} seeds from ${from}`);
});
