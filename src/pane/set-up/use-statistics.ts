import type { StatisticsQuery, StatisticsResponse } from '../../protocol/statistics.ts';
import type { LookUp } from '../../sync/device.ts';
import { usePane } from '../state/pane-context.ts';
import { useLookUp } from '../whole-log/use-look-up.ts';

/** What the server sums up for `query`; undefined while it is asked. Asks nothing without a query. */
export function useStatistics(query: StatisticsQuery | undefined): LookUp<StatisticsResponse> | undefined {
  const { device } = usePane().services;
  return useLookUp(JSON.stringify(query), query && ((signal) => device.statistics(query, signal))).answer;
}
