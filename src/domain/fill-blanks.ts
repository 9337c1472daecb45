import type { Contact, ContactBlanks, ContactFields } from './contact.ts';

const blanks = { companyId: null, salespersonCode: null, language: '', correspondenceType: '' } as const;
type Blank = keyof typeof blanks;
const names = Object.keys(blanks) as Blank[]; // its own keys

/** What `contact` has nothing of and `other` has. */
export function missingFrom(contact: ContactFields, other: ContactFields): ContactBlanks {
  const missing = names.filter((name) => contact[name] === blanks[name] && other[name] !== blanks[name]);
  return Object.fromEntries(missing.map((name) => [name, other[name]])) as ContactBlanks; // the fields of one
}

/** `contact` without what filled its blanks; what somebody has made of that since stays. */
export function emptied(contact: Contact, filled: ContactBlanks): Contact {
  const still = names.filter((name) => filled[name] !== undefined && filled[name] === contact[name]);
  return { ...contact, ...Object.fromEntries(still.map((name) => [name, blanks[name]])) };
}
