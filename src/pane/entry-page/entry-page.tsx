import type { EntryId } from '../../domain/ids.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { EntryDetails } from '../history/entry-details.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
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
  const read = useWatch(`entry ${id}`, async (reader) => ({ found: await reader.entry(id) }));
  if (!read) return <Skeleton rows={6} label={t.pane.loading} />;
  if (!read.found) return <p>{texts.gone}</p>;
  return (
    <>
      <h1 class="title">{read.found.entry.description}</h1>
      <EntryDetails shown={read.found} />
    </>
  );
}
