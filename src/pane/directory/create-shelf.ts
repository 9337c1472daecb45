import type { Contact } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';
import { createDuplicateIndex } from '../../domain/likely-duplicates.ts';
import { isOffered } from '../../domain/offered.ts';
import { createContactIndex } from '../search/contact-index.ts';
import type { ContactLine, ContactShelf } from './contact-directory.ts';
import { createNameOrder } from './name-order.ts';
import { createPart } from './shelf-part.ts';

/** `await breathe()` between small pieces of work; undefined where none is needed. */
type Breathe = () => Promise<void> | undefined;

/** A shelf in memory. What it finds by is filled when it is first asked for, and kept current from then on. */
export function createShelf(breathe: Breathe): ContactShelf {
  const contacts = new Map<ContactId, Contact>();
  const people = new Map<ContactId, Set<ContactId>>();
  const companyName = ({ companyId }: Contact) => (companyId === null ? '' : (contacts.get(companyId)?.name ?? ''));
  const line = (contact: Contact): ContactLine => ({ contact, companyName: companyName(contact) });
  const get = (id: ContactId) => contacts.get(id) ?? [];

  let words = createContactIndex();
  let likeness = createDuplicateIndex();
  const order = createNameOrder();
  const indexed = createPart(contacts, breathe, {
    add: (contact) => words.add(contact, companyName(contact)),
    remove: ({ id }) => words.remove(id),
  });
  const compared = createPart(contacts, breathe, {
    add: (contact) => likeness.add(contact),
    remove: (contact) => likeness.remove(contact),
  });

  function put(id: ContactId, after: Contact | undefined): void {
    const before = contacts.get(id);
    const isNamesake = before?.name === after?.name && before?.id === after?.id;
    if (before?.companyId) people.get(before.companyId)?.delete(id);
    if (after?.companyId) people.set(after.companyId, (people.get(after.companyId) ?? new Set()).add(id));
    if (after) contacts.set(id, after);
    else contacts.delete(id);
    indexed.change(before, after);
    compared.change(before, after);
    order.change(before, after);
    // The company's name is among the words of its people.
    if (!isNamesake)
      for (const person of people.get(id) ?? []) indexed.change(contacts.get(person), contacts.get(person));
  }

  return {
    async take(some, gone) {
      for (const contact of some) {
        put(contact.id, isOffered(contact) ? contact : undefined);
        await breathe();
      }
      for (const id of gone) put(id, undefined);
    },
    async clear() {
      contacts.clear();
      people.clear();
      order.clear();
      words = createContactIndex();
      likeness = createDuplicateIndex();
      indexed.clear();
      compared.clear();
    },
    async find(query, limit) {
      await indexed.filled();
      return words.find(query, limit).flatMap(get).map(line);
    },
    async byName(language, limit) {
      const sorted = order.sorted(language, contacts);
      return { lines: sorted.slice(0, limit).map(line), count: sorted.length };
    },
    async peopleOf(companyId, language, limit) {
      const { compare } = new Intl.Collator(language);
      const all = [...(people.get(companyId) ?? [])].flatMap(get).filter(({ type }) => type === 'person');
      const sorted = all.sort((a, b) => compare(a.name, b.name));
      return { lines: sorted.slice(0, limit).map(line), count: sorted.length };
    },
    async likelyDuplicates(of, limit, except) {
      await compared.filled();
      return likeness.find(of, limit, except);
    },
  };
}
