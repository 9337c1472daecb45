import { useEffect } from 'preact/hooks';
import { daysAfter } from '../../domain/days-after.ts';
import type { TemplateCode } from '../../domain/ids.ts';
import type { LogFilter } from '../../domain/log-filter.ts';
import { firstKeptDay, retentionGraceDays } from '../../domain/retention.ts';
import { instantOf } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { useLookUp } from '../whole-log/use-look-up.ts';
import { useWholeLogTexts } from '../whole-log/use-whole-log-texts.ts';
import { useSetUpTexts } from './use-texts.ts';

/** What the server would cancel and delete of a template's entries if they were kept for so many days; the server counts it. */
export function RetentionEffect({
  code,
  days,
  answered,
}: {
  code: string;
  days: number;
  /** The server has answered, which takes more room. */
  answered?: () => void;
}) {
  const pane = usePane();
  const t = useMessages();
  const words = useSetUpTexts().retention;
  const { asking, again: askAgain } = useWholeLogTexts();
  const { wholeLog } = pane.services.device;
  const { number, fullDay } = pane.format.value;
  const template = code as TemplateCode; // that of a row
  const first = firstKeptDay(days, instantOf(pane.now.value));
  const older: LogFilter = { template, to: daysAfter(first, -1) };
  const { answer, again } = useLookUp(`${code} ${first}`, async (signal) => {
    const [live, canceled] = await Promise.all([
      wholeLog.summary(older, signal),
      wholeLog.previewDeletion(older, signal),
    ]);
    if (!live.known) return live;
    if (!canceled.known) return canceled;
    return { known: true, value: { live: live.value.total.count, canceled: canceled.value.count } };
  });
  useEffect(() => {
    if (answer) answered?.();
  }, [answer]);
  if (!answer) return <p role="status">{asking}</p>;
  if (!answer.known)
    return (
      <div role="status">
        <p>
          {words.unknown(fullDay(first))} {t.problems[answer.why].what}
        </p>
        <Button onClick={again}>{askAgain}</Button>
      </div>
    );
  const { live, canceled } = answer.value;
  return (
    <div role="status">
      <p>{live === 0 ? words.none(fullDay(first)) : words.goes(number(live), live, fullDay(first))}</p>
      {canceled > 0 && <p>{words.canceled(number(canceled), canceled)}</p>}
      {live + canceled > 0 && <p>{words.later(retentionGraceDays)}</p>}
      {live > 0 && (
        <Button kind="link" onClick={() => pane.openLog({ ...older, status: 'counted' })}>
          {words.show(number(live), live)}
        </Button>
      )}
    </div>
  );
}
