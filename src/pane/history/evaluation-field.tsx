import type { Evaluation } from '../../domain/choices.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { SelectField } from '../components/field.tsx';
import { useMessages } from '../state/pane-context.ts';

const evaluations = ['very-positive', 'positive', 'neutral', 'negative', 'very-negative'] as const;

/** An evaluation to be chosen; blank is what it can be at first, but not be made. */
export function EvaluationField({
  value,
  choose,
}: {
  value: Evaluation;
  choose: (evaluation: Exclude<Evaluation, ''>) => void;
}) {
  const t = useMessages();
  const texts = useTexts();
  return (
    <SelectField<Evaluation>
      label={texts.entry.evaluate}
      value={value}
      options={[
        ...(value === '' ? [['', texts.log.chooseEvaluation] as const] : []),
        ...evaluations.map((one) => [one, t.form.evaluations[one]] as const),
      ]}
      choose={(evaluation) => {
        if (evaluation !== '') choose(evaluation);
      }}
    />
  );
}
