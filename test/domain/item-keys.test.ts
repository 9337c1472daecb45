import { describe, expect, it } from 'vitest';
import type { ItemKey } from '../../src/domain/item.ts';
import { itemKey, sameItem } from '../../src/domain/item-keys.ts';

const keys = (...all: string[]) => all as ItemKey[];

describe('whether two sets of keys are one item', () => {
  it('says yes for one strong key in common, whatever else differs', () => {
    expect(sameItem(keys('message-id:a', 'draft:1'), keys('message-id:b', 'draft:1'))).toBe(true);
  });
  it('says yes for a weak key in common when one side has nothing stronger', () => {
    expect(sameItem(keys('weak:m|t|s'), keys('weak:m|t|s', 'ical:u|-'))).toBe(true);
  });
  it('ignores the weak key when strong keys of one kind differ', () => {
    expect(sameItem(keys('weak:m|t|s', 'ical:u|1'), keys('weak:m|t|s', 'ical:u|2'))).toBe(false);
  });
  it('says no without anything in common', () => {
    expect(sameItem(keys('message-id:a'), keys('message-id:b'))).toBe(false);
  });
});

describe('making a key', () => {
  it('gives none for nothing', () => {
    expect(itemKey('message-id', '  ')).toBeUndefined();
  });
  it('keeps apart over-long values that differ only at the end', () => {
    const long = 'x'.repeat(5_000);
    expect(itemKey('message-id', `${long}a`)).not.toBe(itemKey('message-id', `${long}b`));
    expect(itemKey('message-id', `${long}a`)?.length).toBeLessThanOrEqual(1_100);
  });
});
