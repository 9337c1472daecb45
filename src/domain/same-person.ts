import type { ContactId } from './ids.ts';
import type { Known } from './known.ts';

/**
 * The contact that `id` counts as when it is asked whether a mail is logged with it already: the one that it was merged
 * into, else itself. A deleted person, who is read at their company, counts as themselves. Only one merge is followed: the
 * rows of a longer chain are not read for a command.
 */
export function samePerson(id: ContactId, known: Pick<Known, 'get'>): ContactId {
  const contact = known.get('contact', id);
  return contact?.mergedInto && !contact.deleted ? contact.mergedInto : id;
}
