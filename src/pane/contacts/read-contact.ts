import type { Contact } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { StoreReader, TogetherReader } from '../../store/local-store.ts';

/** A contact with those it belongs to and those that were merged into it. */
export interface ReadContact {
  contact: Contact;
  company: Contact | undefined;
  /** Set when the contact was merged into another one, or a deleted person is read at its company. */
  into: Contact | undefined;
  /** Contacts that were merged into this one and can be separated again. */
  merged: Contact[];
  openFollowUps: number;
}

/** Reads a contact and those around it as of one moment; undefined where there is none. */
export function readContact(reader: StoreReader, id: ContactId): Promise<ReadContact | undefined> {
  return reader.together((all) => readAll(all, id));
}

async function readAll(reader: TogetherReader, id: ContactId): Promise<ReadContact | undefined> {
  const contact = await reader.contact(id);
  if (!contact) return undefined;
  const get = async (other: ContactId | null) => (other === null ? undefined : await reader.contact(other));
  const [company, into, merged, followUps] = await Promise.all([
    get(contact.companyId),
    get(contact.mergedInto),
    reader.contactsMergedInto(id),
    reader.followUps({ contactId: contact.id }),
  ]);
  const byName = (a: Contact, b: Contact) => a.name.localeCompare(b.name);
  return {
    contact,
    company,
    into,
    merged: merged.filter(({ deleted }) => !deleted).sort(byName),
    openFollowUps: followUps.filter((one) => one.contactId === contact.id && one.closed === null).length,
  };
}
