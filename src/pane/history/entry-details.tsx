import { useTexts } from '../by-hand/use-texts.ts';
import { LinkedText } from '../components/linked-text.tsx';
import { EntryStateWords } from '../log-list/entry-state.tsx';
import type { ListRow } from '../log-list/merge-rows.ts';
import { useMessages } from '../state/pane-context.ts';
import { CorrectionList } from './correction-list.tsx';
import { EntryActs } from './entry-acts.tsx';
import { EntryComments } from './entry-comments.tsx';
import { EntryFields } from './entry-fields.tsx';
import { useEntryFacts } from './use-entry-facts.ts';

/** An entry's facts, note, text, comments and corrections, and what can be done with it: one thing at a time. */
export function EntryDetails({ shown }: { shown: ListRow }) {
  const t = useMessages();
  const { entry: texts } = useTexts();
  const { entry } = shown;
  return (
    <div class="details">
      <p class="details-facts">{useEntryFacts(entry).join(' · ')}</p>
      <EntryStateWords row={shown} />
      {entry.note !== '' && (
        <p class="details-note">
          <LinkedText text={entry.note} />
        </p>
      )}
      {entry.text !== '' && (
        <details class="details-text">
          <summary>{t.history.text}</summary>
          <p class="details-note">{entry.text}</p>
        </details>
      )}
      {entry.withheld && <p class="hint">{t.history.withheld}</p>}
      <EntryComments entry={entry} />
      <CorrectionList entry={entry} />
      <details class="details-text">
        <summary>{texts.all}</summary>
        <EntryFields entry={entry} />
      </details>
      {entry.canceled.length > 0 && <p class="hint">{t.history.canceledBy(entry.canceled.at(-1)?.why ?? '')}</p>}
      <EntryActs shown={shown} />
    </div>
  );
}
