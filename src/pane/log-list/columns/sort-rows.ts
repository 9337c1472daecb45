import type { PaneState } from '../../state/pane-state.ts';
import type { ListRow } from '../merge-rows.ts';
import { type Cell, cellOf } from './cell-of.ts';
import type { LogSort } from './log-columns.ts';

/** The loaded rows by a column; blanks come last, alike ones stay newest first. */
export function sortRows(rows: readonly ListRow[], sort: LogSort | undefined, pane: PaneState): readonly ListRow[] {
  if (!sort) return rows;
  const order = new Intl.Collator(pane.language.value, { numeric: true });
  const sign = sort.direction === 'up' ? 1 : -1;
  const compare = (a: Cell, b: Cell) => {
    if (a.text === '' || b.text === '') return Number(a.text === '') - Number(b.text === '');
    if (typeof a.sort === 'number' && typeof b.sort === 'number') return sign * (a.sort - b.sort);
    return sign * order.compare(String(a.sort), String(b.sort));
  };
  return rows
    .map((row) => ({ row, cell: cellOf(sort.by, row, pane) }))
    .sort((a, b) => compare(a.cell, b.cell))
    .map(({ row }) => row);
}
