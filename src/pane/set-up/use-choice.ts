import { useState } from 'preact/hooks';
import { useSetUpTexts } from './use-texts.ts';

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
  const t = useSetUpTexts();
  const [{ code, isNew, said }, set] = useState<{ code: string | undefined; isNew: boolean; said: string }>({
    code: undefined,
    isNew: false,
    said: '',
  });
  return {
    code,
    isNew,
    said,
    open: (next) => set({ code: next, isNew: false, said: '' }),
    openNew: () => set({ code: undefined, isNew: true, said: '' }),
    saved: (next) => set({ code: next, isNew: false, said: t.saved }),
    removed: () => set({ code: undefined, isNew: false, said: t.saved }),
  };
}
