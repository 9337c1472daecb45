import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMemoryDatabase } from '../../src/store/memory/memory-database.ts';
import type { Database } from '../../src/store/tables.ts';
import { simulateTeam } from '../support/simulated-team.ts';
import { anyStep } from '../support/team-steps.ts';

/** Databases in memory that outlive a crash of their device. */
function lasting() {
  const databases = new Map<number, Database>();
  return async (device: number): Promise<Database> => {
    const database = databases.get(device) ?? createMemoryDatabase(undefined);
    databases.set(device, database);
    return { ...database, close: () => undefined };
  };
}

it('ends with the same rows everywhere, whatever the network, the devices and the server do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 60, size: 'max' }), async (steps) => {
      await simulateTeam(steps, lasting());
    }),
    { seed: 20261123, numRuns: 60, endOnFailure: false },
  );
  expect.hasAssertions();
}, 60_000);
