import * as v from 'valibot';
import { PurgeId } from './ids.ts';
import { Rev } from './rev.ts';
import { Instant } from './time.ts';

/** Most rows that one purge names; a larger clean-up makes several. */
export const mostPurged = 500;

/**
 * Rows that are gone for good, by their identity (`rowKey`) alone: nothing in it says what they held. Every device pulls
 * purges with the set-up, also one that was away for long, and forgets the rows wherever it has them.
 *
 * - `deleted`: canceled entries that were cleaned up. A waiting command about them is refused (`entry-deleted`), and what
 *   was written stays with it until a person discards it.
 * - `erased`: everything about a person. Commands about them go too, waiting, refused or accepted.
 */
export const Purge = v.object({
  kind: v.literal('purge'),
  id: PurgeId,
  rev: Rev,
  why: v.picklist(['deleted', 'erased']),
  at: Instant,
  rowKeys: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(mostPurged)),
});
export type Purge = v.InferOutput<typeof Purge>;
