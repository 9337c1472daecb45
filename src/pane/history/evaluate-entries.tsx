import type { Evaluation } from '../../domain/choices.ts';
import type { ShownEntry } from '../../store/local-store.ts';
import { useTexts } from '../by-hand/use-texts.ts';
import { usePane } from '../state/pane-context.ts';
import { performAct } from '../state/perform-act.ts';
import { needed } from './entry-actions.ts';
import { EvaluationField } from './evaluation-field.tsx';

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
  const texts = useTexts();
  const [first] = entries;
  const isSame = entries.every(({ entry }) => entry.evaluation === first?.entry.evaluation);
  const now: Evaluation = isSame ? (first?.entry.evaluation ?? '') : '';
  return (
    <EvaluationField
      quiet={quiet}
      value={now}
      choose={(evaluation) => {
        if (entries.length === 0) return;
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
