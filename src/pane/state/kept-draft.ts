import { usePane } from './pane-context.ts';
import type { PaneState } from './pane-state.ts';

const drafts = new WeakMap<PaneState, Map<string, unknown>>();

/** What was typed into a form and neither saved nor given up. */
export interface KeptDraft<T> {
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
    kept: key === undefined ? undefined : (all.get(key) as T | undefined), // a key belongs to one form
    keep: (draft) => void (key !== undefined && all.set(key, draft)),
    drop: () => void (key !== undefined && all.delete(key)),
  };
}
