import type ICAL from 'ical.js';
import type { Contact } from '../../../domain/contact.ts';
import { isOffered } from '../../../domain/offered.ts';
import type { Breathe } from './in-slices.ts';

/** All contacts that are offered, as vCard 4. What vCard has no word for stands in `X-INTERLOG-…` properties. */
export async function exportVcards(contacts: readonly Contact[], breathe: Breathe): Promise<string> {
  const { default: library } = await import('ical.js');
  const names = new Map(contacts.map(({ id, name }) => [id, name]));
  const cards: string[] = [];
  for (const contact of contacts) {
    if (!isOffered(contact)) continue;
    const employer = contact.companyId === null ? '' : (names.get(contact.companyId) ?? '');
    cards.push(`${cardOf(library, contact, employer)}\r\n`);
    await breathe();
  }
  return cards.join('');
}

function cardOf(library: typeof ICAL, contact: Contact, employer: string): string {
  const card = new library.Component(['vcard', [], []]);
  // Every value as text, so that each is escaped and read back the same way; the library says so of what is usually not.
  const add = (name: string, value: string, parameters: Record<string, string> = {}) => {
    if (value === '') return;
    // A structured value is a list of parts, which are escaped each by itself.
    const parts = name === 'org' ? [value] : value;
    card.addProperty(new library.Property([name, parameters, 'text', parts]));
  };
  add('version', '4.0');
  add('kind', contact.type === 'company' ? 'org' : 'individual');
  add('fn', contact.name);
  add('org', employer);
  add('email', contact.email, { pref: '1' });
  for (const address of contact.otherEmails) add('email', address, { pref: '2' });
  add('x-interlog-no-main-address', contact.email === '' && contact.otherEmails.length > 0 ? 'yes' : '');
  for (const phone of contact.phones) add('tel', phone);
  for (const domain of contact.domains) add('url', domain);
  add('lang', contact.language);
  add('x-interlog-salesperson', contact.salespersonCode ?? '');
  add('x-interlog-correspondence', contact.correspondenceType);
  add('x-interlog-privacy-blocked', contact.privacyBlocked ? 'yes' : '');
  return card.toString();
}
