import { useMessages, usePane } from '../state/pane-context.ts';
import type { Year } from './year-of.ts';

const height = 20;
const step = 6;

/** Twelve months as bars, with a table that says the same to a screen reader. */
export function YearBars({ year }: { year: Year }) {
  const { format } = usePane();
  const t = useMessages();
  const most = Math.max(1, ...year.months.map(({ count }) => count));
  return (
    <>
      <svg class="bars" width={12 * step} height={height} viewBox={`0 0 ${12 * step} ${height}`} aria-hidden="true">
        {year.months.map(({ month, count }, at) => {
          const tall = count === 0 ? 1 : Math.max(3, Math.round((count / most) * height));
          const full = count === 0 ? 'bar bar-none' : 'bar';
          return (
            <rect key={month} class={full} x={at * step} y={height - tall} width={step - 2} height={tall} rx="1" />
          );
        })}
      </svg>
      <div class="visually-hidden">
        <table>
          <caption>{t.history.bars}</caption>
          <thead>
            <tr>
              <th scope="col">{t.history.month}</th>
              <th scope="col">{t.history.interactions}</th>
            </tr>
          </thead>
          <tbody>
            {year.months.map(({ month, count }) => (
              <tr key={month}>
                <th scope="row">{format.value.month(month, 'long')}</th>
                <td>{format.value.number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
