import type { EntryId } from '../../../domain/ids.ts';
import type { ListRow } from '../merge-rows.ts';
import type { ListActs } from '../use-list-acts.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import type { ListSelection } from '../use-selection.ts';
import { ActPanel } from './act-panel.tsx';
import { DoneLine } from './done-line.tsx';
import { ListBar } from './list-bar.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useDoneAct } from './use-done-act.ts';

/** Below the list, always in sight: what is selected, what is being done with it, and what was done just now. */
export function ActArea({
  acts,
  selection,
  selected,
  isSelecting,
  beside,
}: {
  acts: ListActs;
  selection: ListSelection;
  selected: readonly ListRow[];
  isSelecting: boolean;
  /** The entry that is shown beside the list; what was done there is undone there. */
  beside: EntryId | undefined;
}) {
  const t = useLogListTexts();
  const { act } = acts;
  const last = useDoneAct().last.value.value;
  const doneAct = last?.where === beside ? undefined : last;
  const hasSelection = isSelecting || selected.length > 0;
  if (!act && !doneAct && !hasSelection) return null;
  return (
    <ListBar label={t.select.count(selected.length)}>
      {doneAct && <DoneLine key={doneAct.result.done[0]?.commandId} doneAct={doneAct} moveOn={acts.backToRow} />}
      {act && (
        <ActPanel
          key={`${act.kind} ${act.entries[0]?.entry.id}`}
          act={act}
          leave={() => acts.leave()}
          doneAct={acts.leave}
        />
      )}
      {!act && hasSelection && (
        <SelectionBar entries={selected} act={(kind) => acts.begin(kind, selected)} clear={() => selection.set([])} />
      )}
    </ListBar>
  );
}
