import '../theme/history.css';
import './log-list.css';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { EntryId } from '../../domain/ids.ts';
import { soughtWords } from '../../domain/sought-words.ts';
import { startLikeEntry } from '../by-hand/start-by-hand.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { ExportList } from '../whole-log/export-list.tsx';
import { ActPanel } from './act/act-panel.tsx';
import type { ListAct } from './act/list-act.ts';
import { SelectionBar } from './act/selection-bar.tsx';
import type { Toggled } from './act/toggle-form.tsx';
import { ToggledLine } from './act/toggled-line.tsx';
import { BesideList } from './beside-list.tsx';
import { ColumnChooser } from './columns/column-chooser.tsx';
import { keepLook, readLook, type TableLook } from './columns/log-columns.ts';
import { sortRows } from './columns/sort-rows.ts';
import { FilterBar } from './filter/filter-bar.tsx';
import { countOf } from './filter/filter-query.ts';
import { KeyHelp } from './key-help.tsx';
import { ListEnd } from './list-end.tsx';
import { hasLetters, type KeyAct } from './list-keys.ts';
import { LogCard } from './log-cards.tsx';
import { focusRow, LogGrid } from './log-grid.tsx';
import { LogCells, LogHead } from './log-table.tsx';
import type { ListRow } from './merge-rows.ts';
import { useLogListTexts } from './use-log-list-texts.ts';
import { useLogSource } from './use-log-source.ts';
import { useSelection } from './use-selection.ts';

/** What is unfolded above the list. */
type Opened = 'columns' | 'keys' | 'export';

const ofOne: ReadonlySet<KeyAct['do']> = new Set(['comment', 'follow-up', 'correct', 'again', 'open']);

/**
 * The log: cards in the pane, on the wide page a table with the chosen entry beside it. What it shows is the pane's
 * `logFilter`; it stays mounted, hidden, while an entry's page is open that was opened from it, and keeps its place so.
 */
export function LogListView() {
  const pane = usePane();
  const { menu, pane: words } = useMessages();
  const t = useLogListTexts();
  const unfolded = useId();
  const filter = pane.logFilter.value;
  const source = useLogSource(filter);
  const { rows: found, server, hasMore } = source.shown.value;
  // What was found before stays until the first of what is looked for now is there.
  const before = useRef(found);
  const loaded = found ?? before.current;
  useEffect(() => {
    before.current = loaded;
  }, [loaded]);
  const { preferences } = pane.services;
  const [look, setLook] = useState(() => readLook(preferences));
  const [letters, setLetters] = useState(() => hasLetters(preferences));
  const [opened, setOpened] = useState<Opened>();
  const [isSelecting, setSelecting] = useState(false);
  const [act, setAct] = useState<ListAct>();
  const [toggled, setToggled] = useState<Toggled>();
  const [chosen, setChosen] = useState<EntryId>();
  const selection = useSelection();
  const grid = useRef<HTMLTableElement>(null);
  const wordsField = useRef<HTMLInputElement>(null);
  const isWide = pane.isWide.value;
  const rows = loaded && (isWide ? sortRows(loaded, look.sort, pane) : loaded);
  const sought = useMemo(() => soughtWords(filter.text ?? ''), [filter.text]);
  const selected = (rows ?? []).filter(({ entry }) => selection.ids.has(entry.id));
  const beside = isWide ? rows?.find(({ entry }) => entry.id === chosen) : undefined;

  const isShown = pane.view.value === 'log';
  useEffect(() => {
    if (isShown && selection.active) focusRow(grid.current, selection.active);
  }, [isShown]);

  const change = (next: TableLook) => {
    setLook(next);
    keepLook(preferences, next);
  };
  const backToList = () => {
    setAct(undefined);
    if (selection.active) focusRow(grid.current, selection.active);
  };
  /** What the server alone holds comes to this device before anything is done with it. */
  const held = async (entries: readonly ListRow[]) => {
    const far = entries.filter(({ from }) => from === 'server').map(({ entry }) => entry.id);
    if (far.length > 0) await source.hold(far);
  };
  const open = async (row: ListRow) => {
    await held([row]);
    if (isWide) setChosen(row.entry.id);
    else pane.openEntry(row.entry.id);
  };
  const doWith = async (kind: KeyAct['do'], entries: readonly ListRow[]) => {
    const [first] = entries;
    if (kind === 'words') return wordsField.current?.focus();
    if (kind === 'help') return setOpened((now) => (now === 'keys' ? undefined : 'keys'));
    if (!first || kind === 'move') return;
    if (kind === 'select') return selection.toggle(first.entry.id);
    if (kind === 'open') return open(first);
    await held(entries);
    if (kind === 'again') return startLikeEntry(first, pane);
    setToggled(undefined);
    setAct({ kind, entries: ofOne.has(kind) ? [first] : entries });
  };
  const fromGrid = (key: KeyAct, row: ListRow) => {
    const isOfSelection = !ofOne.has(key.do) && key.do !== 'select' && selected.length > 0;
    void doWith(key.do, isOfSelection ? selected : [row]);
  };
  const selectAll = () =>
    selection.set(selected.length === rows?.length ? [] : (rows ?? []).map(({ entry }) => entry.id));

  const unfolds = (part: Opened, text: string) => (
    <Button
      kind="link"
      aria-expanded={opened === part}
      aria-controls={unfolded}
      onClick={() => setOpened(opened === part ? undefined : part)}
    >
      {text}
    </Button>
  );
  const list = rows && rows.length > 0 && (
    <LogGrid
      rows={rows}
      selection={selection}
      hasBoxes={isWide || isSelecting || selected.length > 0}
      chosen={beside?.entry.id}
      class={isWide ? 'log-table' : 'log-cards'}
      hasLetters={letters}
      grid={grid}
      act={fromGrid}
      head={
        isWide ? (
          <LogHead
            look={look}
            change={change}
            box={{ isChecked: selected.length === rows.length, toggle: selectAll }}
          />
        ) : undefined
      }
      cells={(row) =>
        isWide ? <LogCells row={row} look={look} sought={sought} /> : <LogCard row={row} sought={sought} />
      }
    />
  );
  return (
    <div class={isWide ? 'view view-wide' : 'view'}>
      <h1 class="title">{t.heading}</h1>
      <FilterBar words={wordsField} />
      <div class="actions actions-tight">
        <Button kind="link" onClick={() => (pane.view.value = 'new')}>
          {menu.new}
        </Button>
        {!isWide && (
          <Button
            kind="link"
            aria-pressed={isSelecting}
            onClick={() => {
              setSelecting(!isSelecting);
              if (isSelecting) selection.set([]);
            }}
          >
            {isSelecting ? t.select.stop : t.select.start}
          </Button>
        )}
        <Button kind="link" onClick={() => pane.openSummary(filter)}>
          {menu.summary}
        </Button>
        {isWide && unfolds('columns', t.choose.open)}
        {unfolds('export', t.export)}
        {unfolds('keys', t.keys.open)}
      </div>
      <div id={unfolded}>
        {opened === 'columns' && isWide && <ColumnChooser look={look} change={change} />}
        {opened === 'keys' && <KeyHelp changed={setLetters} />}
        {opened === 'export' && <ExportList filter={filter} />}
      </div>
      {isWide && look.sort && rows && (
        <p class="hint" role="status">
          {t.sort.loaded(t.columns[look.sort.by], rows.length)}{' '}
          <Button kind="link" onClick={() => change({ ...look, sort: undefined })}>
            {t.sort.undo}
          </Button>
        </p>
      )}
      {!rows && <Skeleton rows={8} label={words.loading} />}
      {found?.length === 0 && server !== 'asking' && <p>{countOf(filter) > 0 ? t.noneFound : t.empty}</p>}
      <div class={beside ? 'wide-log wide-log-both' : 'wide-log'} aria-busy={found === undefined}>
        <div class="log-list">
          {list && (isWide ? <div class="log-scroll">{list}</div> : list)}
          {rows && (
            <ListEnd
              rows={rows}
              server={server}
              isLooking={found === undefined}
              hasMore={hasMore}
              more={source.more}
              refresh={source.refresh}
            />
          )}
        </div>
        {beside && <BesideList row={beside} leave={() => setChosen(undefined)} />}
      </div>
      {(act || toggled || isSelecting || selected.length > 0) && (
        <section class="selection" aria-label={t.select.count(selected.length)}>
          {toggled && (
            <ToggledLine
              key={toggled.result.done[0]?.commandId}
              toggled={toggled}
              leave={() => setToggled(undefined)}
            />
          )}
          {act ? (
            <ActPanel
              key={`${act.kind} ${act.entries[0]?.entry.id}`}
              act={act}
              leave={backToList}
              toggled={(next) => {
                setToggled(next);
                backToList();
              }}
            />
          ) : (
            (isSelecting || selected.length > 0) && (
              <SelectionBar
                entries={selected}
                act={(kind) => void doWith(kind, selected)}
                clear={() => selection.set([])}
              />
            )
          )}
        </section>
      )}
    </div>
  );
}
