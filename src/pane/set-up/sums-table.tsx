import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { StatisticsResponse } from '../../protocol/statistics.ts';
import { SelectField } from '../components/field.tsx';
import { usePane } from '../state/pane-context.ts';
import { useSetUpTexts } from './use-texts.ts';

type Sums = StatisticsResponse['total'];
const measures = ['count', 'minutes', 'cost'] as const;
type Measure = (typeof measures)[number];

const lineHeight = 22;
const width = 320;
const labelWidth = 92;
const valueWidth = 76;
const mostBars = 12;

/**
 * Sums by code: bars for one measure, and a table of all of them that says the same and more. In the table a name has a
 * line of its own above its numbers, so that all columns have room in a narrow pane.
 */
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
  const columns = [
    ...measures.map((of) => ({ head: names[of], text: (sums: Sums) => value(sums, of) })),
    ...(withResponses ? [{ head: t.statistics.responses, text: (sums: Sums) => format.number(sums.responses) }] : []),
  ];
  const lines = (head: ComponentChildren, sums: Sums) => (
    <>
      <tr>
        <th scope="rowgroup" colSpan={columns.length}>
          {head}
        </th>
      </tr>
      <tr>
        {columns.map((column) => (
          <td key={column.head}>{column.text(sums)}</td>
        ))}
      </tr>
    </>
  );
  return (
    <>
      <SelectField
        label={t.statistics.show}
        value={measure}
        options={measures.map((of) => [of, names[of]] as const)}
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
              {columns.map(({ head }) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {answer.sums.map((one) => (
            <tbody key={one.code}>
              {lines(
                <>
                  {one.code} <span class="sum-name">{nameOf(one.code)}</span>
                </>,
                one,
              )}
            </tbody>
          ))}
          <tfoot>{lines(t.statistics.total, answer.total)}</tfoot>
        </table>
      </section>
    </>
  );
}
