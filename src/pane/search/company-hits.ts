import type { ContactHit } from './find-contacts.ts';

/** Companies, and people who have one for it: each company once, as itself where it was found itself. */
export function companyHits(hits: readonly ContactHit[]): ContactHit[] {
  const shown = new Set(hits.flatMap(({ contact }) => (contact.type === 'company' ? [contact.id] : [])));
  return hits.filter(({ contact: { type, companyId }, companyName }) => {
    if (type === 'company') return true;
    if (companyId === null || companyName === '' || shown.has(companyId)) return false;
    shown.add(companyId);
    return true;
  });
}

/** A company as it is offered; one that was found by a person with that person. */
export function companyInWords({ contact, companyName }: ContactHit): { name: string; more: string } {
  return contact.type === 'company'
    ? { name: contact.name, more: contact.email }
    : { name: companyName, more: contact.name };
}
