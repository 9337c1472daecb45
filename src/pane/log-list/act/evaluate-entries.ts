import type { Evaluation } from '../../../domain/choices.ts';
import type { EvaluateInteraction } from '../../../domain/commands/evaluate-interaction.ts';
import type { CommandId } from '../../../domain/ids.ts';
import type { ShownEntry } from '../../../store/local-store.ts';
import type { PaneState } from '../../state/pane-state.ts';
import { joinResults } from './join-results.ts';
import { type ManyResult, performMany } from './perform-many.ts';

/** Gives entries one evaluation; with `undoes`, those that this command gave theirs. */
export function evaluateEntries<Shown extends ShownEntry>(
  entries: readonly Shown[],
  evaluation: Evaluation,
  pane: PaneState,
  undoes?: CommandId,
): Promise<ManyResult<Shown>> {
  return performMany(
    entries,
    (chunk, envelope): EvaluateInteraction => ({
      ...envelope,
      type: 'evaluate-interaction',
      entryIds: chunk.map(({ entry }) => entry.id),
      evaluation,
      ...(undoes === undefined ? {} : { undoes }),
    }),
    pane,
  );
}

/** Gives each entry of `result` the evaluation again that it had before, none among them. */
export function undoEvaluation<Shown extends ShownEntry>(
  { done }: ManyResult<Shown>,
  pane: PaneState,
): Promise<ManyResult<Shown>> {
  const groups = Map.groupBy(done, ({ shown, commandId }) => `${commandId} ${shown.entry.evaluation}`);
  return joinResults(
    [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const { commandId, shown } = first;
      const after = group.map((one) => ({ ...one.shown, pending: [commandId] }));
      return [() => evaluateEntries(after, shown.entry.evaluation, pane, commandId)];
    }),
  );
}
