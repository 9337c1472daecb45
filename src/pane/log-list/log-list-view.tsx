import '../theme/history.css';
import './log-list.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { soughtWords } from '../../domain/sought-words.ts';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { ActArea } from './act/act-area.tsx';
import { BesideList } from './beside-list.tsx';
import { keepLook, readLook, type TableLook } from './columns/log-columns.ts';
import { sortRows } from './columns/sort-rows.ts';
import { FilterBar } from './filter/filter-bar.tsx';
import { countOf } from './filter/filter-query.ts';
import { UnusableParts } from './filter/unusable-parts.tsx';
import { ListEnd } from './list-end.tsx';
import { hasLetters } from './list-keys.ts';
import { ListTools, type Unfolded } from './list-tools.tsx';
import { LogCard } from './log-cards.tsx';
import { focusRow, LogGrid } from './log-grid.tsx';
import { LogCells, LogHead } from './log-table.tsx';
import { useListActs } from './use-list-acts.ts';
import { useLogListTexts } from './use-log-list-texts.ts';
import { useLogSource } from './use-log-source.ts';
import { useSelection } from './use-selection.ts';

/**
 * The log: cards in the pane, on the wide page a table with the chosen entry beside it. What it shows is the pane's
 * `logFilter`; it stays mounted, hidden, while an entry's page is open that was opened from it or one is logged again, and
 * keeps its place so.
 */
export function LogListView() {
  const pane = usePane();
  const { pane: words } = useMessages();
  const t = useLogListTexts();
  const { preferences } = pane.services;
  const filter = pane.logFilter.value;
  const isWide = pane.isWide.value;
  const source = useLogSource(filter);
  const { rows: found, server, hasMore, isUnread } = source.shown.value;
  // What was found before stays until the first of what is looked for now is there.
  const before = useRef(found);
  const loaded = found ?? before.current;
  useEffect(() => {
    before.current = loaded;
  }, [loaded]);
  const [look, setLook] = useState(() => readLook(preferences));
  const [letters, setLetters] = useState(() => hasLetters(preferences));
  const [unfolded, unfold] = useState<Unfolded>();
  const [isSelecting, setSelecting] = useState(false);
  const selection = useSelection();
  const grid = useRef<HTMLTableElement>(null);
  const wordsField = useRef<HTMLInputElement>(null);
  const rows = loaded && (isWide ? sortRows(loaded, look.sort, pane) : loaded);
  const selected = (rows ?? []).filter(({ entry }) => selection.ids.has(entry.id));
  const acts = useListActs({
    ...{ source, selection, selected, grid },
    goToWords: () => wordsField.current?.focus(),
    toggleHelp: () => unfold((now) => (now === 'keys' ? undefined : 'keys')),
  });
  const sought = useMemo(() => soughtWords(filter.text ?? ''), [filter.text]);
  const beside = isWide ? rows?.find(({ entry }) => entry.id === acts.chosen) : undefined;

  const isShown = pane.view.value === 'log';
  useEffect(() => {
    if (isShown && selection.active) focusRow(grid.current, selection.active);
  }, [isShown]);

  const change = (next: TableLook) => {
    setLook(next);
    keepLook(preferences, next);
  };
  const noneText = () => {
    if (server === 'unknown') return t.noneHere;
    if (hasMore) return t.noneYet;
    return countOf(filter) > 0 ? t.noneFound : t.empty;
  };
  const isAll = selected.length === rows?.length;
  const selectAll = () => selection.set(isAll ? [] : (rows ?? []).map(({ entry }) => entry.id));
  const list = rows && rows.length > 0 && (
    <LogGrid
      rows={rows}
      selection={selection}
      hasBoxes={isWide || isSelecting || selected.length > 0}
      isSelecting={isSelecting}
      chosen={beside?.entry.id}
      class={isWide ? 'log-table' : 'log-cards'}
      hasLetters={letters}
      grid={grid}
      holdBack={acts.holdBack}
      act={(key, row) => acts.beginAt(key.do, row)}
      head={isWide && <LogHead look={look} change={change} box={{ isChecked: isAll, toggle: selectAll }} />}
      cells={(row) =>
        isWide ? <LogCells row={row} look={look} sought={sought} /> : <LogCard row={row} sought={sought} />
      }
    />
  );
  return (
    <div class={isWide ? 'view view-wide' : 'view'}>
      <h1 class="title">{t.heading}</h1>
      <UnusableParts />
      <FilterBar words={wordsField} />
      <ListTools
        {...{ unfolded, unfold, isSelecting, look, change, setLetters }}
        setSelecting={(isOn) => {
          setSelecting(isOn);
          if (!isOn) selection.set([]);
        }}
      />
      {isWide && look.sort && rows && (
        <p class="hint" role="status">
          {hasMore ? t.sort.loaded(t.columns[look.sort.by], rows.length) : t.sort.all(t.columns[look.sort.by])}{' '}
          <Button kind="link" onClick={() => change({ ...look, sort: undefined })}>
            {t.sort.undo}
          </Button>
        </p>
      )}
      {isUnread && (
        <p class="hint" role="alert">
          {words.loadFailed}{' '}
          <Button kind="link" onClick={source.refresh}>
            {words.retry}
          </Button>
        </p>
      )}
      {!rows && !isUnread && <Skeleton rows={8} label={words.loading} />}
      {found?.length === 0 && server !== 'asking' && <p>{noneText()}</p>}
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
        {beside && <BesideList row={beside} leave={acts.leaveChosen} />}
      </div>
      <ActArea {...{ acts, selection, selected, isSelecting }} beside={beside?.entry.id} />
    </div>
  );
}
