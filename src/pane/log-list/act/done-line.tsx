import { useEffect, useState } from 'preact/hooks';
import { useTexts } from '../../by-hand/use-texts.ts';
import { Button } from '../../components/button.tsx';
import { UndoIcon } from '../../icons/icons.tsx';
import { useMessages, usePane } from '../../state/pane-context.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import type { DoneAct } from './done-act.ts';
import { undoEvaluation } from './evaluate-entries.ts';
import { undoToggle } from './toggle-entries.ts';

/** How long an act can be taken back where it was done. */
const undoMs = 10_000;

/**
 * What was marked as canceled, reinstated or evaluated, to be undone for ten seconds; and what could not be. Where the
 * pointer or the keyboard has gone to it, it stays, and the ten seconds begin again when they leave.
 */
export function DoneLine({ doneAct: { to, result }, leave }: { doneAct: DoneAct; leave: () => void }) {
  const pane = usePane();
  const { problems } = useMessages();
  const t = useLogListTexts().act;
  const { clock } = pane.services;
  const [isUndone, setUndone] = useState(false);
  const [isHeld, setHeld] = useState(false);
  const { done, left, code } = result;
  const { entry: texts } = useTexts();
  const said = {
    canceled: t.canceled,
    recorded: t.reinstated,
    evaluated: texts.evaluated,
  }[to](done.length);
  useEffect(() => {
    pane.announce(done.length > 0 ? said : code ? problems[code].what : '');
  }, []);
  useEffect(() => {
    if (left.length > 0 || isHeld) return; // what did not work stays until it is left
    const ended = new AbortController();
    clock.after(undoMs, AbortSignal.any([ended.signal, pane.signal])).then(leave, () => undefined);
    return () => ended.abort();
  }, [isHeld]);
  const undo = async () => {
    setUndone(true);
    const undone = await (to === 'evaluated' ? undoEvaluation(result, pane) : undoToggle(to, result, pane));
    pane.announce(undone.code ? problems[undone.code].what : t.undone);
    pane.problem.value = undone.code;
    leave();
  };
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <div class="done-act" onPointerEnter={hold} onPointerLeave={release} onFocusIn={hold} onFocusOut={release}>
      {done.length > 0 && (
        <p>
          {said}{' '}
          <Button kind="link" icon={<UndoIcon />} aria-disabled={isUndone} onClick={() => void (isUndone || undo())}>
            {t.undo}
          </Button>
        </p>
      )}
      {left.length > 0 && code && (
        <p role="alert">
          {t.notAll(left.length)} {left.map(({ entry }) => entry.description).join(', ')}. {problems[code].what}{' '}
          <Button kind="link" onClick={leave}>
            {t.leave(left.length)}
          </Button>
        </p>
      )}
    </div>
  );
}
