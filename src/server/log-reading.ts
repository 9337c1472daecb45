import type { SalespersonCode } from '../domain/ids.ts';
import type { LogFilter } from '../domain/log-filter.ts';
import type { Day } from '../domain/time.ts';
import type { ColdResponse, LogListResponse, LogSummaryResponse } from '../protocol/log-list.ts';
import type { LogStore, Principal } from './log-store.ts';

/**
 * What is asked of the whole log of a tenant. Each adapter of the log store gives it as well and passes
 * `test/conformance/log-reading.ts`. Nothing is counted or skipped over: a page costs what it holds, however large the
 * log is; where little of much passes the filter, a page is shorter and says where to go on.
 */
export interface LogReading {
  /** What the filter shows, newest first; `unknown` when `before` is not the `older` of an earlier page. */
  list(
    principal: Principal,
    filter: LogFilter,
    page: { before?: string | undefined; limit: number },
  ): Promise<LogListResponse | 'unknown'>;
  summary(principal: Principal, filter: LogFilter): Promise<LogSummaryResponse>;
  /** Contacts that were last reached before `day`, the longest ago first; those that never were stand at the end. */
  cold(
    principal: Principal,
    of: { day: Day; salesperson?: SalespersonCode | undefined; limit: number },
  ): Promise<ColdResponse>;
}

/** A log store with the reads of the whole log. */
export type WholeLogStore = LogStore & LogReading;
