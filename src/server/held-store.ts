import type { Comment } from '../domain/comment.ts';
import type { Contact } from '../domain/contact.ts';
import type { Alias } from '../domain/decision.ts';
import type { FollowUp } from '../domain/follow-up.ts';
import type { CommentId, ContactId } from '../domain/ids.ts';
import type { Principal } from './log-store.ts';

/** What is held about one person or company, but for the entries with it. */
export interface Held {
  /** The contact, what it was merged into and what was merged into that. */
  contacts: Contact[];
  followUps: FollowUp[];
  /** Ids under which devices have known them. */
  aliases: Alias[];
}

/** Reads what people may ask for about themselves: everything of it, wherever it stands. */
export interface HeldStore {
  /** Undefined when there is no such contact. */
  heldAbout(principal: Principal, contactId: ContactId): Promise<Held | undefined>;
  /** Comments that the asker wrote, a page in the order of their ids; `next` is where to go on. */
  ownComments(
    principal: Principal,
    after: CommentId | undefined,
  ): Promise<{ comments: Comment[]; next: CommentId | undefined }>;
}
