import { useState } from 'preact/hooks';
import type { ShownEntry } from '../../store/local-store.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { Button } from '../components/button.tsx';
import { openContact } from '../contacts/contact-place.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { CancelForm } from './cancel-form.tsx';
import { CorrectEntry } from './correct-entry.tsx';
import { reinstateEntry } from './entry-actions.ts';
import { AddCommentForm } from './entry-comments.tsx';
import { EvaluateEntries } from './evaluate-entries.tsx';
import { NewFollowUp } from './new-follow-up.tsx';

type Act = 'comment' | 'correct' | 'evaluate' | 'follow-up' | 'page' | 'contact' | 'cancel';

/** What can be done with an entry, one thing at a time. */
export function EntryActs({ shown }: { shown: ShownEntry }) {
  const pane = usePane();
  const t = useMessages();
  const { entry: texts } = useTexts();
  const [act, setAct] = useState<Act>();
  const { entry } = shown;
  const { actor } = pane.services.device;
  const mayCorrect = entry.userId === actor.userId || actor.role !== 'salesperson';
  const isCanceled = entry.canceled.length > 0;
  const view = pane.view.value;
  const leave = () => setAct(undefined);
  const acts: [Act, string][] = [
    ['comment', texts.comment],
    ...(mayCorrect ? [['correct', texts.correct] as [Act, string]] : []),
    ['evaluate', texts.evaluate],
    ['follow-up', texts.followUp],
    ...(view === 'entry' ? [] : [['page', texts.page] as [Act, string]]),
    ...(view === 'contact' || view === 'entry' ? [] : [['contact', t.menu.contact] as [Act, string]]),
    ...(isCanceled ? [] : [['cancel', t.history.cancel] as [Act, string]]),
  ];
  return (
    <>
      {act === undefined && (
        <div class="actions actions-tight">
          {acts.map(([one, text]) => (
            <Button
              key={one}
              kind="link"
              onClick={() => {
                if (one === 'contact') openContact(pane, entry.contactId);
                else if (one === 'page') pane.openEntry(entry.id);
                else setAct(one);
              }}
            >
              {text}
            </Button>
          ))}
          {isCanceled && (
            <Button kind="link" onClick={() => void reinstateEntry(shown, pane)}>
              {t.history.reinstate}
            </Button>
          )}
        </div>
      )}
      {act === 'comment' && <AddCommentForm shown={shown} leave={leave} />}
      {act === 'correct' && <CorrectEntry shown={shown} leave={leave} />}
      {act === 'evaluate' && (
        <div class="cancel">
          <EvaluateEntries entries={[shown]} done={leave} />
          <Button kind="subtle" onClick={leave}>
            {texts.leave}
          </Button>
        </div>
      )}
      {act === 'follow-up' && <NewFollowUp shown={shown} leave={leave} />}
      {act === 'cancel' && <CancelForm shown={shown} leave={leave} />}
    </>
  );
}
