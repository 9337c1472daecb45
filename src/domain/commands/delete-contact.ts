import * as v from 'valibot';
import { ask, type DecideContext, type Decision, done, refused } from '../decision.ts';
import { ContactId } from '../ids.ts';
import type { Known } from '../known.ts';
import { byId, type Ref } from '../ref.ts';
import { rollsUpTo } from '../same-person.ts';
import { envelope } from './envelope.ts';

/**
 * Deletes a contact (`domain.md` §12): a person's history is read at its company from then on, where that is not deleted
 * itself; a company's entries stay as they are, and what is logged with its people afterwards has no company. One with open follow-ups cannot be deleted.
 */
export const DeleteContact = v.object({ ...envelope, type: v.literal('delete-contact'), contactId: ContactId });
export type DeleteContact = v.InferOutput<typeof DeleteContact>;

export function readsOfDeleteContact({ contactId }: DeleteContact): Ref[] {
  return [byId('contact', contactId), { by: 'open-follow-ups', contactId }];
}

export function decideDeleteContact({ contactId }: DeleteContact, known: Known, context: DecideContext): Decision {
  const contact = known.get('contact', contactId);
  if (!contact) return context.receivedAt === null ? ask : refused('contact-not-found', { id: contactId });
  if (contact.deleted) return done([]);
  if (known.openFollowUpsOf(contactId).length > 0) return refused('has-follow-ups', { id: contactId });
  const readAt = contact.mergedInto ?? rollsUpTo(contact.companyId, known);
  return done([{ ...contact, deleted: true, mergedInto: readAt }]);
}
