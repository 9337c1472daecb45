import { Button } from '../../components/button.tsx';
import { useLogListTexts } from '../use-log-list-texts.ts';
import { firstLook, type LogColumn, logColumns, moved, type TableLook } from './log-columns.ts';

/** Which columns the table shows and in which order. */
export function ColumnChooser({ look, change }: { look: TableLook; change: (look: TableLook) => void }) {
  const t = useLogListTexts();
  const { columns } = look;
  const hidden = logColumns.filter((column) => !columns.includes(column));
  const set = (next: readonly LogColumn[]) => change({ ...look, columns: next });
  return (
    <section class="column-chooser" aria-label={t.choose.open}>
      <ol aria-label={t.choose.shown}>
        {columns.map((column, at) => {
          const name = t.columns[column];
          return (
            <li key={column} class="chosen-column">
              <span class="column-name">{name}</span>
              <Button
                kind="subtle"
                icon={<span aria-hidden="true">↑</span>}
                aria-label={t.choose.up(name)}
                aria-disabled={at === 0}
                onClick={() => set(moved(columns, column, -1))}
              />
              <Button
                kind="subtle"
                icon={<span aria-hidden="true">↓</span>}
                aria-label={t.choose.down(name)}
                aria-disabled={at === columns.length - 1}
                onClick={() => set(moved(columns, column, 1))}
              />
              <Button
                kind="subtle"
                icon={<span aria-hidden="true">×</span>}
                aria-label={t.choose.hide(name)}
                aria-disabled={columns.length === 1}
                onClick={() => columns.length > 1 && set(columns.filter((one) => one !== column))}
              />
            </li>
          );
        })}
      </ol>
      {hidden.length > 0 && (
        <ul class="hidden-columns" aria-label={t.choose.hidden}>
          {hidden.map((column) => (
            <li key={column}>
              <Button aria-label={t.choose.show(t.columns[column])} onClick={() => set([...columns, column])}>
                + {t.columns[column]}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button kind="link" onClick={() => change(firstLook)}>
        {t.choose.reset}
      </Button>
    </section>
  );
}
