import { useEffect, useMemo } from 'preact/hooks';
import type { LogFilter } from '../../domain/log-filter.ts';
import { usePane } from '../state/pane-context.ts';
import { createLogSource, type LogSource } from './create-log-source.ts';
import { queryOf } from './filter/filter-query.ts';

/** The source of what passes `filter`, for as long as it is shown. */
export function useLogSource(filter: LogFilter): LogSource {
  const pane = usePane();
  const made = useMemo(() => {
    const ended = new AbortController();
    return { ended, source: createLogSource(pane, filter, AbortSignal.any([ended.signal, pane.signal])) };
  }, [pane, queryOf(filter)]);
  useEffect(() => () => made.ended.abort(), [made]);
  return made.source;
}
