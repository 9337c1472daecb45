import type { CommandId } from '../../domain/ids.ts';
import { cut } from '../../domain/text.ts';
import type { ShownEntry } from '../../store/local-store.ts';
import type { PaneState } from '../state/pane-state.ts';
import { performAct } from '../state/perform-act.ts';

const mostNeeds = 20;

/** Cancels an entry, with the reason that its reader will see; empty is allowed. */
export function cancelEntry({ entry, pending }: ShownEntry, why: string, pane: PaneState): Promise<boolean> {
  const said = pane.messages.value.history.canceled;
  const envelope = pane.services.device.envelope(needed(pending));
  return performAct(
    { ...envelope, type: 'cancel-interaction', entryIds: [entry.id], why: cut(why.trim(), 250), undoes: null },
    said,
    pane,
  );
}

/** Takes away every reason for which the entry is canceled as this device knows it. */
export function reinstateEntry({ entry, pending }: ShownEntry, pane: PaneState): Promise<boolean> {
  const removes = entry.canceled.map(({ commandId }) => commandId);
  const envelope = pane.services.device.envelope(needed(pending));
  const entries = [{ entryId: entry.id, itemId: entry.itemId, removes }];
  return performAct(
    { ...envelope, type: 'reinstate-interaction', entries },
    pane.messages.value.history.reinstated,
    pane,
  );
}

/** What is still unsent about the entry must be accepted first. */
export function needed(pending: readonly CommandId[]): CommandId[] {
  return pending.slice(-mostNeeds);
}
