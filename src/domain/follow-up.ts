import * as v from 'valibot';
import { ContactId, EntryId, FollowUpId, UserId } from './ids.ts';
import { Rev } from './rev.ts';
import { line } from './text.ts';
import { Day, Instant } from './time.ts';

/** What a person enters of a follow-up. */
export const FollowUpFields = v.object({
  contactId: ContactId,
  /** The contact's company at the time. */
  companyId: v.nullable(ContactId),
  /** The entry that it follows up, if there is one. */
  entryId: v.nullable(EntryId),
  due: Day,
  text: v.pipe(line(250), v.minLength(1)),
  /** On whose list it is. */
  userId: UserId,
});
export type FollowUpFields = v.InferOutput<typeof FollowUpFields>;

/** A follow-up that is to be made when a postponed interaction is finished: contact, entry and list are known then. */
export const PlannedFollowUp = v.pick(FollowUpFields, ['due', 'text']);
export type PlannedFollowUp = v.InferOutput<typeof PlannedFollowUp>;

/** A date and a line: what is still to be done with a contact. It stands in for NAV's tasks (`domain.md` §11). */
export const FollowUp = v.object({
  kind: v.literal('follow-up'),
  id: FollowUpId,
  rev: Rev,
  ...FollowUpFields.entries,
  madeBy: UserId,
  madeAt: Instant,
  /** Null while it is open. `entryId` is the interaction that was logged about it. */
  closed: v.nullable(
    v.object({ by: UserId, at: Instant, how: v.picklist(['done', 'dropped']), entryId: v.nullable(EntryId) }),
  ),
});
export type FollowUp = v.InferOutput<typeof FollowUp>;
