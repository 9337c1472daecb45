import * as v from 'valibot';
import { Row } from '../domain/row.ts';

/** Most rows of one pull; items and comments of its entries come on top. */
export const mostPulledRows = 500;

/**
 * Query of `GET /v1/pull`. Without `cursor` a scope starts: `setup` and `contacts` from the lowest rev, `mine` and
 * `history` with the newest entries. `before` (an `older` token) asks for a page of older entries and moves no cursor.
 */
export const PullQuery = v.object({
  scope: v.string(),
  cursor: v.optional(v.string()),
  before: v.optional(v.string()),
  limit: v.optional(v.string()),
  /** As in a push. */
  seen: v.optional(v.string()),
});

export const PullResponse = v.object({
  rows: v.array(Row),
  /** Opaque, `epoch.rev`. Give it back to get what changed since. */
  cursor: v.string(),
  /** There is more after `cursor` right now. */
  more: v.boolean(),
  /** Where the next page of older entries starts; null when there are none. Only `mine` and `history` have it. */
  older: v.nullable(v.string()),
});
export type PullResponse = v.InferOutput<typeof PullResponse>;
