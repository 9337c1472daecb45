import { useEffect, useRef } from 'preact/hooks';
import type { EntryId } from '../../domain/ids.ts';
import type { ProblemCode } from '../../domain/problem-code.ts';
import type { StoreReader } from '../../store/local-store.ts';
import type { ListRow } from '../log-list/merge-rows.ts';
import { usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { useLookUp } from '../whole-log/use-look-up.ts';

/** Where an entry was found: on this device, or nowhere (yet), after the server was asked for it. */
export type FoundEntry =
  | { is: 'reading' }
  | { is: 'asking' }
  | { is: 'gone'; wasShown: boolean }
  | { is: 'here'; row: ListRow }
  | { is: 'unknown'; why: ProblemCode; again: () => void };

/** Reads an entry. One that this device does not hold comes from the server, and is then read here like any other. */
export function useEntry(id: EntryId): FoundEntry {
  const { device } = usePane().services;
  const read = useWatch(`entry ${id}`, async (reader) => ({ row: await readRow(reader, id) }));
  const wasShown = useRef(false);
  useEffect(() => {
    if (read?.row) wasShown.current = true;
  }, [read]);
  const isMissing = read !== undefined && read.row === undefined;
  const { answer, again } = useLookUp(id, isMissing ? (signal) => device.lookUpEntry(id, signal) : undefined);
  if (!read) return { is: 'reading' };
  if (read.row) return { is: 'here', row: read.row };
  if (!answer) return { is: 'asking' };
  // What the server knows is in the store by now, and is shown as soon as it was read there.
  if (!answer.known) return { is: 'unknown', why: answer.why, again };
  return answer.value ? { is: 'asking' } : { is: 'gone', wasShown: wasShown.current };
}

async function readRow(reader: StoreReader, id: EntryId): Promise<ListRow | undefined> {
  const [listed] = await reader.listed({}, [id]);
  if (listed) return { ...listed, from: 'here' };
  // A postponed one is in no list.
  const shown = await reader.entry(id);
  if (!shown) return undefined;
  const { contactId, companyId } = shown.entry;
  return {
    ...shown,
    contact: await reader.contact(contactId),
    company: companyId === null ? undefined : await reader.contact(companyId),
    comments: await reader.comments(id),
    followUp: undefined,
    isRefused: false,
    from: 'here',
  };
}
