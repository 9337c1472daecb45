// An IndexedDB stands where a browser has its own.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { simulateTeam } from '../support/simulated-team.ts';
import { inIndexedDb, inMemory } from '../support/team-databases.ts';
import { anyStep } from '../support/team-steps.ts';

const courses = (maxLength: number) => fc.array(anyStep, { minLength: 20, maxLength, size: 'max' });

it.each([1, 22, 23, 26])(
  'ends with the same rows everywhere after hundreds of long courses, from seed %d',
  async (seed) => {
    await fc.assert(
      fc.asyncProperty(courses(150), (steps) => simulateTeam(steps, inMemory())),
      { seed, numRuns: 400, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
    );
    expect.hasAssertions();
  },
);

it('does so when devices keep everything in IndexedDB', async () => {
  await fc.assert(
    fc.asyncProperty(courses(80), (steps) => simulateTeam(steps, inIndexedDb())),
    { seed: 2, numRuns: 60, interruptAfterTimeLimit: 90_000, markInterruptAsFailure: false },
  );
  expect.hasAssertions();
});
