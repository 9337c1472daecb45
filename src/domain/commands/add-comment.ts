import * as v from 'valibot';
import { Audience } from '../choices.ts';
import type { Comment } from '../comment.ts';
import { ask, type DecideContext, type Decision, done, refused } from '../decision.ts';
import { CommentId, EntryId } from '../ids.ts';
import type { Known } from '../known.ts';
import { longestNote } from '../longest.ts';
import { byId, type Ref } from '../ref.ts';
import { prose } from '../text.ts';
import { envelope } from './envelope.ts';

/** Adds a dated comment to an entry, canceled or not (`domain.md` §11). */
export const AddComment = v.object({
  ...envelope,
  type: v.literal('add-comment'),
  commentId: CommentId,
  entryId: EntryId,
  body: v.pipe(
    prose(longestNote),
    v.check((text) => text.trim() !== ''),
  ),
  audience: Audience,
});
export type AddComment = v.InferOutput<typeof AddComment>;

export function readsOfAddComment(command: AddComment): Ref[] {
  return [byId('entry', command.entryId)];
}

export function decideAddComment(command: AddComment, known: Known, context: DecideContext): Decision {
  const entry = known.get('entry', command.entryId);
  if (!entry) return context.receivedAt === null ? ask : refused('entry-not-found', { id: command.entryId });
  const comment: Comment = {
    kind: 'comment',
    id: command.commentId,
    rev: 0,
    entryId: entry.id,
    contactId: entry.contactId,
    companyId: entry.companyId,
    commandId: command.id,
    userId: context.actor.userId,
    at: context.receivedAt ?? command.madeAt,
    body: command.body,
    text: '',
    audience: command.audience,
    withheld: false,
  };
  return done([comment]);
}
