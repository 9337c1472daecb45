import type { Contact } from './contact.ts';
import type { ContactId } from './ids.ts';
import type { Known } from './known.ts';

type Contacts = Pick<Known, 'get'>;

/**
 * The contact that `id` counts as when it is asked whether a mail is logged with it already: the last one that it was
 * merged into, else itself. A deleted person, who is read at their company, counts as themselves.
 */
export function samePerson(id: ContactId, known: Contacts): ContactId {
  return mergedChain(id, known).at(-1) ?? id;
}

/**
 * Whether nothing may be logged with a contact: it, the company it is logged for, the one it has by now, or one that these
 * were merged into is blocked for privacy.
 */
export function isBlocked(contactId: ContactId, companyId: ContactId | null, known: Contacts): boolean {
  const theirs = [contactId, companyId, known.get('contact', contactId)?.companyId ?? null];
  return theirs
    .filter((id) => id !== null)
    .flatMap((id) => mergedChain(id, known))
    .some((id) => known.get('contact', id)?.privacyBlocked);
}

/** The company that what is logged now rolls up to: none where it was deleted (`domain.md` §12). */
export function rollsUpTo(companyId: ContactId | null, known: Contacts): ContactId | null {
  return companyId !== null && known.get('contact', companyId)?.deleted ? null : companyId;
}

/** `id` and those that it was merged into, one after the other. */
function mergedChain(id: ContactId, known: Contacts): ContactId[] {
  const chain = [id];
  for (let at: ContactId | undefined = id; at !== undefined; ) {
    const contact: Contact | undefined = known.get('contact', at);
    const next: ContactId | null = contact && !contact.deleted ? contact.mergedInto : null;
    // Commands make no ring of merges; rows that a device has only in part might.
    at = next === null || chain.includes(next) ? undefined : next;
    if (at !== undefined) chain.push(at);
  }
  return chain;
}
