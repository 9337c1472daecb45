import { Button } from '../components/button.tsx';
import { type Sums, useMeasures } from './use-measures.ts';
import { useSummaryTexts } from './use-summary-texts.ts';

export interface FiguresRow extends Sums {
  key: string;
  name: string;
}

/** The figures behind a picture, for who reads rather than looks; its names are links only where it is seen. */
export function FiguresTable({
  caption,
  rows,
  total,
  open,
}: {
  caption: string;
  rows: readonly FiguresRow[];
  /** Undefined where the rows are not all of it. */
  total: Sums | undefined;
  open: ((key: string) => void) | undefined;
}) {
  const t = useSummaryTexts();
  const { inWords } = useMeasures();
  const figures = (sums: Sums) => (
    <>
      <td class="in-figures">{inWords(sums, 'count')}</td>
      <td class="in-figures">{inWords(sums, 'minutes')}</td>
      <td class="in-figures">{inWords(sums, 'cost')}</td>
    </>
  );
  return (
    <table class="figures">
      <caption class="heading">{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" class="in-figures">
            {t.measure.count}
          </th>
          <th scope="col" class="in-figures">
            {t.measure.minutes}
          </th>
          <th scope="col" class="in-figures">
            {t.measure.cost}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {open ? (
                <Button kind="link" class="flush" onClick={() => open(row.key)}>
                  {row.name}
                </Button>
              ) : (
                row.name
              )}
            </th>
            {figures(row)}
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            {figures(total)}
          </tr>
        </tfoot>
      )}
    </table>
  );
}
