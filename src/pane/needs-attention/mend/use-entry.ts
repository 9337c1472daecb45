import { useRef } from 'preact/hooks';
import type { EntryId } from '../../../domain/ids.ts';
import type { LogEntry } from '../../../domain/log-entry.ts';
import { useWatch } from '../../state/use-watch.ts';

/** The entry as it was when it was first read; undefined until then. `entry` is undefined where this device lacks it. */
export function useEntry(id: EntryId): { entry: LogEntry | undefined } | undefined {
  const read = useWatch(`mend entry ${id}`, async (reader) => ({ entry: (await reader.entry(id))?.entry }));
  const first = useRef(read);
  first.current ??= read;
  return first.current;
}
