import type { ListRow } from '../merge-rows.ts';
import type { ListActs } from '../use-list-acts.ts';
import { useLogListTexts } from '../use-log-list-texts.ts';
import type { ListSelection } from '../use-selection.ts';
import { ActPanel } from './act-panel.tsx';
import { DoneLine } from './done-line.tsx';
import { SelectionBar } from './selection-bar.tsx';

/** Below the list, always in sight: what is selected, what is being done with it, and what was done just now. */
export function ActArea({
  acts,
  selection,
  selected,
  isSelecting,
}: {
  acts: ListActs;
  selection: ListSelection;
  selected: readonly ListRow[];
  isSelecting: boolean;
}) {
  const t = useLogListTexts();
  const { act, doneAct } = acts;
  const hasSelection = isSelecting || selected.length > 0;
  if (!act && !doneAct && !hasSelection) return null;
  return (
    <section class="selection" aria-label={t.select.count(selected.length)}>
      {doneAct && <DoneLine key={doneAct.result.done[0]?.commandId} doneAct={doneAct} leave={acts.leaveDone} />}
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
    </section>
  );
}
