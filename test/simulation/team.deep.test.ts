import { expect, it } from 'vitest';
import { simulate } from '../support/simulation/simulate.ts';

/** How long new seeds are tried, in milliseconds. */
const span = 150_000;

/** The same for everybody, so that a failure is of a change and not of the day; `npm run simulate` tries others. */
const from = 2_078_500_000;

it('keeps every promise to a team for as many seeds as fit', async () => {
  const started = performance.now();
  let seed = from;
  for (; performance.now() - started < span; seed += 1) {
    const { failure } = await simulate(seed);
    expect(failure, `npm run simulate -- --seeds 1 --from ${seed}`).toBeUndefined();
  }
  console.log(`${seed - from} seeds from ${from}`);
});
