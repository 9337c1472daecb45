import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { daysAfter } from '../../domain/days-after.ts';
import { LogFilter } from '../../domain/log-filter.ts';
import { describe } from '../../domain/template-defaults.ts';
import type { LogSummaryResponse } from '../../protocol/log-list.ts';
import { Button } from '../components/button.tsx';
import { PillChoice } from '../components/pill-choice.tsx';
import { usePane } from '../state/pane-context.ts';
import { CodeBars } from './code-bars.tsx';
import { FiguresTable } from './figures-table.tsx';
import { type Measure, measures, useMeasures } from './use-measures.ts';
import { useSummaryTexts } from './use-summary-texts.ts';
import { WeekColumns } from './week-columns.tsx';

/** A summary as pictures, and as tables of the same figures; everything in it opens what it was made of. */
export function Pictures({ filter, summary }: { filter: LogFilter; summary: LogSummaryResponse }) {
  const pane = usePane();
  const t = useSummaryTexts();
  const { inWords } = useMeasures();
  const [measure, setMeasure] = useState<Measure>('count');
  const [isTable, setTable] = useState(false);
  const { total, weeks } = summary;
  if (total.count === 0) return <p>{t.empty}</p>;

  const { templates = [], salespeople = [], campaigns = [] } = pane.setup.value ?? {};
  const nameOfTemplate = (code: string) => {
    const found = templates.find(({ id }) => id === code);
    return found ? describe(found, [pane.language.value]) : code;
  };
  const nameOfSalesperson = (code: string) => salespeople.find(({ id }) => id === code)?.name ?? code;
  const nameOfCampaign = (code: string) => campaigns.find(({ id }) => id === code)?.description ?? code;
  const openLog = (more: object) => {
    // The list shows what was counted: canceled entries were not.
    const narrowed = v.safeParse(LogFilter, { status: 'counted', ...filter, ...more });
    if (narrowed.success) pane.openLog(narrowed.output);
  };
  const openWeek = (week: LogSummaryResponse['weeks'][number]['week']) => openLog(weekWithin(filter, week));
  const ofCampaigns = {
    heading: t.campaigns,
    // Most of what is logged belongs to none.
    total: undefined,
    rows: summary.campaigns.map(({ code, ...sums }) => ({ key: code, name: nameOfCampaign(code), ...sums })),
    open: (key: string) => openLog({ campaign: key }),
  };
  const parts = [
    {
      heading: t.weeks,
      total,
      rows: weeks.map(({ week, ...sums }) => ({ key: week, name: pane.format.value.fullDay(week), ...sums })),
      open: (key: string) => {
        const found = weeks.find(({ week }) => week === key);
        if (found) openWeek(found.week);
      },
    },
    {
      heading: t.templates,
      total,
      rows: summary.templates.map(({ code, ...sums }) => ({ key: code, name: nameOfTemplate(code), ...sums })),
      open: (key: string) => openLog({ template: key }),
    },
    {
      heading: t.salespeople,
      total,
      rows: summary.salespeople.map(({ code, ...sums }) => ({ key: code, name: nameOfSalesperson(code), ...sums })),
      open: (key: string) => openLog({ salesperson: key }),
    },
    ...(summary.campaigns.length > 0 ? [ofCampaigns] : []),
  ];
  const [, ...byCode] = parts;
  return (
    <>
      <dl class="totals">
        {measures.map((one) => (
          <div key={one}>
            <dt>{t.measure[one]}</dt>
            <dd>{inWords(total, one)}</dd>
          </div>
        ))}
      </dl>
      <div class="actions actions-tight">
        <Button kind="link" onClick={() => openLog({})}>
          {t.inLog}
        </Button>
        <Button kind="link" onClick={() => setTable(!isTable)}>
          {isTable ? t.pictures : t.table}
        </Button>
      </div>
      {!isTable && (
        <>
          <PillChoice
            label={t.bars.label}
            value={measure}
            options={measures.map((one) => [one, t.bars[one]] as const)}
            choose={setMeasure}
          />
          <section class="summary-part" aria-label={t.weeks}>
            <h2 class="heading">{t.weeks}</h2>
            <WeekColumns weeks={weeks} measure={measure} open={openWeek} />
          </section>
          {byCode.map(({ heading, rows, open }) => (
            <CodeBars
              key={heading}
              heading={heading}
              sums={rows.map(({ key, ...row }) => ({ code: key, ...row }))}
              measure={measure}
              open={open}
            />
          ))}
        </>
      )}
      <div class={isTable ? 'figures-list' : 'visually-hidden'}>
        {parts.map(({ heading, rows, total: sum, open }) => (
          <FiguresTable key={heading} caption={heading} rows={rows} total={sum} open={isTable ? open : undefined} />
        ))}
      </div>
    </>
  );
}

/** The days of a week, no further than the filter goes. */
function weekWithin({ from, to }: LogFilter, week: LogSummaryResponse['weeks'][number]['week']) {
  const end = daysAfter(week, 6);
  return { from: from !== undefined && from > week ? from : week, to: to !== undefined && to < end ? to : end };
}
