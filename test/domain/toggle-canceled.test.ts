import { describe, expect, it } from 'vitest';
import type { CancelReason } from '../../src/domain/log-entry.ts';
import { toggleCanceled } from '../../src/domain/toggle-canceled.ts';
import { anna, id, noon } from '../support/domain-samples.ts';

const reason: CancelReason = { commandId: id(1), via: 'entry', by: anna.userId, at: noon, why: '' };
const live = (name: string) => ({ name, canceled: [] });
const canceled = (name: string) => ({ name, canceled: [reason] });
const names = (entries: readonly { name: string }[]) => entries.map(({ name }) => name);

describe('toggling Canceled of a selection', () => {
  it('cancels one that is not', () => {
    expect(toggleCanceled([live('a')])).toMatchObject({ to: 'canceled', changing: [{ name: 'a' }] });
  });

  it('reinstates one that is', () => {
    expect(toggleCanceled([canceled('a')])).toMatchObject({ to: 'recorded', changing: [{ name: 'a' }] });
  });

  it('gives all the inverse of the first, and leaves those that have it', () => {
    const first = toggleCanceled([live('a'), canceled('b'), live('c')]);
    expect([first.to, names(first.changing)]).toEqual(['canceled', ['a', 'c']]);
    const second = toggleCanceled([canceled('b'), live('a'), canceled('c')]);
    expect([second.to, names(second.changing)]).toEqual(['recorded', ['b', 'c']]);
  });

  it('toggled twice is as it was where all were alike', () => {
    const once = toggleCanceled([live('a'), live('b')]);
    const twice = toggleCanceled(once.changing.map(({ name }) => canceled(name)));
    expect([once.to, twice.to, names(twice.changing)]).toEqual(['canceled', 'recorded', ['a', 'b']]);
  });
});
