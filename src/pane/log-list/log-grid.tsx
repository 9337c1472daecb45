import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { entryStatus } from '../../domain/entry-status.ts';
import type { EntryId } from '../../domain/ids.ts';
import { type KeyAct, keyActOf, pageOfRows } from './list-keys.ts';
import type { ListRow } from './merge-rows.ts';
import { useLogListTexts } from './use-log-list-texts.ts';
import type { ListSelection } from './use-selection.ts';

interface LogGridProps {
  rows: readonly ListRow[];
  selection: ListSelection;
  /** Each row has a box to select it by. */
  hasBoxes: boolean;
  /** Wherever a row is pressed, that selects it. */
  isSelecting: boolean;
  /** The row that is shown beside the list. */
  chosen?: EntryId | undefined;
  class: string;
  hasLetters: boolean;
  grid: RefObject<HTMLTableElement | null>;
  head?: ComponentChildren;
  /** The cells of a row. */
  cells: (row: ListRow) => ComponentChildren;
  act: (act: KeyAct, row: ListRow) => void;
  /** Takes a key that is meant for a form which is about to open. */
  holdBack: (event: KeyboardEvent) => boolean;
}

/**
 * The list as a grid by the ARIA pattern: one row is in the tab order, arrows move the focus from row to row, Space and
 * Shift select. The focus stays in the list when rows come and go: on its row, else on the one that took its place.
 */
export function LogGrid({
  rows,
  selection,
  hasBoxes,
  isSelecting,
  chosen,
  hasLetters,
  grid,
  head,
  cells,
  act,
  holdBack,
  ...rest
}: LogGridProps) {
  const t = useLogListTexts();
  const { active } = selection;
  const before = useRef<{ at: number; hadFocus: boolean }>({ at: 0, hadFocus: false });
  const at = rows.findIndex(({ entry }) => entry.id === active);
  const inOrder = rows[at >= 0 ? at : Math.min(before.current.at, rows.length - 1)];
  useLayoutEffect(() => {
    const { hadFocus } = before.current;
    if (at >= 0) before.current.at = at;
    if (!inOrder || !hadFocus || document.activeElement !== document.body) return;
    focusRow(grid.current, inOrder.entry.id);
  }, [rows]);

  const onKeyDown = (event: KeyboardEvent, row: ListRow) => {
    if (event.target !== event.currentTarget) return; // a control within the row has keys of its own
    const key = keyActOf(event, hasLetters);
    if (holdBack(event)) {
      event.preventDefault();
      return event.stopPropagation();
    }
    if (!key) return;
    event.preventDefault();
    event.stopPropagation();
    if (key.do !== 'move') return act(key, row);
    const from = rows.indexOf(row);
    const last = rows.length - 1;
    const to = {
      ...{ next: from + 1, before: from - 1, first: 0, last },
      ...{ 'page-on': Math.min(from + pageOfRows, last), 'page-back': Math.max(from - pageOfRows, 0) },
    }[key.to];
    const next = rows[to];
    if (!next) return;
    if (key.extends) selection.extend(rows, row.entry.id, next.entry.id);
    focusRow(grid.current, next.entry.id);
  };
  const onClick = (event: MouseEvent, row: ListRow) => {
    if (event.target instanceof HTMLInputElement) return;
    if (event.shiftKey) selection.extend(rows, inOrder?.entry.id ?? row.entry.id, row.entry.id);
    else if (isSelecting || event.ctrlKey || event.metaKey) selection.toggle(row.entry.id);
    else act({ do: 'open' }, row);
    selection.setActive(row.entry.id);
  };
  return (
    <table
      {...rest}
      ref={grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern, over what a table says by itself
      role="grid"
      aria-label={t.heading}
      aria-multiselectable="true"
      onFocusIn={({ target }) => {
        before.current.hadFocus = target instanceof HTMLTableRowElement;
      }}
      onFocusOut={({ relatedTarget }) => {
        // A row that goes away leaves nothing that took the focus from it.
        if (relatedTarget !== null) before.current.hadFocus = false;
      }}
    >
      {head}
      <tbody>
        {rows.map((row) => {
          const { id } = row.entry;
          const isSelected = selection.ids.has(id);
          return (
            <tr
              key={id}
              data-entry={id}
              data-place={row === inOrder ? 'act' : undefined}
              class={`is-${entryStatus(row.entry)}`}
              tabIndex={row === inOrder ? 0 : -1}
              aria-selected={isSelected}
              aria-current={id === chosen ? 'true' : undefined}
              onFocus={() => selection.setActive(id)}
              onKeyDown={(event) => onKeyDown(event, row)}
              onClick={(event) => onClick(event, row)}
            >
              {hasBoxes && (
                <td class="box">
                  <input
                    type="checkbox"
                    class="checkbox"
                    tabIndex={-1}
                    aria-label={t.select.one([row.entry.description, row.contact?.name].filter(Boolean).join(', '))}
                    checked={isSelected}
                    onChange={() => selection.toggle(id)}
                  />
                </td>
              )}
              {cells(row)}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Puts the focus on a row, where it is in the list. */
export function focusRow(grid: HTMLElement | null, id: EntryId): void {
  grid?.querySelector<HTMLElement>(`[data-entry="${id}"]`)?.focus();
}
