import type { ContactFields } from './contact.ts';
import type { EmailAddress } from './email-address.ts';

/** All addresses of a contact, the main one first. */
export function addressesOf(contact: ContactFields): EmailAddress[] {
  return contact.email === '' ? contact.otherEmails : [contact.email, ...contact.otherEmails];
}
