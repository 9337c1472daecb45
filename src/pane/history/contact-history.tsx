import '../theme/history.css';
import type { ContactId } from '../../domain/ids.ts';
import type { ListedEntry, ShownEntry } from '../../store/local-store.ts';
import { Button } from '../components/button.tsx';
import { lazyPart } from '../components/lazy-part.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import type { ListRow } from '../log-list/merge-rows.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { EntryRow } from './entry-row.tsx';
import { type History, useHistory } from './use-history.ts';
import { YearBars } from './year-bars.tsx';
import { readYear } from './year-of.ts';

export const ContactActions = lazyPart(async () => (await import('./contact-actions.tsx')).ContactActions, 1);

interface Shown {
  contactId: ContactId;
  name: string;
  /** A tab has the name already. */
  isNamed?: boolean;
}

/** What the whole team has done with a contact, newest first, and how much in a year. */
export function ContactHistory(shown: Shown) {
  return <HistoryList {...shown} history={useHistory(shown.contactId)} />;
}

/** The entries of a contact that is deleted or merged, without those of whom it is read at; nothing is begun with it any more. */
export function OwnHistory({ contactId, name }: Shown) {
  return (
    <>
      <div class="history-head">
        <h2 class="heading">{name}</h2>
      </div>
      <HistoryRows contactId={contactId} name={name} history={useHistory(contactId, true)} />
    </>
  );
}

/** A history that was read elsewhere, as the page of a contact does before it knows who that is. */
export function HistoryList({ contactId, name, isNamed = false, history }: Shown & { history: History }) {
  const pane = usePane();
  const t = useMessages();
  const today = pane.today.value;
  const hasRows = history.entries !== undefined;
  // The first rows come first.
  const year = useWatch(`year ${contactId} ${today} ${hasRows}`, async (reader) =>
    hasRows ? await readYear(reader, contactId, today) : undefined,
  );

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
      <HistoryRows contactId={contactId} name={name} history={history} />
    </>
  );
}

function HistoryRows({ contactId, name, history }: Shown & { history: History }) {
  const t = useMessages();
  const { entries, older, mayHaveOlder, showOlder } = history;
  // What the lines say beside the entries comes after them.
  const ids = entries?.map(({ entry }) => entry.id) ?? [];
  const listed = useWatch(
    `listed ${ids.join(' ')}`,
    async (reader) => new Map((ids.length > 0 ? await reader.listed({}, ids) : []).map((one) => [one.entry.id, one])),
  );
  // With whom it was, where that is somebody else: one of a company's people, or who was merged into the contact. The name
  // comes after the line, which has the room for it from the start.
  const withWhom = ({ entry }: ShownEntry, row: ListedEntry | undefined) => {
    if (entry.contactId === contactId) return undefined;
    return row?.contact?.name === name ? undefined : (row?.contact?.name ?? '\u00a0');
  };
  return (
    <>
      {!entries && <Skeleton rows={4} label={t.pane.loading} />}
      {entries?.length === 0 && <p class="hint">{t.history.empty}</p>}
      <ul class="rows">
        {entries?.map((one) => (
          <EntryRow
            key={one.entry.id}
            shown={rowOf(one, listed?.get(one.entry.id))}
            contactName={withWhom(one, listed?.get(one.entry.id))}
          />
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
