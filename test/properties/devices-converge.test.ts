// An IndexedDB stands where a browser has its own.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { simulateTeam } from '../support/simulated-team.ts';
import { inIndexedDb, inMemory } from '../support/team-databases.ts';
import { anyStep } from '../support/team-steps.ts';
import { traps } from '../support/team-traps.ts';

const courses = (maxLength: number) => fc.array(anyStep, { minLength: 5, maxLength, size: 'max' });

it.each(Object.entries(traps))('ends with the same rows everywhere when %s', async (_, steps) => {
  await simulateTeam(steps, inMemory());
  expect.hasAssertions();
});

it('ends with the same rows everywhere, whatever the network, the devices and the server do', async () => {
  await fc.assert(
    fc.asyncProperty(courses(60), (steps) => simulateTeam(steps, inMemory())),
    { seed: 20261123, numRuns: 150 },
  );
  expect.hasAssertions();
}, 120_000);

it('does so when devices keep everything in IndexedDB and open it again after a crash', async () => {
  await fc.assert(
    fc.asyncProperty(courses(25), (steps) => simulateTeam(steps, inIndexedDb())),
    { seed: 20261123, numRuns: 5 },
  );
  expect.hasAssertions();
}, 120_000);
