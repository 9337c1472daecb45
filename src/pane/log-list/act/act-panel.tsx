import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { CorrectEntry } from '../../history/correct-entry.tsx';
import { AddCommentForm } from '../../history/entry-comments.tsx';
import { NewFollowUp } from '../../history/new-follow-up.tsx';
import { usePane } from '../../state/pane-context.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import type { DoneAct } from './done-act.ts';
import { EvaluateMany } from './evaluate-many.tsx';
import type { ListAct } from './list-act.ts';
import { ToggleForm } from './toggle-form.tsx';

/** One thing that is being done with one entry or several. Escape leaves it; what was typed is there when it is opened again. */
export function ActPanel({
  act: { kind, entries },
  isNamed = true,
  leave,
  doneAct,
}: {
  act: ListAct;
  /** It is said whom it is for; not needed where the entry itself is beside it. */
  isNamed?: boolean;
  leave: () => void;
  doneAct: (doneAct: DoneAct) => void;
}) {
  const { actor } = usePane().services.device;
  const t = useLogListTexts().act;
  const panel = useRef<HTMLDivElement>(null);
  // The row that the keyboard came from has the focus, and the browser's own `autofocus` does not take it from there. At
  // once: the next key is meant for the form already.
  useLayoutEffect(() => panel.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus(), []);
  const [first] = entries;
  if (!first) return null;
  const { entry, contact } = first;
  const mayCorrect = entry.userId === actor.userId || actor.role !== 'salesperson';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a shortcut of the button that leaves
    <div
      class="act"
      ref={panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      {isNamed && (
        <p class="hint">
          {entries.length === 1
            ? t.for([entry.description, contact?.name].filter(Boolean).join(', '))
            : t.forCount(entries.length)}
        </p>
      )}
      {kind === 'toggle' && <ToggleForm entries={entries} leave={leave} done={doneAct} />}
      {kind === 'evaluate' && <EvaluateMany entries={entries} leave={leave} done={doneAct} />}
      {kind === 'comment' && <AddCommentForm shown={first} leave={leave} />}
      {kind === 'follow-up' && <NewFollowUp shown={first} leave={leave} />}
      {kind === 'correct' && mayCorrect && <CorrectEntry shown={first} leave={leave} />}
      {kind === 'correct' && !mayCorrect && (
        <p role="alert">
          {t.notYours}{' '}
          <Button kind="link" autoFocus onClick={leave}>
            {t.leave(1)}
          </Button>
        </p>
      )}
    </div>
  );
}
