import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ContactId } from '../../domain/ids.ts';
import type { EntryPage } from '../../store/local-store.ts';
import { usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';

const pageSize = 20;

/** What is known of a contact's history, newest first. */
export interface History {
  /** Undefined until the first rows were read. */
  page: EntryPage | undefined;
  /** There may be older ones, here or on the server. */
  mayHaveOlder: boolean;
  /** `asking`: the server is; `unknown`: it could not be. */
  older: 'maybe' | 'asking' | 'unknown' | 'none';
  showOlder(): Promise<void>;
}

/** Reads a contact's history, and keeps it pulled from now on. One contact for as long as the component is there. */
export function useHistory(contactId: ContactId): History {
  const { device } = usePane().services;
  const [limit, setLimit] = useState(pageSize);
  const [older, setOlder] = useState<History['older']>('maybe');
  const ended = useMemo(() => new AbortController(), []);
  useEffect(() => () => ended.abort(), [ended]);
  const read = useWatch(`history ${contactId} ${limit}`, (reader) => reader.history(contactId, { limit }));
  useEffect(() => device.openHistory(contactId), [device, contactId]);
  const [kept, setKept] = useState(read);
  useEffect(() => {
    if (read) setKept(read);
  }, [read]);
  const page = read ?? kept;

  return {
    page,
    older,
    mayHaveOlder: page !== undefined && (page.next !== null || (older !== 'none' && page.entries.length >= pageSize)),
    async showOlder() {
      setLimit(limit + pageSize);
      if (page?.next) return; // this device holds them
      setOlder('asking');
      const answer = await device.olderHistory(contactId, ended.signal).catch((error: unknown) => {
        if (!ended.signal.aborted) throw error;
      });
      if (!answer || ended.signal.aborted) return;
      setOlder(answer.known ? (answer.value ? 'maybe' : 'none') : 'unknown');
    },
  };
}
