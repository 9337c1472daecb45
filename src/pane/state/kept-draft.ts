import { useState } from 'preact/hooks';
import { usePane } from './pane-context.ts';
import type { PaneState } from './pane-state.ts';

const drafts = new WeakMap<PaneState, Map<string, unknown>>();

/** What was typed into a form and neither saved nor given up. */
export interface KeptDraft<T> {
  /** As it is by now. */
  readonly kept: T | undefined;
  keep(draft: T): void;
  drop(): void;
}

/**
 * The draft of the form that `key` names, for as long as the pane lives: another act, another entry or another view takes
 * the form away, and its words are there when it is opened again. A form without a `key` keeps nothing.
 */
export function useKeptDraft<T>(key: string | undefined): KeptDraft<T> {
  const pane = usePane();
  const all = drafts.get(pane) ?? new Map<string, unknown>();
  drafts.set(pane, all);
  return {
    get kept() {
      return key === undefined ? undefined : (all.get(key) as T | undefined); // a key belongs to one form
    },
    keep: (draft) => void (key !== undefined && all.set(key, draft)),
    drop: () => void (key !== undefined && all.delete(key)),
  };
}

/** A form's value as `useState` has it, kept as a draft from its first change on. */
export function useKeptState<T>(
  key: string | undefined,
  first: () => T,
): [value: T, set: (next: T) => void, drop: () => void] {
  const { kept, keep, drop } = useKeptDraft<T>(key);
  const [value, setValue] = useState<T>(() => kept ?? first());
  const set = (next: T) => {
    setValue(next);
    keep(next);
  };
  return [value, set, drop];
}
