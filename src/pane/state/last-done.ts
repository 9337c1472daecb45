import { type ReadonlySignal, signal } from '@preact/signals';
import { usePane } from './pane-context.ts';
import type { PaneState } from './pane-state.ts';

/** How long what was done can be taken back where it was done. */
const undoMs = 10_000;

/** What was done last, for as long as it can be undone: it is the pane's, so that it is there for who went elsewhere and came back. */
export interface LastDone<T> {
  readonly value: ReadonlySignal<T | undefined>;
  /** Takes the place of what was done before; for ten seconds, or until it is left. */
  put(done: T, until: 'over' | 'left'): void;
  /** It was undone or left. */
  drop(): void;
  /** Holds the time until the answer is called; the ten seconds begin again then. */
  hold(): () => void;
}

const all = new WeakMap<PaneState, Map<string, LastDone<unknown>>>();

/** What was done last of the kind that `key` names. */
export function useLastDone<T>(key: string): LastDone<T> {
  const pane = usePane();
  const ofPane = all.get(pane) ?? new Map<string, LastDone<unknown>>();
  all.set(pane, ofPane);
  const last = ofPane.get(key) ?? createLastDone<unknown>(pane);
  ofPane.set(key, last);
  return last as LastDone<T>; // a key belongs to one kind
}

function createLastDone<T>({ services: { clock }, signal: ended }: PaneState): LastDone<T> {
  const value = signal<T | undefined>(undefined);
  let stays = false;
  let holders = 0;
  let waiting = new AbortController();
  const drop = () => {
    waiting.abort();
    value.value = undefined;
  };
  const wait = () => {
    waiting.abort();
    if (value.peek() === undefined || stays || holders > 0) return;
    waiting = new AbortController();
    clock.after(undoMs, AbortSignal.any([waiting.signal, ended])).then(drop, () => undefined); // held, another, or gone
  };
  return {
    value,
    put(done, until) {
      value.value = done;
      stays = until === 'left';
      wait();
    },
    drop,
    hold() {
      holders += 1;
      wait();
      return () => {
        holders -= 1;
        wait();
      };
    },
  };
}
