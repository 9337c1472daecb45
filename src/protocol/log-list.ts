import * as v from 'valibot';
import { ContactId } from '../domain/ids.ts';
import { LogFilter } from '../domain/log-filter.ts';
import { Row } from '../domain/row.ts';
import { Day, Instant } from '../domain/time.ts';

/** Most entries of one page of the log. */
export const mostListed = 200;

/**
 * Query of `GET /v1/log`: the filter's parts and where to go on. Newest first; `before` is the `older` of the page
 * before. Any other order is of what a page holds, and left to who shows it.
 */
export const LogListQuery = v.object({
  ...LogFilter.entries,
  before: v.optional(v.string()),
  limit: v.optional(v.string()),
});
export type LogListQuery = v.InferOutput<typeof LogListQuery>;

/**
 * The entries in their order, with their items, comments, contacts and open follow-ups. What the reader may not see is not
 * found by it.
 */
export const LogListResponse = v.object({
  rows: v.array(Row),
  /** Ids of the page's entries, in the list's order. */
  entryIds: v.array(v.string()),
  older: v.nullable(v.string()),
  /** Where there is more: back to when all was looked at, which may be well before the page's last entry, or without any. */
  lookedTo: v.optional(v.nullable(Instant)),
});
export type LogListResponse = v.InferOutput<typeof LogListResponse>;

/** Query of `GET /v1/log/file`: the same list whole, streamed, newest first. Managers and admins. */
export const LogFileQuery = v.object({
  ...LogFilter.entries,
  format: v.picklist(['csv', 'json']),
  language: v.optional(v.string()),
});
export type LogFileQuery = v.InferOutput<typeof LogFileQuery>;

/** Query of `GET /v1/log/summary`: pictures of what the filter shows. Canceled and postponed count nowhere. */
export const LogSummaryQuery = LogFilter;
const sums = { count: v.number(), cost: v.number(), minutes: v.number() };
export const LogSummaryResponse = v.object({
  total: v.object(sums),
  /** Mondays of ISO weeks, oldest first, those with interactions; at most the last 104. */
  weeks: v.array(v.object({ week: Day, ...sums })),
  templates: v.array(v.object({ code: v.string(), ...sums })),
  salespeople: v.array(v.object({ code: v.string(), ...sums })),
  /** Of what belongs to one. */
  campaigns: v.optional(v.array(v.object({ code: v.string(), ...sums })), []),
});
export type LogSummaryResponse = v.InferOutput<typeof LogSummaryResponse>;

/** Query of `GET /v1/contacts/cold?days=…`: contacts that were not reached for so many days, the longest ago first. */
export const ColdQuery = v.object({
  days: v.string(),
  salesperson: v.optional(v.string()),
  limit: v.optional(v.string()),
});
export const ColdResponse = v.object({
  contacts: v.array(v.object({ contactId: ContactId, lastReached: v.nullable(Day) })),
  rows: v.array(Row),
});
export type ColdResponse = v.InferOutput<typeof ColdResponse>;
