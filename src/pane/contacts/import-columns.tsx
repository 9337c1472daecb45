import { SelectField } from '../components/field.tsx';
import { type ColumnTarget, columnTargets, fillsIn, guessMapping, type Mapping } from './files/columns.ts';
import type { TableRow } from './files/read-csv.ts';
import { useContactTexts } from './use-contact-texts.ts';

interface ImportColumnsProps {
  table: { rows: readonly TableRow[]; hasHeadings: boolean; mapping: Mapping };
  change: (change: { hasHeadings?: boolean; mapping?: Mapping }) => void;
}

/** What each column of the file is taken for, with its first value as a sample. */
export function ImportColumns({ table: { rows, hasHeadings, mapping }, change }: ImportColumnsProps) {
  const { import: t } = useContactTexts();
  const first = rows[0]?.cells ?? [];
  const data = hasHeadings ? rows.slice(1, 50) : rows.slice(0, 50);
  const columns = Math.max(...rows.slice(0, 50).map(({ cells }) => cells.length));
  const sampleOf = (at: number) => data.map(({ cells }) => (cells[at] ?? '').trim()).find((cell) => cell !== '');
  return (
    <section class="contact-section">
      <h2 class="heading">{t.columns}</h2>
      <p class="hint">{t.columnsHelp}</p>
      <label class="contact-check">
        <input
          type="checkbox"
          class="checkbox"
          checked={hasHeadings}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            change({ hasHeadings: checked, mapping: checked ? guessMapping(first) : mapping });
          }}
        />
        {t.headings}
      </label>
      {Array.from({ length: columns }, (_, at) => {
        const sample = sampleOf(at);
        const heading = hasHeadings ? (first[at] ?? '').trim() : '';
        return (
          <SelectField
            key={at}
            label={heading || t.column(at + 1)}
            value={mapping[at] ?? ''}
            options={[
              ['' as ColumnTarget | '', t.skip] as const,
              ...columnTargets.map((target) => [target as ColumnTarget | '', t.targets[target]] as const),
            ]}
            hint={[sample && t.sample(sample.slice(0, 60)), fillsIn(mapping, at) && t.fillsIn]
              .filter(Boolean)
              .join('. ')}
            choose={(target) =>
              change({
                mapping: Array.from({ length: columns }, (_one, other) =>
                  other === at ? target || null : (mapping[other] ?? null),
                ),
              })
            }
          />
        );
      })}
    </section>
  );
}
