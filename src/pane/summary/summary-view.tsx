import '../log-list/log-list.css';
import './summary.css';
import { useState } from 'preact/hooks';
import type { LogFilter } from '../../domain/log-filter.ts';
import { Banner } from '../components/banner.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { FilterChips } from '../log-list/filter/filter-chips.tsx';
import { UnusableParts } from '../log-list/filter/unusable-parts.tsx';
import { usePane } from '../state/pane-context.ts';
import { NeedsServer } from '../whole-log/needs-server.tsx';
import { useLookUp } from '../whole-log/use-look-up.ts';
import { useWholeLogTexts } from '../whole-log/use-whole-log-texts.ts';
import { OfFields } from './of-fields.tsx';
import { type ChosenPeriod, daysOf, periodOf } from './period.ts';
import { PeriodField } from './period-field.tsx';
import { Pictures } from './pictures.tsx';
import { useSummaryTexts } from './use-summary-texts.ts';

/**
 * What the team has done in a time, of everything or of one template, salesperson, campaign, contact or company. Period
 * and parts are the pane's `summaryFilter`, so that one comes back from a bar's list to the same figures.
 */
export function SummaryView() {
  const pane = usePane();
  const t = useSummaryTexts();
  const { asking } = useWholeLogTexts();
  const { summaryFilter, today } = pane;
  const set = summaryFilter.value;
  // What is chosen and typed here, for as long as the filter is the one that came of it.
  const [typed, setTyped] = useState<{ period: ChosenPeriod; filter: LogFilter | undefined }>();
  const chosen = typed && typed.filter === set ? typed.period : periodOf(set, today.value);
  const days = daysOf(chosen, today.value);
  // Canceled entries are in no sum: a list of them is summed up as if it did not say, which is told; one of all but them
  // is what is summed up anyway.
  const { from: _from, to: _to, status, ...others } = set ?? {};
  const of: LogFilter = status === 'canceled' || status === 'counted' ? others : { ...others, status };
  const { contact, template, group, salesperson, campaign, ...besides } = of;
  const filter: LogFilter | undefined = days && withoutNone({ ...of, ...days });
  const change = (next: { of?: LogFilter; period?: ChosenPeriod }) => {
    const period = next.period ?? chosen;
    const within = daysOf(period, today.value);
    // Dates that are being typed are not yet a period.
    if (within) summaryFilter.value = withoutNone({ ...(next.of ?? of), ...within });
    else if (next.of) summaryFilter.value = withoutNone({ ...next.of, from: set?.from, to: set?.to });
    setTyped({ period, filter: summaryFilter.value });
  };
  const { wholeLog } = pane.services.device;
  const { answer, again } = useLookUp(JSON.stringify(filter), filter && ((signal) => wholeLog.summary(filter, signal)));
  return (
    <div class="view">
      <h1 class="title">{t.heading}</h1>
      <p class="hint">{t.help}</p>
      <UnusableParts />
      {status === 'canceled' && (
        <Banner tone="info" title={t.canceled.title}>
          {t.canceled.help}
        </Banner>
      )}
      <PeriodField chosen={chosen} isValid={days !== undefined} choose={(period) => change({ period })} />
      <details class="summary-of" open={pane.isWide.value || Object.values(of).some((one) => one !== undefined)}>
        <summary>{t.of.heading}</summary>
        <OfFields filter={of} change={(next) => change({ of: next })} />
        <FilterChips
          filter={withoutNone(besides)}
          change={(next) => change({ of: { contact, template, group, salesperson, campaign, ...next } })}
        />
      </details>
      {filter && !answer && <Skeleton rows={9} label={asking} />}
      {answer && !answer.known && <NeedsServer why={answer.why} again={again} />}
      {filter && answer?.known && <Pictures filter={filter} summary={answer.value} />}
    </div>
  );
}

function withoutNone(filter: LogFilter): LogFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
