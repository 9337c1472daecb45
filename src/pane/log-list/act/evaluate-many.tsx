import type { Evaluation } from '../../../domain/choices.ts';
import type { ShownEntry } from '../../../store/local-store.ts';
import { useTexts } from '../../by-hand/use-texts.ts';
import { Button } from '../../components/button.tsx';
import { useMessages, usePane } from '../../state/pane-context.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import type { DoneAct } from './done-act.ts';
import { evaluateEntries } from './evaluate-entries.ts';

const evaluations = ['very-positive', 'positive', 'neutral', 'negative', 'very-negative'] as const;

/** Gives entries one evaluation; it can be chosen anew, but not be blank again (`domain.md` §11) other than by an undo. */
export function EvaluateMany({
  entries,
  leave,
  done,
}: {
  entries: readonly ShownEntry[];
  leave: () => void;
  done: (doneAct: DoneAct) => void;
}) {
  const pane = usePane();
  const { form } = useMessages();
  const { entry: texts } = useTexts();
  const { leave: leaves } = useLogListTexts().act;
  const choose = async (evaluation: Exclude<Evaluation, ''>) => {
    const changing = entries.filter(({ entry }) => entry.evaluation !== evaluation);
    if (changing.length === 0) return leave();
    done({ to: 'evaluated', result: await evaluateEntries(changing, evaluation, pane) });
  };
  return (
    <fieldset class="evaluations">
      <legend>{texts.evaluate}</legend>
      {evaluations.map((one) => (
        <Button
          key={one}
          aria-pressed={entries.every(({ entry }) => entry.evaluation === one)}
          onClick={() => void choose(one)}
        >
          {form.evaluations[one]}
        </Button>
      ))}
      <Button kind="subtle" onClick={leave}>
        {leaves(entries.length)}
      </Button>
    </fieldset>
  );
}
