import { useEffect, useState } from 'preact/hooks';
import type { LookUp } from '../../sync/device.ts';

/** What the server says, and the way to ask it once more. */
export interface Asked<T> {
  /** Undefined while it is asked. */
  answer: LookUp<T> | undefined;
  again(): void;
}

/**
 * Asks the server. `key` names what is asked: another key asks anew, and the answer to the old one is never given.
 * Without `ask` nothing is asked.
 */
export function useLookUp<T>(key: string, ask: ((signal: AbortSignal) => Promise<LookUp<T>>) | undefined): Asked<T> {
  const [tries, setTries] = useState(0);
  const [held, setHeld] = useState<{ key: string; answer: LookUp<T> }>();
  const asked = ask && `${tries} ${key}`;
  useEffect(() => {
    if (ask === undefined || asked === undefined) return;
    const ended = new AbortController();
    ask(ended.signal).then(
      (answer) => {
        if (!ended.signal.aborted) setHeld({ key: asked, answer });
      },
      (error: unknown) => {
        if (!ended.signal.aborted) reportError(error);
      },
    );
    return () => ended.abort();
  }, [asked]);
  return {
    answer: held?.key === asked ? held?.answer : undefined,
    again: () => setTries((count) => count + 1),
  };
}
