import type { Contact } from '../../domain/contact.ts';
import type { StoreReader } from '../../store/local-store.ts';

const atOnce = 500;

/** All contacts of the device, read a part at a time. */
export async function allContacts(store: Pick<StoreReader, 'contactsAfter'>): Promise<Contact[]> {
  const all: Contact[] = [];
  for (;;) {
    const some = await store.contactsAfter(all.at(-1)?.id, atOnce);
    all.push(...some);
    if (some.length < atOnce) return all;
  }
}
