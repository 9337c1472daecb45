import { useEffect, useState } from 'preact/hooks';
import type { StatisticsQuery, StatisticsResponse } from '../../protocol/statistics.ts';
import type { LookUp } from '../../sync/device.ts';
import { usePane } from '../state/pane-context.ts';

/** What the server sums up for `query`; undefined while it is asked. Asks nothing without a query. */
export function useStatistics(query: StatisticsQuery | undefined): LookUp<StatisticsResponse> | undefined {
  const { device } = usePane().services;
  const key = query === undefined ? '' : JSON.stringify(query);
  const [held, setHeld] = useState<{ key: string; answer: LookUp<StatisticsResponse> }>();
  useEffect(() => {
    if (query === undefined) return;
    const ended = new AbortController();
    device.statistics(query, ended.signal).then(
      (answer) => {
        if (!ended.signal.aborted) setHeld({ key, answer });
      },
      (error: unknown) => {
        if (!ended.signal.aborted) reportError(error);
      },
    );
    return () => ended.abort();
  }, [key]);
  return held?.key === key ? held.answer : undefined;
}
