import type { EntryId } from '../../domain/ids.ts';
import type { ProblemCode } from '../../domain/problem-code.ts';
import type { ShownEntry } from '../../store/local-store.ts';
import { usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { useLookUp } from '../whole-log/use-look-up.ts';

/** Where an entry was found: on this device, or nowhere (yet), after the server was asked for it. */
export type FoundEntry =
  | { is: 'reading' }
  | { is: 'asking' }
  | { is: 'gone' }
  | { is: 'here'; shown: ShownEntry }
  | { is: 'unknown'; why: ProblemCode; again: () => void };

/** Reads an entry. One that this device does not hold comes from the server, and is then read here like any other. */
export function useEntry(id: EntryId): FoundEntry {
  const { device } = usePane().services;
  const read = useWatch(`entry ${id}`, async (reader) => ({ shown: await reader.entry(id) }));
  const isMissing = read !== undefined && read.shown === undefined;
  const { answer, again } = useLookUp(id, isMissing ? (signal) => device.lookUpEntry(id, signal) : undefined);
  if (!read) return { is: 'reading' };
  if (read.shown) return { is: 'here', shown: read.shown };
  if (!answer) return { is: 'asking' };
  // What the server knows is in the store by now, and is shown as soon as it was read there.
  return answer.known ? { is: answer.value ? 'asking' : 'gone' } : { is: 'unknown', why: answer.why, again };
}
