import fc from 'fast-check';
import type { Step } from './simulated-team.ts';
import { acts } from './team-acts.ts';

const device = fc.nat({ max: 2 });
const pick = fc.nat({ max: 30 });

/** Anything that can happen to a team, network and requests most of all. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('log' as const),
      device,
      contacts: fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1, maxLength: 2 }),
      keys: fc.nat({ max: 5 }),
      note: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'reinstate' as const), device, pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('create-contact' as const),
      device,
      address: fc.nat({ max: 1 }),
      thenLog: fc.boolean(),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('act' as const), act: fc.constantFrom(...acts), device, pick }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'crash' as const), device }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('push' as const, 'push' as const, 'live' as const), device }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('catch-up' as const), device }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pull' as const), device, scope: pick }) },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constantFrom('arrive' as const, 'answer' as const, 'answer' as const, 'lose' as const),
      at: pick,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('restart' as const, 'back-up' as const, 'restore' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete-canceled' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), pick }) },
);
