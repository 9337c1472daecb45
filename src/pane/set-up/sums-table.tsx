import { useState } from 'preact/hooks';
import type { StatisticsResponse } from '../../protocol/statistics.ts';
import { SelectField } from '../components/field.tsx';
import { usePane } from '../state/pane-context.ts';
import { useSetUpTexts } from './use-texts.ts';

type Sums = StatisticsResponse['total'];
type Measure = 'count' | 'minutes' | 'cost';

const lineHeight = 22;
const width = 320;
const labelWidth = 92;
const valueWidth = 76;
const mostBars = 12;

/** Sums by code: bars for one measure, and a table of all of them that says the same and more. */
export function SumsTable({
  answer,
  nameOf,
  caption,
  withResponses = false,
}: {
  answer: StatisticsResponse;
  nameOf: (code: string) => string;
  caption: string;
  withResponses?: boolean;
}) {
  const pane = usePane();
  const t = useSetUpTexts();
  const [measure, setMeasure] = useState<Measure>('count');
  const format = pane.format.value;
  const currency = pane.setup.value?.workspace?.currency ?? '';
  const names: Record<Measure, string> = {
    count: t.statistics.count,
    minutes: t.statistics.minutes,
    cost: t.statistics.cost(currency),
  };
  const value = (sums: Sums, of: Measure) =>
    of === 'cost' && currency !== '' ? format.money(sums.cost, currency) : format.number(sums[of]);
  if (answer.sums.length === 0) return <p>{t.statistics.empty}</p>;

  const bars = answer.sums.toSorted((a, b) => b[measure] - a[measure]).slice(0, mostBars);
  const most = Math.max(...bars.map((one) => one[measure]), 0) || 1;
  const room = width - labelWidth - valueWidth;
  const numbers = (sums: Sums) => (
    <>
      <td class="in-figures">{value(sums, 'count')}</td>
      <td class="in-figures">{value(sums, 'minutes')}</td>
      <td class="in-figures">{value(sums, 'cost')}</td>
      {withResponses && <td class="in-figures">{format.number(sums.responses)}</td>}
    </>
  );
  return (
    <>
      <SelectField
        label={t.statistics.show}
        value={measure}
        options={Object.entries(names) as [Measure, string][]} // its keys are the measures
        choose={setMeasure}
      />
      <svg class="sum-bars" viewBox={`0 0 ${width} ${bars.length * lineHeight}`} aria-hidden="true">
        {bars.map((one, at) => (
          <g key={one.code} transform={`translate(0 ${at * lineHeight})`}>
            <text x={labelWidth - 6} y={15} text-anchor="end">
              {one.code}
            </text>
            <rect
              class={one[measure] === 0 ? 'bar bar-none' : 'bar'}
              x={labelWidth}
              y={4}
              width={Math.max(1, (one[measure] / most) * room)}
              height={lineHeight - 8}
              rx="2"
            />
            <text x={labelWidth + Math.max(1, (one[measure] / most) * room) + 6} y={15}>
              {value(one, measure)}
            </text>
          </g>
        ))}
      </svg>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="scroll-x" tabIndex={0} aria-label={caption}>
        <table class="sums">
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.statistics.code}</th>
              <th scope="col" class="in-figures">
                {names.count}
              </th>
              <th scope="col" class="in-figures">
                {names.minutes}
              </th>
              <th scope="col" class="in-figures">
                {names.cost}
              </th>
              {withResponses && (
                <th scope="col" class="in-figures">
                  {t.statistics.responses}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {answer.sums.map((one) => (
              <tr key={one.code}>
                <th scope="row">
                  {one.code} <span class="sum-name">{nameOf(one.code)}</span>
                </th>
                {numbers(one)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.statistics.total}</th>
              {numbers(answer.total)}
            </tr>
          </tfoot>
        </table>
      </section>
    </>
  );
}
