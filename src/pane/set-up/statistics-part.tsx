import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { TypedDay } from '../../domain/time.ts';
import type { StatisticsBy } from '../../protocol/statistics.ts';
import { TextField } from '../components/field.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { fieldHint } from './field-error.tsx';
import { SumsTable } from './sums-table.tsx';
import { useStatistics } from './use-statistics.ts';
import { useSetUpTexts } from './use-texts.ts';

/** Sums over a range of days that the reader chooses, this year at first. The server has all entries, so it is asked. */
export function StatisticsPart({
  by,
  nameOf,
  withResponses = false,
  children,
}: {
  by: StatisticsBy;
  nameOf: (code: string) => string;
  withResponses?: boolean;
  children?: ComponentChildren;
}) {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts();
  const today = pane.today.value;
  const [typed, setTyped] = useState<{ from: string; to: string }>({ from: `${today.slice(0, 4)}-01-01`, to: today });
  const from = v.safeParse(TypedDay, typed.from);
  const to = v.safeParse(TypedDay, typed.to);
  const isRange = from.success && to.success && from.output <= to.output;
  const areDays = from.success && to.success;
  const fault = isRange ? undefined : areDays ? words.statistics.badDates : t.form.cannot.date;
  const answer = useStatistics(isRange ? { by, from: from.output, to: to.output } : undefined);
  const format = pane.format.value;
  return (
    <div class="view">
      {children}
      <div class="pair">
        <TextField
          label={words.statistics.from}
          type="date"
          value={typed.from}
          aria-invalid={!isRange}
          onInput={(event) => setTyped({ ...typed, from: event.currentTarget.value })}
        />
        <TextField
          label={words.statistics.to}
          type="date"
          value={typed.to}
          aria-invalid={!isRange}
          hint={fieldHint(fault)}
          onInput={(event) => setTyped({ ...typed, to: event.currentTarget.value })}
        />
      </div>
      <p class="hint">{words.statistics.help}</p>
      {isRange && !answer && <p role="status">{words.statistics.asking}</p>}
      {answer && !answer.known && (
        <p role="status">
          {words.statistics.unknown} {t.problems[answer.why].what}
        </p>
      )}
      {isRange && answer?.known && (
        <SumsTable
          answer={answer.value}
          nameOf={nameOf}
          withResponses={withResponses}
          caption={words.statistics.caption(format.fullDay(from.output), format.fullDay(to.output))}
        />
      )}
    </div>
  );
}
