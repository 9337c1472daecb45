import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { EntryId } from '../../domain/ids.ts';
import { startLikeEntry } from '../by-hand/start-by-hand.ts';
import { usePane } from '../state/pane-context.ts';
import type { DoneAct } from './act/done-act.ts';
import type { ListAct } from './act/list-act.ts';
import { useDoneAct } from './act/use-done-act.ts';
import type { LogSource } from './create-log-source.ts';
import type { KeyAct } from './list-keys.ts';
import { focusRow } from './log-grid.tsx';
import type { ListRow } from './merge-rows.ts';
import { createTypeAhead } from './type-ahead.ts';
import type { ListSelection } from './use-selection.ts';

/** What is about one entry, whatever else is selected. */
const ofOne: ReadonlySet<KeyAct['do']> = new Set(['comment', 'follow-up', 'correct', 'again', 'open', 'select']);

/** What is being done from the list. */
export interface ListActs {
  readonly act: ListAct | undefined;
  /** The entry that stands beside the table. */
  readonly chosen: EntryId | undefined;
  /** Does with entries what a key or a button says; by a key in a row it is with the selection, where many can be meant. */
  begin(kind: KeyAct['do'], entries: readonly ListRow[]): void;
  beginAt(kind: KeyAct['do'], row: ListRow): void;
  /** Whether a key is meant for the form that is about to open, and comes to it then. */
  holdBack(event: KeyboardEvent): boolean;
  /** Back to the row that the focus came from. */
  leave(doneAct?: DoneAct): void;
  backToRow(): void;
  leaveChosen(): void;
}

export function useListActs(options: {
  source: LogSource;
  selection: ListSelection;
  selected: readonly ListRow[];
  grid: RefObject<HTMLTableElement | null>;
  goToWords: () => void;
  toggleHelp: () => void;
}): ListActs {
  const { source, selection, selected, grid } = options;
  const pane = usePane();
  const [act, setAct] = useState<ListAct>();
  const { put } = useDoneAct();
  const [chosen, setChosen] = useState<EntryId>();

  const ahead = useMemo(createTypeAhead, []);
  // The panel has put the focus into its first field by now.
  useLayoutEffect(() => ahead.end(document.activeElement), [act]);

  const run = async (kind: KeyAct['do'], entries: readonly ListRow[]) => {
    const [first] = entries;
    if (kind === 'words') return options.goToWords();
    if (kind === 'help') return options.toggleHelp();
    if (!first || kind === 'move') return;
    if (kind === 'select') return selection.toggle(first.entry.id);
    if (kind !== 'open' && kind !== 'again') ahead.start();
    // What the server alone holds comes to this device before anything is done with it.
    const far = entries.filter(({ from }) => from === 'server').map(({ entry }) => entry.id);
    const view = pane.view.value;
    if (far.length > 0) await source.hold(far);
    // Whoever went elsewhere meanwhile is not taken back.
    if (pane.view.value !== view) return ahead.end();
    if (kind === 'again') return await startLikeEntry(first, pane);
    if (kind !== 'open') setAct({ kind, entries: ofOne.has(kind) ? [first] : entries });
    else if (pane.isWide.value) setChosen(first.entry.id);
    else pane.openEntry(first.entry.id);
  };
  const begin = (kind: KeyAct['do'], entries: readonly ListRow[]) => {
    run(kind, entries).catch((error: unknown) => {
      ahead.end();
      reportError(error);
    });
  };
  const backToRow = () => {
    if (selection.active) focusRow(grid.current, selection.active);
  };
  return {
    act,
    chosen,
    begin,
    holdBack: ahead.takes,
    beginAt: (kind, row) => begin(kind, !ofOne.has(kind) && selected.length > 0 ? selected : [row]),
    leave: (next) => {
      setAct(undefined);
      if (next) put(next, 'list');
      backToRow();
    },
    backToRow,
    leaveChosen: () => setChosen(undefined),
  };
}
