import * as v from 'valibot';
import { Audience } from './choices.ts';
import { CommandId, CommentId, ContactId, EntryId, UserId } from './ids.ts';
import { longestNote, longestText } from './longest.ts';
import { Rev } from './rev.ts';
import { prose } from './text.ts';
import { Instant } from './time.ts';

/** A dated comment on an entry. The note of somebody whose entry joined another's is kept as one. */
export const Comment = v.object({
  kind: v.literal('comment'),
  id: CommentId,
  rev: Rev,
  entryId: EntryId,
  /** As on its entry, so that a comment is found and pulled with it. */
  contactId: ContactId,
  companyId: v.nullable(ContactId),
  commandId: CommandId,
  userId: UserId,
  at: Instant,
  body: prose(longestNote),
  /** The text of the mail, where the entry that was joined had stored none. */
  text: prose(longestText),
  audience: Audience,
  withheld: v.boolean(),
});
export type Comment = v.InferOutput<typeof Comment>;
