import { useEffect, useRef, useState } from 'preact/hooks';
import { daysAfter } from '../../domain/days-after.ts';
import type { Day } from '../../domain/time.ts';
import { usePane } from '../state/pane-context.ts';
import { type Measure, type Sums, useMeasures } from './use-measures.ts';
import { useSummaryTexts } from './use-summary-texts.ts';

const mostWeeks = 104;

export interface Week extends Sums {
  week: Day;
}

/**
 * A column for each week, those without interactions too. It is one stop for Tab; arrows, Home and End move within it,
 * and a week opens as a list.
 */
export function WeekColumns({
  weeks,
  measure,
  open,
}: {
  weeks: readonly Week[];
  measure: Measure;
  open: (week: Day) => void;
}) {
  const pane = usePane();
  const t = useSummaryTexts();
  const { inWords, line } = useMeasures();
  const { all, isCut } = withGaps(weeks);
  const last = all.length - 1;
  const [at, setAt] = useState(last);
  const [shown, setShown] = useState<number>();
  const around = useRef<HTMLDivElement>(null);
  const active = Math.min(at, last);
  useEffect(() => {
    // The newest weeks are what one looks at first.
    if (around.current) around.current.scrollLeft = around.current.scrollWidth;
  }, [last]);
  const move = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: Math.max(0, active - 1),
      ArrowRight: Math.min(last, active + 1),
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
    around.current?.querySelectorAll('button')[to]?.focus();
  };
  const most = Math.max(...all.map((one) => one[measure]), 0) || 1;
  const format = pane.format.value;
  const said = all[shown ?? active];
  const largest = { count: 0, minutes: 0, cost: 0, [measure]: most };
  return (
    <>
      <div class="weeks-scaled">
        <div class="week-axis" aria-hidden="true">
          <span>{inWords(largest, measure)}</span>
          <span>0</span>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
        <div class="weeks" role="group" aria-label={t.weeks} title={t.weeksHelp} ref={around} onKeyDown={move}>
          {all.map((one, index) => (
            <button
              type="button"
              key={one.week}
              class="week"
              tabIndex={index === active ? 0 : -1}
              onClick={() => open(one.week)}
              onFocus={() => setAt(index)}
              onMouseEnter={() => setShown(index)}
              onMouseLeave={() => setShown(undefined)}
            >
              <span class="visually-hidden">{t.figures(t.week(format.fullDay(one.week)), line(one))}</span>
              <span class="week-column">
                <span
                  class={one[measure] === 0 ? 'week-bar week-none' : 'week-bar'}
                  style={{ height: `${Math.max(2, (one[measure] / most) * 100)}%` }}
                />
              </span>
              <span class="week-month" aria-hidden="true">
                {startsMonth(one.week) && format.month(one.week.slice(0, 7), 'short')}
              </span>
            </button>
          ))}
        </div>
      </div>
      {isCut && <p class="hint">{t.lastWeeks(mostWeeks)}</p>}
      <p class="hint" aria-hidden="true">
        {said && `${t.week(format.day(said.week, pane.today.value))}: ${inWords(said, measure)}`}
      </p>
    </>
  );
}

function startsMonth(week: Day): boolean {
  return Number(week.slice(8)) <= 7;
}

/** From the first week to the last without holes, but no more than the last two years: one old entry makes no thousand columns. */
function withGaps(weeks: readonly Week[]): { all: Week[]; isCut: boolean } {
  const byWeek = new Map(weeks.map((one) => [one.week, one]));
  const all: Week[] = [];
  const [first] = weeks;
  const last = weeks.at(-1);
  if (!first || !last) return { all, isCut: false };
  const earliest = daysAfter(last.week, -7 * (mostWeeks - 1));
  const isCut = first.week < earliest;
  for (let week = isCut ? earliest : first.week; week <= last.week; week = daysAfter(week, 7))
    all.push(byWeek.get(week) ?? { week, count: 0, minutes: 0, cost: 0 });
  return { all, isCut };
}
