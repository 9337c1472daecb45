import { addressesOf } from '../../domain/addresses-of.ts';
import type { MergeContacts } from '../../domain/commands/merge-contacts.ts';
import type { Contact, ContactBlanks } from '../../domain/contact.ts';
import type { ContactTexts } from './texts/en.ts';

/** Which of two contacts stays, and whether it gets the addresses, numbers and domains of the other, and what it lacks itself, too. */
export interface WantedMerge {
  stays: Contact;
  goes: Contact;
  takesOver: boolean;
}

/** What a merge of two contacts is, but for its envelope. */
export function mergeOf({ stays, goes, takesOver }: WantedMerge): Omit<MergeContacts, 'id' | 'madeAt' | 'needs'> {
  const reach = { otherEmails: addressesOf(goes).slice(0, 20), phones: goes.phones, domains: goes.domains };
  return {
    type: 'merge-contacts',
    from: goes.id,
    into: stays.id,
    outOf: null,
    takesOver: takesOver ? reach : null,
  };
}

/** The labels of what fills the blanks of a contact. */
export function filledLabels(filled: ContactBlanks, labels: ContactTexts['page']): string[] {
  return [
    ...(filled.companyId ? [labels.company] : []),
    ...(filled.salespersonCode ? [labels.salesperson] : []),
    ...(filled.language ? [labels.language] : []),
    ...(filled.correspondenceType ? [labels.correspondence] : []),
  ];
}
