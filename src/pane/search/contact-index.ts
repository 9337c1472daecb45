import MiniSearch from 'minisearch';
import { addressesOf, type Contact } from '../../domain/contact.ts';
import { isOffered } from '../../domain/offered.ts';
import { fold } from '../../domain/text.ts';

/** A contact that was found, and where. */
export interface ContactHit {
  contact: Contact;
  companyName: string;
  from: 'here' | 'server';
}

/** Finds contacts by words in any order, each the start of a word of name, company, address or phone; ä = a. */
export type FindContacts = (query: string, limit: number) => ContactHit[];

export function createContactIndex(contacts: readonly Contact[]): FindContacts {
  const byId = new Map(contacts.map((contact) => [contact.id as string, contact]));
  const companyName = (contact: Contact) =>
    contact.companyId === null ? '' : (byId.get(contact.companyId)?.name ?? '');
  const index = new MiniSearch<{ id: string; name: string; company: string; reach: string }>({
    fields: ['name', 'company', 'reach'],
    processTerm: (term) => fold(term) || null,
    searchOptions: { prefix: true, combineWith: 'AND', boost: { name: 2 } },
  });
  for (const contact of contacts) {
    if (!isOffered(contact)) continue;
    const reach = [...addressesOf(contact), ...contact.phones, ...contact.domains].join(' ');
    index.add({ id: contact.id, name: contact.name, company: companyName(contact), reach });
  }
  return (query, limit) =>
    index
      .search(query)
      .slice(0, limit)
      .flatMap(({ id }): ContactHit[] => {
        const contact = byId.get(String(id));
        return contact ? [{ contact, companyName: companyName(contact), from: 'here' }] : [];
      });
}
