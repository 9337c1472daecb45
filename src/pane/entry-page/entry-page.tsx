import '../contacts/contacts.css';
import '../log-list/log-list.css';
import '../theme/history.css';
import './entry-page.css';
import type { EntryId } from '../../domain/ids.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { EntryActs } from '../history/entry-acts.tsx';
import { EntryComments } from '../history/entry-comments.tsx';
import { EntryFields } from '../history/entry-fields.tsx';
import { useEntryFacts } from '../history/use-entry-facts.ts';
import { EntryBadges, EntryStateChips, EntryStateWords } from '../log-list/entry-state.tsx';
import type { ListRow } from '../log-list/merge-rows.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { NeedsServer } from '../whole-log/needs-server.tsx';
import { EntryHistory } from './entry-history.tsx';
import { EntryLinks } from './entry-links.tsx';
import { EntryStored } from './entry-stored.tsx';
import { useEntry } from './use-entry.ts';
import { useEntryPageTexts } from './use-entry-page-texts.ts';

/** The page of one entry of the log. */
export function EntryPage() {
  const pane = usePane();
  const texts = useEntryPageTexts();
  const id = pane.entryPlace.value;
  if (!id) return null;
  return (
    <div class="view entry-page">
      {/* Where there is little room the pane's first line has the way back. */}
      {pane.isWide.value && (
        <p>
          <Button kind="link" class="flush" onClick={pane.back}>
            {pane.backTo.value === 'log' ? texts.back.log : texts.back.other}
          </Button>
        </p>
      )}
      <Found key={id} id={id} />
    </div>
  );
}

function Found({ id }: { id: EntryId }) {
  const t = useMessages();
  const texts = useEntryPageTexts();
  const found = useEntry(id);
  if (found.is === 'reading') return <Skeleton rows={6} label={t.pane.loading} />;
  if (found.is === 'asking') return <Skeleton rows={6} label={texts.asking} />;
  if (found.is === 'gone') return <p role="status">{found.wasShown ? texts.deleted : texts.gone}</p>;
  if (found.is === 'unknown') return <NeedsServer why={found.why} again={found.again} />;
  return <Shown row={found.row} />;
}

function Shown({ row }: { row: ListRow }) {
  const pane = usePane();
  const { history } = useMessages();
  const { entry: words } = useTexts();
  const { entry } = row;
  return (
    <>
      <div class="entry-head">
        <h1 class="title">{entry.description}</h1>
        <EntryStateChips row={row} isFull />
        <EntryBadges row={row} hides={['comments']} />
      </div>
      <EntryStateWords row={row} />
      <p class="details-facts">{[pane.format.value.fullDay(entry.day), ...useEntryFacts(entry)].join(' · ')}</p>
      <div>
        <EntryActs shown={row} />
      </div>
      <EntryLinks entry={entry} />
      <EntryStored entry={entry} />
      {row.comments.length > 0 && (
        <section class="block" aria-label={history.comments}>
          <h2 class="heading">{history.comments}</h2>
          <EntryComments entry={entry} />
        </section>
      )}
      <EntryHistory entry={entry} />
      <details class="details-text">
        <summary>{words.all}</summary>
        <EntryFields entry={entry} />
      </details>
    </>
  );
}
