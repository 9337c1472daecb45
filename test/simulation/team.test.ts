import { expect, it } from 'vitest';
import { shorten } from '../support/simulation/shorten.ts';
import { type Outcome, simulate } from '../support/simulation/simulate.ts';

it('keeps every promise to a team whose network, machines and server fail, for forty seeds', async () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { failure } = await simulate(seed);
    expect(failure, `npm run simulate -- --seeds 1 --from ${seed}`).toBeUndefined();
  }
}, 60_000);

it('does the same again for the same seed, whatever the machine does meanwhile', async () => {
  const first = await simulate(7);
  const again = await simulate(7);
  expect(again).toEqual(first);
  expect(first.trace.length).toBeGreaterThan(10);
});

it('finds a short history where a promise is broken', async () => {
  const seed = 11;
  // A team that would lose whatever is logged with a note.
  const forgetful = async (script?: Outcome['script']): Promise<Outcome> => {
    const outcome = await simulate(seed, script);
    const loses = outcome.script.some((event) => event.do === 'log' && event.note);
    return { ...outcome, failure: loses ? 'a note was lost' : undefined };
  };
  const shortest = await shorten(await forgetful(), forgetful);
  expect(shortest.script).toHaveLength(1);
  expect(shortest.script[0]).toMatchObject({ do: 'log', note: true });
}, 60_000);
