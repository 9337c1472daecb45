import type { Contact } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';

/** Contacts in the order of their names. */
export interface NameOrder {
  change(before: Contact | undefined, after: Contact | undefined): void;
  /** All of `contacts`, as `language` sorts. */
  sorted(language: string, contacts: ReadonlyMap<ContactId, Contact>): readonly Contact[];
  clear(): void;
}

/** Sorts when it is asked: what is nearly in order already costs little more than looking through it. */
export function createNameOrder(): NameOrder {
  let order: { language: string; contacts: Contact[] } | undefined;
  let moved = new Set<ContactId>();
  const clear = () => {
    order = undefined;
    moved = new Set();
  };
  return {
    clear,
    change(before, after) {
      const id = (after ?? before)?.id;
      if (order && id !== undefined) moved.add(id);
    },
    sorted(language, contacts) {
      if (order?.language === language && moved.size === 0) return order.contacts;
      const { compare } = new Intl.Collator(language);
      const still = order?.language === language ? order.contacts.filter(({ id }) => !moved.has(id)) : undefined;
      const next = still ? [...still, ...[...moved].flatMap((id) => contacts.get(id) ?? [])] : [...contacts.values()];
      next.sort((a, b) => compare(a.name, b.name));
      order = { language, contacts: next };
      moved = new Set();
      return next;
    },
  };
}
