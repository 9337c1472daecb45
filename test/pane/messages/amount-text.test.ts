import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAmount, writeAmount } from '../../../src/pane/messages/amount-text.ts';

it.each([
  ['', 0],
  ['12', 12],
  ['12,5', 12.5],
  [' 12.50 ', 12.5],
  ['0,125', 0.125],
  ['1234,567', 1234.567],
  ['1 234,50', 1234.5],
  ['1\u00a0234', 1234],
  ['1\u202f234\u202f567,5', 1234567.5],
  ["1'234.50", 1234.5],
  ['1,234.50', 1234.5],
  ['1.234,50', 1234.5],
  ['1,234,567', 1234567],
  ['1.2340', 1.234],
])('reads %j as %d', (text, amount) => {
  expect(readAmount(text)).toBe(amount);
});

it.each(['1,234', '12.345', '1,2,3', '1 2', '1 23', '-1', '1e3', 'ten', '1,234.567,8', '1.', '€5', '0x10', 'Infinity'])(
  'does not guess what %j may be',
  (text) => {
    expect(readAmount(text)).toBeNaN();
  },
);

it('reads what it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (tenThousandths) => {
      const amount = tenThousandths / 10_000;
      expect(readAmount(writeAmount(amount))).toBe(amount);
    }),
  );
});
