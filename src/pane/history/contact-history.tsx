import '../theme/history.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ContactId } from '../../domain/ids.ts';
import type { ListedEntry, ShownEntry } from '../../store/local-store.ts';
import { Button } from '../components/button.tsx';
import { lazyPart } from '../components/lazy-part.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import type { ListRow } from '../log-list/merge-rows.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { EntryRow } from './entry-row.tsx';
import { YearBars } from './year-bars.tsx';
import { readYear } from './year-of.ts';

export const ContactActions = lazyPart(async () => (await import('./contact-actions.tsx')).ContactActions, 1);

const pageSize = 20;

/** What the whole team has done with a contact, newest first, and how much in a year. `isNamed`: a tab has the name already. */
export function ContactHistory({
  contactId,
  name,
  isNamed = false,
  onRows,
}: {
  contactId: ContactId;
  name: string;
  isNamed?: boolean;
  /** Called when the first rows are there. */
  onRows?: () => void;
}) {
  const pane = usePane();
  const t = useMessages();
  const { device } = pane.services;
  const [limit, setLimit] = useState(pageSize);
  const [older, setOlder] = useState<'maybe' | 'asking' | 'unknown' | 'none'>('maybe');
  const ended = useMemo(() => new AbortController(), []);
  useEffect(() => () => ended.abort(), [ended]);
  useEffect(() => device.openHistory(contactId), [device, contactId]);
  const today = pane.today.value;
  const page = useWatch(`history ${contactId} ${limit}`, (reader) => reader.history(contactId, { limit }));
  // What the lines say beside the entries comes after them.
  const ids = page?.entries.map(({ entry }) => entry.id) ?? [];
  const listed = useWatch(
    `listed ${ids.join(' ')}`,
    async (reader) => new Map((await reader.listed({}, ids)).map((one) => [one.entry.id, one])),
  );
  const [kept, setKept] = useState(page);
  useEffect(() => {
    if (page) setKept(page);
  }, [page]);
  const shown = page ?? kept;
  const hasRows = shown !== undefined;
  // The first rows come first.
  const year = useWatch(`year ${contactId} ${today} ${hasRows}`, async (reader) =>
    hasRows ? await readYear(reader, contactId, today) : undefined,
  );
  useEffect(() => {
    if (hasRows) onRows?.();
  }, [hasRows]);

  const showOlder = async () => {
    setLimit(limit + pageSize);
    if (shown?.next) return; // this device holds them
    setOlder('asking');
    const answer = await device.olderHistory(contactId, ended.signal).catch((error: unknown) => {
      if (!ended.signal.aborted) throw error;
    });
    if (!answer || ended.signal.aborted) return;
    setOlder(answer.known ? (answer.value ? 'maybe' : 'none') : 'unknown');
  };
  const mayHaveOlder =
    shown !== undefined && (shown.next !== null || (older !== 'none' && shown.entries.length >= pageSize));

  return (
    <>
      <div class="history-head">
        <h2 class={isNamed ? 'visually-hidden' : 'heading'}>{name}</h2>
        <span class="history-year">
          {year && year.total > 0 && (year.isWhole ? t.history.inYear(year.total) : t.history.inYearHere(year.total))}
        </span>
        {year && year.total > 0 && <YearBars year={year} />}
      </div>
      <ContactActions contactId={contactId} />
      {!shown && <Skeleton rows={4} label={t.pane.loading} />}
      {shown?.entries.length === 0 && <p class="hint">{t.history.empty}</p>}
      <ul class="rows">
        {shown?.entries.map((one) => (
          <EntryRow key={one.entry.id} shown={rowOf(one, listed?.get(one.entry.id))} />
        ))}
      </ul>
      {mayHaveOlder && (
        <Button kind="link" disabled={older === 'asking'} onClick={() => void showOlder()}>
          {older === 'asking' ? t.pane.loading : t.history.older}
        </Button>
      )}
      {older === 'unknown' && <p class="hint">{t.history.olderUnknown}</p>}
    </>
  );
}

function rowOf(shown: ShownEntry, listed: ListedEntry | undefined): ListRow {
  const { contact, company, comments = [], followUp, isRefused = false } = listed ?? {};
  return { ...shown, contact, company, comments, followUp, isRefused, from: 'here' };
}
