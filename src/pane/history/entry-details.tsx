import { useState } from 'preact/hooks';
import { describe } from '../../domain/template-defaults.ts';
import type { ShownEntry } from '../../store/local-store.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { Button } from '../components/button.tsx';
import { openContact } from '../contacts/contact-place.ts';
import { useMessages, usePane } from '../state/pane-context.ts';
import { CancelForm } from './cancel-form.tsx';
import { CorrectEntry } from './correct-entry.tsx';
import { CorrectionList } from './correction-list.tsx';
import { reinstateEntry } from './entry-actions.ts';
import { AddCommentForm, EntryComments } from './entry-comments.tsx';
import { EntryFields } from './entry-fields.tsx';
import { EvaluateEntries } from './evaluate-entries.tsx';
import { NewFollowUp } from './new-follow-up.tsx';

type Act = 'comment' | 'correct' | 'evaluate' | 'follow-up' | 'contact' | 'cancel';

/** An entry's facts, note, text, comments and corrections, and what can be done with it: one thing at a time. */
export function EntryDetails({ shown }: { shown: ShownEntry }) {
  const pane = usePane();
  const t = useMessages();
  const { entry: texts } = useTexts();
  const [act, setAct] = useState<Act>();
  const { entry } = shown;
  const { actor } = pane.services.device;
  const mayCorrect = entry.userId === actor.userId || actor.role !== 'salesperson';
  const isCanceled = entry.canceled.length > 0;
  const leave = () => setAct(undefined);
  const acts: [Act, string][] = [
    ['comment', texts.comment],
    ...(mayCorrect ? [['correct', texts.correct] as [Act, string]] : []),
    ['evaluate', texts.evaluate],
    ['follow-up', texts.followUp],
    ...(pane.view.value === 'contact' ? [] : [['contact', t.menu.contact] as [Act, string]]),
    ...(isCanceled ? [] : [['cancel', t.history.cancel] as [Act, string]]),
  ];
  return (
    <div class="details">
      <p class="details-facts">{useFacts(shown).join(' · ')}</p>
      {entry.note !== '' && <p class="details-note">{entry.note}</p>}
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
      {isCanceled && <p class="hint">{t.history.canceledBy(entry.canceled.at(-1)?.why ?? '')}</p>}
      {act === undefined && (
        <div class="actions actions-tight">
          {acts.map(([one, text]) => (
            <Button
              key={one}
              kind="link"
              onClick={() => (one === 'contact' ? openContact(pane, entry.contactId) : setAct(one))}
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
    </div>
  );
}

/** What is worth knowing at a glance. */
function useFacts({ entry }: ShownEntry): string[] {
  const { format, setup, language } = usePane();
  const t = useMessages();
  const template = setup.value?.templates.find(({ id }) => id === entry.templateCode);
  const currency = setup.value?.workspace?.currency;
  return [
    template ? describe(template, [language.value]) : entry.templateCode,
    entry.at ? format.value.time(entry.at) : '',
    entry.flow === '' ? '' : t.form.flows[entry.flow],
    entry.minutes > 0 ? t.history.minutes(entry.minutes) : '',
    entry.cost > 0 && currency ? format.value.money(entry.cost, currency) : '',
    entry.evaluation === '' ? '' : t.form.evaluations[entry.evaluation],
    entry.entryNo === null ? '' : t.outcome.entryNo(format.value.number(entry.entryNo)),
  ].filter((fact) => fact !== '');
}
