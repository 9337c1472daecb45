import type { CancelInteraction } from '../../../domain/commands/cancel-interaction.ts';
import type { ReinstateInteraction } from '../../../domain/commands/reinstate-interaction.ts';
import type { CommandId } from '../../../domain/ids.ts';
import { cut } from '../../../domain/text.ts';
import type { ShownEntry } from '../../../store/local-store.ts';
import type { PaneState } from '../../state/pane-state.ts';
import { joinResults } from './join-results.ts';
import { type ManyResult, performMany } from './perform-many.ts';

/** Marks entries as canceled, with a reason that may be empty. */
export function cancelEntries<Shown extends ShownEntry>(
  entries: readonly Shown[],
  why: string,
  pane: PaneState,
): Promise<ManyResult<Shown>> {
  const reason = cut(why.trim(), 250);
  return performMany(
    entries,
    (chunk, envelope): CancelInteraction => ({
      ...envelope,
      type: 'cancel-interaction',
      entryIds: chunk.map(({ entry }) => entry.id),
      why: reason,
      undoes: null,
    }),
    pane,
  );
}

/** Takes the reasons away for which entries are canceled: all that are known here, or those of the commands in `only`. */
export function reinstateEntries<Shown extends ShownEntry>(
  entries: readonly Shown[],
  pane: PaneState,
  only?: (shown: Shown) => CommandId[],
): Promise<ManyResult<Shown>> {
  return performMany(
    entries,
    (chunk, envelope): ReinstateInteraction => ({
      ...envelope,
      type: 'reinstate-interaction',
      entries: chunk.map((shown) => ({
        entryId: shown.entry.id,
        itemId: shown.entry.itemId,
        removes: only ? only(shown) : shown.entry.canceled.map(({ commandId }) => commandId),
      })),
    }),
    pane,
  );
}

/** Does the opposite of what `result` tells was done. What was canceled for a reason is canceled for it again. */
export async function undoToggle<Shown extends ShownEntry>(
  to: 'canceled' | 'recorded',
  result: ManyResult<Shown>,
  pane: PaneState,
): Promise<ManyResult<Shown>> {
  // The command that is undone must be accepted first; whatever was unsent before it comes before it anyway.
  const after = result.done.map(({ shown, commandId }) => ({ ...shown, pending: [commandId] }));
  if (to === 'canceled') return reinstateEntries(after, pane, ({ pending }) => pending);
  const whys = new Set(after.map((shown) => whyOf(shown)));
  return joinResults(
    [...whys].map((why) => () => {
      const same = after.filter((shown) => whyOf(shown) === why);
      return cancelEntries(same, why, pane);
    }),
  );
}

function whyOf({ entry }: ShownEntry): string {
  return entry.canceled.at(-1)?.why ?? '';
}
