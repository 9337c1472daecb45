import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ContactId } from '../../domain/ids.ts';
import type { ShownEntry } from '../../store/local-store.ts';
import { placeOf } from '../../store/place.ts';
import { usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';

const pageSize = 20;

/** What is known of a contact's history, newest first. */
export interface History {
  /** Undefined until the first rows were read. */
  entries: readonly ShownEntry[] | undefined;
  /** There may be older ones, here or on the server. */
  mayHaveOlder: boolean;
  /** `asking`: the server is; `unknown`: it could not be; what is here of older ones is shown then, with its holes. */
  older: 'maybe' | 'asking' | 'unknown' | 'none';
  showOlder(): Promise<void>;
}

/**
 * Reads a contact's history, and keeps it pulled from now on. One contact for as long as the component is there. Where
 * only some of the older entries are here, as one's own are, they wait until the server has told the others. `alone`:
 * without those of whom it was merged into.
 */
export function useHistory(contactId: ContactId, alone = false): History {
  const { device } = usePane().services;
  const [limit, setLimit] = useState(pageSize);
  const [older, setOlder] = useState<History['older']>('maybe');
  const [showsHoles, setShowsHoles] = useState(false);
  const ended = useMemo(() => new AbortController(), []);
  useEffect(() => () => ended.abort(), [ended]);
  const read = useWatch(`history ${contactId} ${limit}`, (reader) => reader.history(contactId, { limit, alone }));
  useEffect(() => device.openHistory(contactId), [device, contactId]);
  const [kept, setKept] = useState(read);
  useEffect(() => {
    if (read) setKept(read);
  }, [read]);
  const page = read ?? kept;
  const wholeTo = showsHoles ? undefined : page?.wholeTo;
  const entries = page?.entries.filter(({ entry }) => wholeTo === undefined || placeOf(entry) >= wholeTo);
  const last = entries?.at(-1)?.entry;
  const isAtHole =
    wholeTo !== undefined && (entries?.length !== page?.entries.length || (last && placeOf(last) === wholeTo));
  const isMoreHere = page !== undefined && page.next !== null && !isAtHole;

  return {
    entries,
    older,
    mayHaveOlder: isMoreHere || isAtHole || (older !== 'none' && entries !== undefined && entries.length >= pageSize),
    async showOlder() {
      setLimit(limit + pageSize);
      if (isMoreHere) return;
      setOlder('asking');
      const answer = await device.olderHistory(contactId, ended.signal).catch((error: unknown) => {
        if (!ended.signal.aborted) throw error;
      });
      if (!answer || ended.signal.aborted) return;
      setShowsHoles(!answer.known);
      setOlder(answer.known ? (answer.value ? 'maybe' : 'none') : 'unknown');
    },
  };
}
