import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoff, parseRetryAfter } from '../../src/sync/backoff.ts';
import { nextOutboxState, type OutboxEvent, startState } from '../../src/sync/outbox-machine.ts';

const seed = 20261123;
const failures = fc.integer({ min: 1, max: 10_000 });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('waits at least half a second and at most five minutes', () => {
  fc.assert(
    fc.property(failures, random, (count, chance) => {
      const wait = backoff({ failures: count, random: chance });
      expect(wait).toBeGreaterThanOrEqual(500);
      expect(wait).toBeLessThanOrEqual(300_000);
    }),
    { seed },
  );
});

it('never comes before the time that the server asked for, nor much later', () => {
  fc.assert(
    fc.property(failures, random, fc.integer({ min: 0, max: 3_600_000 }), (count, chance, retryAfter) => {
      const wait = backoff({ failures: count, random: chance, retryAfter });
      expect(wait).toBeGreaterThanOrEqual(retryAfter);
      expect(wait).toBeLessThanOrEqual(retryAfter + 10_000);
    }),
    { seed },
  );
});

it('spreads a team out: the longest wait doubles with each failure until five minutes', () => {
  const longest = [1, 2, 3, 8, 9, 10].map((count) => backoff({ failures: count, random: 0.999_999 }));
  expect(longest.map((wait) => Math.round(wait / 1000))).toEqual([2, 4, 8, 256, 300, 300]);
});

it('reads Retry-After as seconds and as a date, and nothing else', () => {
  const now = Date.parse('2026-11-23T12:00:00.000Z');
  expect(parseRetryAfter('120', now)).toBe(120_000);
  expect(parseRetryAfter('Mon, 23 Nov 2026 12:01:00 GMT', now)).toBe(60_000);
  expect(parseRetryAfter('Mon, 23 Nov 2026 11:00:00 GMT', now)).toBe(0);
  expect(parseRetryAfter('soon', now)).toBeUndefined();
  expect(parseRetryAfter(null, now)).toBeUndefined();
});

it('never pushes in a hot loop: two pushes that fail are at least half a second apart', () => {
  const event = fc.constantFrom(
    'work' as const,
    'failed' as const,
    'due' as const,
    'pause' as const,
    'resume' as const,
  );
  const steps = fc.array(fc.tuple(event, fc.nat({ max: 400 }), random), { maxLength: 100 });
  fc.assert(
    fc.property(steps, (list) => {
      let state = startState;
      let now = 0;
      let failedAt = Number.NEGATIVE_INFINITY;
      for (const [type, ms, chance] of list) {
        now += ms;
        const wasPushing = state.name === 'pushing';
        // An alarm rings only when it is due.
        if (type === 'due' && (state.retryAt === undefined || state.retryAt > now)) continue;
        if (type === 'failed' && !wasPushing) continue;
        state = nextOutboxState(state, eventOf(type, now, chance));
        if (type === 'failed') failedAt = now;
        if (!wasPushing && state.name === 'pushing') expect(now - failedAt).toBeGreaterThanOrEqual(500);
      }
    }),
    { seed, numRuns: 300 },
  );
});

function eventOf(type: 'work' | 'failed' | 'due' | 'pause' | 'resume', now: number, random: number): OutboxEvent {
  if (type === 'failed') return { type, now, random };
  return type === 'resume' ? { type, now } : { type };
}
