import { useState } from 'preact/hooks';
import { useSaid } from './use-said.ts';

/** What is chosen of a list of the set-up, and what is to be said of the last act on it. */
export interface Choice {
  /** A code; undefined while nothing or something new is chosen. */
  code: string | undefined;
  isNew: boolean;
  said: string;
  open(code: string | undefined): void;
  openNew(): void;
  saved(code: string): void;
  removed(): void;
}

export function useChoice(): Choice {
  const [{ code, isNew, isSaved }, set] = useState<{ code: string | undefined; isNew: boolean; isSaved: boolean }>({
    code: undefined,
    isNew: false,
    isSaved: false,
  });
  const said = useSaid(isSaved);
  return {
    code,
    isNew,
    said,
    open: (next) => set({ code: next, isNew: false, isSaved: false }),
    openNew: () => set({ code: undefined, isNew: true, isSaved: false }),
    saved: (next) => set({ code: next, isNew: false, isSaved: true }),
    removed: () => set({ code: undefined, isNew: false, isSaved: true }),
  };
}
