import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { type Measure, type Sums, useMeasures } from './use-measures.ts';
import { useSummaryTexts } from './use-summary-texts.ts';

export interface CodeSums extends Sums {
  code: string;
  name: string;
}

const fewBars = 8;

/** A bar for each code, the longest first; each opens as a list. */
export function CodeBars({
  heading,
  sums,
  measure,
  open,
}: {
  heading: string;
  sums: readonly CodeSums[];
  measure: Measure;
  open: (code: string) => void;
}) {
  const t = useSummaryTexts();
  const { inWords, line } = useMeasures();
  const [isAll, setAll] = useState(false);
  const ordered = sums.toSorted((a, b) => b[measure] - a[measure]);
  const most = ordered[0]?.[measure] || 1;
  return (
    <section class="summary-part" aria-label={heading}>
      <h2 class="heading">{heading}</h2>
      <ul class="code-bars">
        {ordered.slice(0, isAll ? undefined : fewBars).map((one) => (
          <li key={one.code}>
            <button type="button" class="code-bar" title={line(one)} onClick={() => open(one.code)}>
              <span class="visually-hidden">{t.figures(one.name, line(one))}</span>
              <span class="code-name" aria-hidden="true">
                {one.name}
              </span>
              <span class="code-value" aria-hidden="true">
                {inWords(one, measure)}
              </span>
              <span class="code-track">
                <span
                  class={one[measure] === 0 ? 'code-fill week-none' : 'code-fill'}
                  style={{ width: `${Math.max(0.5, (one[measure] / most) * 100)}%` }}
                />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {!isAll && ordered.length > fewBars && (
        <Button kind="link" class="flush" onClick={() => setAll(true)}>
          {t.all(ordered.length)}
        </Button>
      )}
    </section>
  );
}
