import type { Contact, ContactFields } from '../../../domain/contact.ts';
import type { ContactId } from '../../../domain/ids.ts';
import { isOffered } from '../../../domain/offered.ts';
import { fold } from '../../../domain/text.ts';
import type { Breathe } from './in-slices.ts';

/**
 * The contacts that an import meets: those that the device holds and those that it has made so far. The same contact is
 * told by its main address, a company also by a domain; one without either by its name and its company's.
 */
export interface KnownContacts {
  add(contact: ContactFields & { id: ContactId }, companyName: string, origin: 'here' | 'file'): void;
  same(fields: ContactFields, companyName: string): { origin: 'here' | 'file' } | undefined;
  companyNamed(name: string): ContactId | undefined;
}

export function createKnownContacts(): KnownContacts {
  const byKey = new Map<string, { id: ContactId; origin: 'here' | 'file' }>();
  return {
    add(contact, companyName, origin) {
      const keys = [...sureKeys(contact), nameKey(contact.type, contact.name, companyName)];
      for (const key of keys) if (!byKey.has(key)) byKey.set(key, { id: contact.id, origin });
    },
    same(fields, companyName) {
      const sure = sureKeys(fields);
      const keys = sure.length > 0 ? sure : [nameKey(fields.type, fields.name, companyName)];
      for (const key of keys) {
        const found = byKey.get(key);
        if (found) return { origin: found.origin };
      }
      return undefined;
    },
    companyNamed: (name) => byKey.get(nameKey('company', name, ''))?.id,
  };
}

/** Takes in what the device holds, a slice at a time. */
export async function addHeld(known: KnownContacts, contacts: readonly Contact[], breathe: Breathe): Promise<void> {
  const names = new Map(contacts.map(({ id, name }) => [id, name]));
  for (const contact of contacts) {
    const employer = contact.companyId === null ? '' : (names.get(contact.companyId) ?? '');
    if (isOffered(contact)) known.add(contact, employer, 'here');
    await breathe();
  }
}

function sureKeys(fields: ContactFields): string[] {
  const domains = fields.type === 'company' ? fields.domains.map((domain) => `domain:${domain}`) : [];
  return fields.email === '' ? domains : [`${fields.type}:${fields.email}`, ...domains];
}

function nameKey(type: ContactFields['type'], name: string, companyName: string): string {
  const clean = (text: string) => fold(text).replace(/\s+/g, ' ').trim();
  return `${type}:${clean(name)}|${type === 'company' ? '' : clean(companyName)}`;
}
