import * as v from 'valibot';
import { ContactId, EntryId, ItemId } from './ids.ts';
import { Rev } from './rev.ts';

/**
 * One way to recognise a mail or meeting, as `<kind>:<value>`:
 * `message-id:` (without angle brackets), `ical:<uid>|<occurrence instant or ->`, `draft:<uuid>`, and the weak
 * `weak:<organizer>|<start>|<subject>`, which is ignored as soon as strong keys of one kind differ.
 */
export const ItemKey = v.pipe(
  v.string(),
  v.maxLength(1100),
  v.regex(/^(message-id|ical|draft|weak):.+$/u),
  v.brand('ItemKey'),
);
export type ItemKey = v.InferOutput<typeof ItemKey>;

/** A mail or meeting that something was logged about, with every key it is known by. */
export const Item = v.object({
  kind: v.literal('item'),
  id: ItemId,
  rev: Rev,
  itemKind: v.picklist(['mail', 'meeting']),
  keys: v.pipe(v.array(ItemKey), v.minLength(1), v.maxLength(20)),
  /** Every entry that was made about it, with its contact; live or canceled. */
  entries: v.array(v.object({ entryId: EntryId, contactId: ContactId })),
  /** Set when a later command showed that this is the same mail or meeting as another item, which then holds its keys. */
  mergedInto: v.nullable(ItemId),
});
export type Item = v.InferOutput<typeof Item>;
