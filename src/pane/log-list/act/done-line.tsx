import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { UndoLine } from '../../components/undo-line.tsx';
import { UndoIcon } from '../../icons/icons.tsx';
import { useMessages, usePane } from '../../state/pane-context.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import type { PlacedAct } from './done-act.ts';
import { undoEvaluation } from './evaluate-entries.ts';
import { undoToggle } from './toggle-entries.ts';
import { useDoneAct } from './use-done-act.ts';

/** What was marked as canceled, reinstated or evaluated, to be undone; and what could not be, which stays until it is left. */
export function DoneLine({ doneAct, moveOn }: { doneAct: PlacedAct; moveOn?: () => void }) {
  const pane = usePane();
  const { problems } = useMessages();
  const t = useLogListTexts().act;
  const { last, inWords } = useDoneAct();
  const [isUndone, setUndone] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  const { to, result } = doneAct;
  const { done, left, code } = result;
  const leave = () => {
    if (last.value.peek() !== doneAct) return; // another was done meanwhile
    const hadFocus = line.current?.contains(document.activeElement);
    last.drop();
    if (hadFocus) moveOn?.();
  };
  const undo = async () => {
    setUndone(true);
    const undone = await (to === 'evaluated' ? undoEvaluation(result, pane) : undoToggle(to, result, pane));
    pane.announce(undone.code ? problems[undone.code].what : t.undone);
    pane.problem.value = undone.code;
    leave();
  };
  return (
    <UndoLine last={last}>
      <div ref={line}>
        {done.length > 0 && (
          <p>
            {inWords(doneAct)}{' '}
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
    </UndoLine>
  );
}
