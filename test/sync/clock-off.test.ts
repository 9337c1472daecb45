import { describe, expect, it } from 'vitest';
import { clockOffAfter } from '../../src/sync/clock-off.ts';

const minute = 60_000;
const day = 1_440 * minute;
const now = Date.parse('2026-11-23T12:00:00Z');
const dated = (off: number) => new Date(now + off).toUTCString();

describe('how far a clock is off', () => {
  it('is nothing while the clocks agree as clocks do, nor where no answer was dated', () => {
    expect(clockOffAfter(0, dated(4 * minute), now)).toBe(0);
    expect(clockOffAfter(0, null, now)).toBe(0);
    expect(clockOffAfter(0, 'nonsense', now)).toBe(0);
    expect(clockOffAfter(2 * day, null, now)).toBe(2 * day);
  });

  it('is what the server says, and stays the same from answer to answer', () => {
    const off = clockOffAfter(0, dated(-2 * day), now);
    expect(off).toBe(-2 * day);
    expect(clockOffAfter(off, dated(-2 * day + 30_000), now)).toBe(off);
  });

  it('is over as soon as the clock was set', () => {
    expect(clockOffAfter(-2 * day, dated(1_000), now)).toBe(0);
  });
});
