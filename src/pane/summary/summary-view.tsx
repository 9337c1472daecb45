import './summary.css';
import { useState } from 'preact/hooks';
import type { LogFilter } from '../../domain/log-filter.ts';
import { Skeleton } from '../components/skeleton.tsx';
import { usePane } from '../state/pane-context.ts';
import { NeedsServer } from '../whole-log/needs-server.tsx';
import { useLookUp } from '../whole-log/use-look-up.ts';
import { useWholeLogTexts } from '../whole-log/use-whole-log-texts.ts';
import { OfFields } from './of-fields.tsx';
import { type ChosenPeriod, daysOf } from './period.ts';
import { PeriodField } from './period-field.tsx';
import { Pictures } from './pictures.tsx';
import { useSummaryTexts } from './use-summary-texts.ts';

/** What the team has done in a time, of everything or of one template, salesperson, campaign, contact or company. */
export function SummaryView() {
  const pane = usePane();
  const t = useSummaryTexts();
  const { asking } = useWholeLogTexts();
  const { from, to, ...of } = pane.summaryFilter.value;
  const today = pane.today.value;
  const [chosen, setChosen] = useState<ChosenPeriod>({
    period: from === undefined && to === undefined ? 'half' : 'own',
    from: from ?? `${today.slice(0, 4)}-01-01`,
    to: to ?? today,
  });
  const days = daysOf(chosen, today);
  const filter: LogFilter | undefined = days && { ...of, ...days };
  const { wholeLog } = pane.services.device;
  const { answer, again } = useLookUp(JSON.stringify(filter), filter && ((signal) => wholeLog.summary(filter, signal)));
  return (
    <div class="view">
      <h1 class="title">{t.heading}</h1>
      <p class="hint">{t.help}</p>
      <PeriodField chosen={chosen} isValid={days !== undefined} choose={setChosen} />
      <details class="summary-of" open={pane.isWide.value || Object.values(of).some((one) => one !== undefined)}>
        <summary>{t.of.heading}</summary>
        <OfFields filter={of} change={(next) => (pane.summaryFilter.value = next)} />
      </details>
      {filter && !answer && <Skeleton rows={9} label={asking} />}
      {answer && !answer.known && <NeedsServer why={answer.why} again={again} />}
      {filter && answer?.known && <Pictures filter={filter} summary={answer.value} />}
    </div>
  );
}
