import type { Evaluation } from '../../domain/choices.ts';
import type { ShownEntry } from '../../store/local-store.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { SelectField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { performAct } from '../state/perform-act.ts';
import { needed } from './entry-actions.ts';

const evaluations = ['very-positive', 'positive', 'neutral', 'negative', 'very-negative'] as const;

/** Gives the entries one evaluation as soon as it is chosen; it can be chosen anew, but not be blank again (`domain.md` §11). */
export function EvaluateEntries({
  entries,
  quiet = false,
  done,
}: {
  entries: readonly ShownEntry[];
  quiet?: boolean;
  done: () => void;
}) {
  const pane = usePane();
  const t = useMessages();
  const texts = useTexts();
  const [first] = entries;
  const isSame = entries.every(({ entry }) => entry.evaluation === first?.entry.evaluation);
  const now: Evaluation = isSame ? (first?.entry.evaluation ?? '') : '';
  return (
    <SelectField<Evaluation>
      label={texts.entry.evaluate}
      quiet={quiet}
      value={now}
      options={[
        ...(now === '' ? [['', texts.log.chooseEvaluation] as const] : []),
        ...evaluations.map((one) => [one, t.form.evaluations[one]] as const),
      ]}
      choose={(evaluation) => {
        if (evaluation === '' || entries.length === 0) return;
        const pending = [...new Set(entries.flatMap((shown) => shown.pending))];
        const entryIds = entries.map(({ entry }) => entry.id);
        const { device } = pane.services;
        const command = {
          ...device.envelope(needed(pending)),
          type: 'evaluate-interaction',
          entryIds,
          evaluation,
        } as const;
        void performAct(command, texts.entry.evaluated(entryIds.length), pane).then((kept) => {
          if (kept) done();
        });
      }}
    />
  );
}
