import { useState } from 'preact/hooks';
import { isLive } from '../../domain/log-entry.ts';
import { describe } from '../../domain/template-defaults.ts';
import type { ShownEntry } from '../../store/local-store.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { cancelEntry, reinstateEntry } from './entry-actions.ts';

/** An entry's facts, note, text and comments, and how to cancel or reinstate it. */
export function EntryDetails({ shown }: { shown: ShownEntry }) {
  const pane = usePane();
  const t = useMessages();
  const { entry } = shown;
  const { format, setup, language } = pane;
  const comments = useWatch(`comments ${entry.id}`, (reader) => reader.comments(entry.id));
  const template = setup.value?.templates.find(({ id }) => id === entry.templateCode);
  const currency = setup.value?.workspace?.currency;
  const facts = [
    template ? describe(template, [language.value]) : entry.templateCode,
    entry.at ? format.value.time(entry.at) : '',
    entry.flow === '' ? '' : t.form.flows[entry.flow],
    entry.minutes > 0 ? t.history.minutes(entry.minutes) : '',
    entry.cost > 0 && currency ? format.value.money(entry.cost, currency) : '',
    entry.evaluation === '' ? '' : t.form.evaluations[entry.evaluation],
    entry.entryNo === null ? '' : t.outcome.entryNo(format.value.number(entry.entryNo)),
  ].filter((fact) => fact !== '');
  const why = entry.canceled.at(-1)?.why ?? '';
  return (
    <div class="details">
      <p class="details-facts">{facts.join(' · ')}</p>
      {entry.note !== '' && <p class="details-note">{entry.note}</p>}
      {entry.text !== '' && (
        <details class="details-text">
          <summary>{t.history.text}</summary>
          <p class="details-note">{entry.text}</p>
        </details>
      )}
      {entry.withheld && <p class="hint">{t.history.withheld}</p>}
      {comments && comments.length > 0 && (
        <ul class="comments" aria-label={t.history.comments}>
          {comments.map((comment) => (
            <li key={comment.id} class="details-note">
              {comment.body}
              {comment.text !== '' && (
                <details class="details-text">
                  <summary>{t.history.text}</summary>
                  <p>{comment.text}</p>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      {isLive(entry) ? (
        <Cancel shown={shown} />
      ) : (
        <>
          <p class="hint">{t.history.canceledBy(why)}</p>
          <Button kind="link" onClick={() => void reinstateEntry(shown, pane)}>
            {t.history.reinstate}
          </Button>
        </>
      )}
    </div>
  );
}

function Cancel({ shown }: { shown: ShownEntry }) {
  const pane = usePane();
  const t = useMessages();
  const [asks, setAsks] = useState(false);
  const [why, setWhy] = useState('');
  if (!asks)
    return (
      <Button kind="link" onClick={() => setAsks(true)}>
        {t.history.cancel}
      </Button>
    );
  return (
    <form
      class="cancel"
      onSubmit={(event) => {
        event.preventDefault();
        void cancelEntry(shown, why, pane);
      }}
    >
      <TextField
        label={t.history.cancelWhy}
        maxLength={250}
        value={why}
        autoFocus
        onInput={(event) => setWhy(event.currentTarget.value)}
      />
      <div class="actions">
        <Button type="submit">{t.history.cancelConfirm}</Button>
        <Button kind="subtle" onClick={() => setAsks(false)}>
          {t.history.keep}
        </Button>
      </div>
    </form>
  );
}
