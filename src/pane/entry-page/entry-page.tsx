import type { EntryId } from '../../domain/ids.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { EntryDetails } from '../history/entry-details.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { NeedsServer } from '../whole-log/needs-server.tsx';
import { useEntry } from './use-entry.ts';
import { useEntryPageTexts } from './use-entry-page-texts.ts';

/** The page of one entry of the log. */
export function EntryPage() {
  const pane = usePane();
  const texts = useEntryPageTexts();
  const place = pane.entryPlace.value;
  if (!place) return null;
  const { id, from } = place;
  return (
    <div class="view">
      <p>
        <Button kind="link" class="flush" onClick={() => (pane.view.value = from)}>
          {from === 'log' ? texts.back.log : texts.back.other}
        </Button>
      </p>
      <Entry key={id} id={id} />
    </div>
  );
}

function Entry({ id }: { id: EntryId }) {
  const t = useMessages();
  const texts = useEntryPageTexts();
  const found = useEntry(id);
  if (found.is === 'reading') return <Skeleton rows={6} label={t.pane.loading} />;
  if (found.is === 'asking') return <Skeleton rows={6} label={texts.asking} />;
  if (found.is === 'gone') return <p>{texts.gone}</p>;
  if (found.is === 'unknown') return <NeedsServer why={found.why} again={found.again} />;
  return (
    <>
      <h1 class="title">{found.shown.entry.description}</h1>
      <EntryDetails shown={found.shown} />
    </>
  );
}
