import { useState } from 'preact/hooks';
import type { CancelInteraction } from '../../domain/commands/cancel-interaction.ts';
import type { ShownEntry } from '../../store/local-store.ts';
import { Button } from '../components/button.tsx';
import { LinkedText } from '../components/linked-text.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { performAct } from '../state/perform-act.ts';
import { useWatch } from '../state/use-watch.ts';
import { startFromPostponed } from './start-by-hand.ts';
import { useTexts } from './use-texts.ts';

/** The user's postponed interactions, to be gone on with or deleted (`domain.md` §8). */
export function PostponedView() {
  const pane = usePane();
  const t = useMessages();
  const { postponed } = useTexts();
  const { userId } = pane.services.device.account;
  const list = useWatch(`postponed ${userId}`, async (reader) => {
    const shown = await reader.postponed(userId);
    return Promise.all(
      shown.map(async (one) => ({ shown: one, name: (await reader.contact(one.entry.contactId))?.name ?? '' })),
    );
  });
  return (
    <div class="view">
      <h1 class="title">{postponed.heading}</h1>
      <p class="hint">{postponed.help}</p>
      {!list && <Skeleton rows={3} label={t.pane.loading} />}
      {list?.length === 0 && <p>{postponed.none}</p>}
      <ul class="view">
        {list?.map(({ shown, name }) => (
          <PostponedCard key={shown.entry.id} shown={shown} name={name} />
        ))}
      </ul>
    </div>
  );
}

function PostponedCard({ shown, name }: { shown: ShownEntry; name: string }) {
  const pane = usePane();
  const t = useMessages();
  const { postponed, followUp } = useTexts();
  const [asks, setAsks] = useState(false);
  const { entry, pending } = shown;
  const remove = () => {
    const command: CancelInteraction = {
      ...pane.services.device.envelope(pending.slice(-20)),
      type: 'cancel-interaction',
      entryIds: [entry.id],
      why: postponed.why,
      undoes: null,
    };
    void performAct(command, postponed.removed, pane);
  };
  return (
    <li class="card">
      <div>
        <strong>{entry.description}</strong>
        <p class="hint">{[name, pane.format.value.nearDay(entry.day, pane.today.value)].filter(Boolean).join(' · ')}</p>
        {entry.followUp && (
          <p class="hint">
            {followUp.dueOn(pane.format.value.nearDay(entry.followUp.due, pane.today.value), undefined)}{' '}
            {entry.followUp.text}
          </p>
        )}
        {entry.note !== '' && (
          <p class="details-note">
            <LinkedText text={entry.note} />
          </p>
        )}
      </div>
      {asks ? (
        <>
          <p role="status">{postponed.removeSure}</p>
          <div class="actions">
            <Button onClick={remove}>{postponed.remove}</Button>
            <Button kind="subtle" onClick={() => setAsks(false)}>
              {t.history.keep}
            </Button>
          </div>
        </>
      ) : (
        <div class="actions">
          <Button
            aria-label={`${postponed.resume}: ${entry.description}`}
            onClick={() => void startFromPostponed(shown, pane)}
          >
            {postponed.resume}
          </Button>
          <Button kind="subtle" aria-label={`${postponed.remove}: ${entry.description}`} onClick={() => setAsks(true)}>
            {postponed.remove}
          </Button>
        </div>
      )}
    </li>
  );
}
