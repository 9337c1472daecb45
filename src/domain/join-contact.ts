import type { Contact, ContactFields } from './contact.ts';
import { missingFrom } from './fill-blanks.ts';
import { withChanges } from './with-changes.ts';

/** Whether a new contact with `fields` is `contact`: one of its type with the same main address, a company also with one of its domains. */
export function isSameContact(fields: Pick<ContactFields, 'type' | 'email' | 'domains'>, contact: Contact): boolean {
  if (contact.type !== fields.type) return false;
  if (fields.email !== '' && contact.email === fields.email) return true;
  return fields.type === 'company' && fields.domains.some((domain) => contact.domains.includes(domain));
}

/** What the second person knew and the first did not is kept; nothing that is there is overwritten. */
export function joinContact(existing: Contact, fields: ContactFields): Contact {
  const merge = <T>(a: readonly T[], b: readonly T[], most: number) => [...new Set([...a, ...b])].slice(0, most);
  return {
    ...withChanges(existing, missingFrom(existing, fields)),
    otherEmails: merge(existing.otherEmails, fields.otherEmails, 20),
    phones: merge(existing.phones, fields.phones, 10),
    domains: merge(existing.domains, fields.domains, 20),
    privacyBlocked: existing.privacyBlocked || fields.privacyBlocked,
  };
}
