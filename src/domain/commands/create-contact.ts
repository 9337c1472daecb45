import * as v from 'valibot';
import { type Contact, ContactFields } from '../contact.ts';
import { ask, type DecideContext, type Decision, done, refused } from '../decision.ts';
import { ContactId } from '../ids.ts';
import { isSameContact, joinContact } from '../join-contact.ts';
import type { Known } from '../known.ts';
import { byId, type Ref } from '../ref.ts';
import { envelope } from './envelope.ts';

/** Creates a contact. Where one with the same main address (a company: or domain) exists, it joins that one. */
export const CreateContact = v.object({
  ...envelope,
  type: v.literal('create-contact'),
  contactId: ContactId,
  fields: ContactFields,
});
export type CreateContact = v.InferOutput<typeof CreateContact>;

export function readsOfCreateContact({ contactId, fields }: CreateContact): Ref[] {
  const refs: Ref[] = [byId('contact', contactId)];
  if (fields.companyId !== null) refs.push(byId('contact', fields.companyId));
  if (fields.email !== '') refs.push({ by: 'address', address: fields.email });
  if (fields.type === 'company') refs.push(...fields.domains.map((domain): Ref => ({ by: 'domain', domain })));
  return refs;
}

export function decideCreateContact(command: CreateContact, known: Known, context: DecideContext): Decision {
  const { contactId, fields } = command;
  if (fields.companyId !== null) {
    const company = known.get('contact', fields.companyId);
    if (!company || company.deleted)
      return context.receivedAt === null ? ask : refused('contact-not-found', { field: 'companyId' });
    if (company.type !== 'company') return refused('company-is-no-company', { field: 'companyId', id: company.id });
  }
  const [existing] = sameContacts(fields, known).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (existing && existing.id !== contactId)
    return done([joinContact(existing, fields)], [{ kind: 'contact', from: contactId, to: existing.id }], 'joined');
  return done([{ kind: 'contact', id: contactId, rev: 0, no: null, ...fields, mergedInto: null, deleted: false }]);
}

function sameContacts(fields: ContactFields, known: Known): Contact[] {
  const byAddress = fields.email === '' ? [] : known.contactsWithAddress(fields.email);
  const byDomain =
    fields.type === 'company' ? fields.domains.flatMap((domain) => known.companiesWithDomain(domain)) : [];
  return [...byAddress, ...byDomain].filter((contact) => isSameContact(fields, contact));
}
