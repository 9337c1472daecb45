import type { Command } from '../../domain/commands/command.ts';
import { addressesOf, type Contact } from '../../domain/contact.ts';

const mostAddresses = 20;
const mostPhones = 10;

interface Merge {
  stays: Contact;
  goes: Contact;
  /** The one that stays gets the addresses, numbers and domains of the other, too, so that they still match. */
  takesOver: boolean;
  envelope: (needs?: Command['needs']) => Pick<Command, 'id' | 'madeAt' | 'needs'>;
}

/** The commands of a merge in their order; the second needs the first. */
export function mergeCommands({ stays, goes, takesOver, envelope }: Merge): Command[] {
  const merge: Command = { ...envelope(), type: 'merge-contacts', from: goes.id, into: stays.id };
  const merged = <T>(own: readonly T[], others: readonly T[], most: number) =>
    [...new Set([...own, ...others])].slice(0, most);
  const otherEmails = merged(
    stays.otherEmails,
    addressesOf(goes).filter((address) => address !== stays.email),
    mostAddresses,
  );
  const phones = merged(stays.phones, goes.phones, mostPhones);
  const domains = merged(stays.domains, goes.domains, mostAddresses);
  const isMore =
    otherEmails.length > stays.otherEmails.length ||
    phones.length > stays.phones.length ||
    domains.length > stays.domains.length;
  if (!takesOver || !isMore) return [merge];
  const to = { otherEmails, phones, domains };
  return [merge, { ...envelope([merge.id]), type: 'save-contact', contactId: stays.id, to }];
}
