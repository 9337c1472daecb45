import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EntryId } from '../../src/domain/ids.ts';
import { isLive } from '../../src/domain/is-live.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import { type Statistics, statisticsOf } from '../../src/domain/statistics.ts';
import type { Day } from '../../src/domain/time.ts';
import { contact, logMail, salesperson, template } from '../support/domain-samples.ts';
import { world } from '../support/domain-world.ts';

const bob = contact(1);
const team = world([bob, template(), salesperson]);
team.run(logMail(20, [bob], ['message-id:a']));
const [sample] = team.all('entry');

const day = fc.nat({ max: 60 }).map((at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10) as Day);
const entry: fc.Arbitrary<LogEntry> = fc
  .record({
    id: fc.uuid().map((text) => text as EntryId),
    day,
    cost: fc.nat({ max: 10_000 }),
    minutes: fc.nat({ max: 600 }),
    isCanceled: fc.boolean(),
    postponed: fc.boolean(),
    attemptFailed: fc.boolean(),
    initiatedBy: fc.constantFrom('us' as const, 'them' as const, '' as const),
  })
  .map(({ isCanceled, ...fields }) => {
    if (!sample) throw new Error('one was logged');
    const { commandId, userId: by, madeAt: at } = sample;
    const canceled = isCanceled ? [{ commandId, via: 'entry' as const, by, at, why: '' }] : [];
    return { ...sample, at: null, ...fields, canceled };
  });
const range = fc.record({ from: fc.option(day), to: fc.option(day) });
const sums = ({ count, cost, minutes }: Pick<Statistics, 'count' | 'cost' | 'minutes'>) => [count, cost, minutes];
const total = (all: readonly number[][]) => all.reduce((a, b) => a.map((one, at) => one + (b[at] ?? 0)), [0, 0, 0]);

it('are the sum over the live entries of the range, whole and by month, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), range, (all, { from, to }) => {
      const found = statisticsOf(all, { from, to });
      const live = all.filter(
        (one) => isLive(one) && (from === null || one.day >= from) && (to === null || one.day <= to),
      );
      expect(sums(found)).toEqual(total(live.map(({ cost, minutes }) => [1, cost, minutes])));
      expect(total(found.months.map(sums))).toEqual(sums(found));
      expect(statisticsOf([...all].reverse(), { from, to })).toEqual(found);
    }),
    { seed: 20261123, numRuns: 200 },
  );
});

it('of two sets together are those of each added up', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), fc.array(entry, { maxLength: 20 }), (a, b) => {
      expect(sums(statisticsOf([...a, ...b]))).toEqual(total([sums(statisticsOf(a)), sums(statisticsOf(b))]));
    }),
    { seed: 20261123, numRuns: 200 },
  );
});
