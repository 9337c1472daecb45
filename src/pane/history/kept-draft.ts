import { usePane } from '../state/pane-context.ts';
import type { PaneState } from '../state/pane-state.ts';

const drafts = new WeakMap<PaneState, Map<string, unknown>>();

/** What was typed into a form about an entry and neither saved nor given up. */
export interface KeptDraft<T> {
  readonly kept: T | undefined;
  keep(draft: T): void;
  drop(): void;
}

/**
 * The draft of the form that `key` names, for as long as the pane lives: another act, another entry or another view takes
 * the form away, and its words are there when it is opened again.
 */
export function useKeptDraft<T>(key: string): KeptDraft<T> {
  const pane = usePane();
  const all = drafts.get(pane) ?? new Map<string, unknown>();
  drafts.set(pane, all);
  return {
    kept: all.get(key) as T | undefined, // a key belongs to one form
    keep: (draft) => void all.set(key, draft),
    drop: () => void all.delete(key),
  };
}
