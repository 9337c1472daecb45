import type { Evaluation } from '../../../domain/choices.ts';
import type { ShownEntry } from '../../../store/local-store.ts';
import { useTexts } from '../../by-hand/use-texts.ts';
import { Button } from '../../components/button.tsx';
import { useMessages, usePane } from '../../state/pane-context.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import { performMany } from './perform-many.ts';

const evaluations = ['very-positive', 'positive', 'neutral', 'negative', 'very-negative'] as const;

/** Gives entries one evaluation; it can be chosen anew, but not be blank again (`domain.md` §11). */
export function EvaluateMany({ entries, leave }: { entries: readonly ShownEntry[]; leave: () => void }) {
  const pane = usePane();
  const { form, problems } = useMessages();
  const { entry: texts } = useTexts();
  const { leave: leaves } = useLogListTexts().act;
  const choose = async (evaluation: Exclude<Evaluation, ''>) => {
    const { done, code } = await performMany(
      entries,
      (chunk, envelope) => ({
        ...envelope,
        type: 'evaluate-interaction',
        entryIds: chunk.map(({ entry }) => entry.id),
        evaluation,
      }),
      pane,
    );
    pane.announce(code ? problems[code].what : texts.evaluated(done.length));
    pane.problem.value = code;
    if (!code) leave();
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
