import { usePane } from '../state/pane-context.ts';
import { cellOf } from './columns/cell-of.ts';
import { inFigures, type LogColumn, type TableLook } from './columns/log-columns.ts';
import { EntryBadges, EntryStateChips } from './entry-state.tsx';
import { foundIn } from './found-in.ts';
import { Marked } from './marked.tsx';
import type { ListRow } from './merge-rows.ts';
import { useLogListTexts } from './use-log-list-texts.ts';

const marked: ReadonlySet<LogColumn> = new Set(['contact', 'company', 'subject', 'via']);

/** The cells of a row of the table, in the order of the chosen columns. */
export function LogCells({ row, look, sought }: { row: ListRow; look: TableLook; sought: readonly string[] }) {
  const pane = usePane();
  const found = foundIn(row, sought);
  return (
    <>
      {look.columns.map((column) => {
        const { text } = cellOf(column, row, pane);
        if (column === 'status')
          return (
            <td key={column} class="state">
              <span class="row-chips">
                <EntryStateChips row={row} isFull />
                <EntryBadges row={row} hides={['evaluation', 'comments']} />
              </span>
            </td>
          );
        if (column === 'description')
          return (
            <td key={column} class="description">
              <button type="button" class="log-open" tabIndex={-1}>
                <Marked text={text} sought={sought} />
              </button>
              {found !== undefined && (
                <span class="row-found">
                  <Marked text={found} sought={sought} />
                </span>
              )}
            </td>
          );
        return (
          <td key={column} class={column === 'day' ? 'day' : inFigures.has(column) ? 'in-figures' : undefined}>
            {marked.has(column) ? <Marked text={text} sought={sought} /> : text}
          </td>
        );
      })}
    </>
  );
}

/** The head of the table: a press on a column sorts the loaded rows by it, another turns the order, a third undoes it. */
export function LogHead({
  look,
  change,
  box,
}: {
  look: TableLook;
  change: (look: TableLook) => void;
  /** The text of the box that selects all. */
  box?: { isChecked: boolean; toggle: () => void } | undefined;
}) {
  const t = useLogListTexts();
  const { columns, sort } = look;
  const press = (column: LogColumn) => {
    const next =
      sort?.by !== column
        ? ({ by: column, direction: 'up' } as const)
        : sort.direction === 'up'
          ? ({ by: column, direction: 'down' } as const)
          : undefined;
    change({ ...look, sort: next });
  };
  return (
    <thead>
      <tr>
        {box && (
          <td class="box">
            <input
              type="checkbox"
              class="checkbox"
              aria-label={t.select.all}
              title={t.select.all}
              checked={box.isChecked}
              onChange={box.toggle}
            />
          </td>
        )}
        {columns.map((column) => {
          const direction = sort?.by === column ? sort.direction : undefined;
          return (
            <th
              key={column}
              scope="col"
              class={inFigures.has(column) ? 'in-figures' : undefined}
              aria-sort={direction && (direction === 'up' ? 'ascending' : 'descending')}
            >
              <button
                type="button"
                class="sort-button"
                title={t.sort.by(t.columns[column])}
                onClick={() => press(column)}
              >
                {t.columns[column]}
                {direction && <span aria-hidden="true">{direction === 'up' ? ' ↑' : ' ↓'}</span>}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
