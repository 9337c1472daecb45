import { useEffect, useState } from 'preact/hooks';
import { soughtWords } from '../../domain/sought-words.ts';
import { cut } from '../../domain/text.ts';
import { createLogSource } from '../log-list/create-log-source.ts';
import type { ListRow } from '../log-list/merge-rows.ts';
import { usePane } from '../state/pane-context.ts';

/** Entries by their words; which side has answered. */
export interface FoundEntries {
  rows: readonly ListRow[];
  isLooking: boolean;
  server: 'asking' | 'known' | 'unknown';
}

const nothing: FoundEntries = { rows: [], isLooking: false, server: 'known' };
const pauseMs = 250;

/** Entries that hold the words of `query`, from the device and then the server; looked for when the typing rests. */
export function useFoundEntries(query: string, most: number): FoundEntries {
  const pane = usePane();
  // Without a word in it nothing would be left out.
  const text = soughtWords(query).length === 0 ? '' : cut(query.trim(), 200);
  const [held, setHeld] = useState<{ text: string; found: FoundEntries }>();
  useEffect(() => {
    if (text === '') return;
    const ended = new AbortController();
    const look = async () => {
      await pane.services.clock.after(pauseMs, ended.signal);
      const source = createLogSource(pane, { text }, ended.signal);
      const stop = source.shown.subscribe(({ rows, server }) => {
        const found = { rows: (rows ?? []).slice(0, most), isLooking: rows === undefined, server };
        setHeld({ text, found });
      });
      ended.signal.addEventListener('abort', stop, { once: true });
    };
    look().catch((error: unknown) => {
      if (!ended.signal.aborted) reportError(error);
    });
    return () => ended.abort();
  }, [pane, text, most]);
  if (text === '') return nothing;
  // What was found for other words stays until there is something for these: nothing jumps while one types.
  return held
    ? { ...held.found, isLooking: held.text !== text || held.found.isLooking }
    : { ...nothing, isLooking: true };
}
