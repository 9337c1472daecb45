import { Button } from '../components/button.tsx';
import { CheckIcon, DeviceIcon, UndoIcon, WarningIcon } from '../icons/icons.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import type { Outcome } from './kept-form.ts';
import { undoIt } from './log-it.ts';
import type { LogSubject } from './log-subject.ts';

type Saved = Extract<Outcome, { state: 'saved' }>;

/** How far a logged interaction has come, in words, and the way to take it back. */
export function OutcomePanel({
  subject,
  outcome,
  another = () => (subject.kept.outcome.value = undefined),
}: {
  subject: LogSubject;
  outcome: Saved;
  another?: () => void;
}) {
  const pane = usePane();
  const t = useMessages();
  const { store } = pane.services.device;
  const { commandId, entryIds, names, decided, joined } = outcome;
  const state = useWatch(commandId, async (reader) => {
    const [mine, ...entries] = await Promise.all([
      reader.command(commandId),
      ...entryIds.map((entryId) => reader.entry(entryId)),
    ]);
    const numbers = entries.map((shown) => shown?.entry.entryNo).filter((no) => typeof no === 'number');
    return { stage: mine === undefined ? 'in-log' : mine.state === 'refused' ? 'refused' : 'saved', numbers };
  });
  const isInLog = state?.stage === 'in-log';
  const isRefused = state?.stage === 'refused';
  const saved = !store.durable ? t.outcome.unsafe : decided ? t.outcome.saved : t.outcome.savedUnseen;
  const { format } = pane;
  return (
    <div class={`outcome ${isInLog ? 'outcome-done' : ''}`}>
      {isRefused ? <WarningIcon /> : isInLog ? <CheckIcon /> : <DeviceIcon />}
      <div class="outcome-text" role="status">
        <strong>{isRefused ? t.outcome.refused : isInLog ? t.outcome.inLog : saved}</strong>
        <span>
          {[
            ...(isInLog ? (state?.numbers ?? []).map((no) => t.outcome.entryNo(format.value.number(no))) : []),
            t.outcome.forWhom(format.value.list(names)),
          ].join(' · ')}
        </span>
        {joined && <span>{t.outcome.joined}</span>}
      </div>
      <div class="outcome-acts">
        {isRefused ? (
          <Button kind="link" onClick={() => (pane.view.value = 'attention')}>
            {t.menu.attention}
          </Button>
        ) : (
          <Button kind="subtle" icon={<UndoIcon />} onClick={() => void undoIt(subject, pane)}>
            {t.outcome.undo}
          </Button>
        )}
        {subject.item === undefined && (
          <Button kind="link" onClick={another}>
            {t.outcome.another}
          </Button>
        )}
      </div>
    </div>
  );
}
