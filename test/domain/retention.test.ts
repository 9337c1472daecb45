import { expect, it } from 'vitest';
import type { CancelReason } from '../../src/domain/log-entry.ts';
import {
  firstKeptDay,
  retentionGraceDays,
  retentionOf,
  retentionReason,
  serverItself,
} from '../../src/domain/retention.ts';
import type { Day, Instant } from '../../src/domain/time.ts';
import { anna, id, noon } from '../support/domain-samples.ts';

const old = { day: '2026-08-20' as Day, canceled: [] as CancelReason[], postponed: false };
const byHand: CancelReason = { commandId: id(1), via: 'entry', by: anna.userId, at: noon, why: 'twice' };
const forItsAge = retentionReason(id(2), noon);
const after = (days: number) => new Date(Date.parse(noon) + days * 86_400_000).toISOString() as Instant; // that form

it('keeps everything of a template that says no age', () => {
  expect(retentionOf(old, null, after(10_000))).toBe('keep');
});

it('cancels from the first day on that an entry is older than its template says', () => {
  // 95 days before noon of the 23rd of November.
  expect(firstKeptDay(95, noon)).toBe('2026-08-20');
  expect(retentionOf(old, 95, noon)).toBe('keep');
  expect(retentionOf(old, 94, noon)).toBe('cancel');
});

it('gives an entry that somebody canceled the reason as well', () => {
  expect(retentionOf({ ...old, canceled: [byHand] }, 90, noon)).toBe('cancel');
});

it('deletes what was given the reason so long ago, not before, and not what was reinstated', () => {
  const canceled = { ...old, canceled: [byHand, forItsAge] };
  expect(retentionOf(canceled, 90, after(retentionGraceDays - 1))).toBe('keep');
  expect(retentionOf(canceled, 90, after(retentionGraceDays))).toBe('delete');
  expect(retentionOf({ ...old, canceled: [byHand] }, 90, after(retentionGraceDays))).toBe('cancel');
});

it('leaves what is canceled to people once the template keeps entries longer, or for ever', () => {
  const canceled = { ...old, canceled: [forItsAge] };
  for (const days of [null, 3_650]) expect(retentionOf(canceled, days, after(100))).toBe('keep');
});

it('leaves a draft that waits, and takes one that was discarded', () => {
  expect(retentionOf({ ...old, postponed: true }, 90, noon)).toBe('keep');
  expect(retentionOf({ ...old, postponed: true, canceled: [byHand] }, 90, noon)).toBe('cancel');
});

it('says that the server itself did it, and nothing else', () => {
  expect(forItsAge).toEqual({ commandId: id(2), via: 'retention', by: serverItself, at: noon, why: '' });
});
