import { type EmailAddress, parseEmailAddress } from '../domain/email-address.ts';
import type { HostPerson } from '../host/host-adapter.ts';

/**
 * The comparable address of a person on an item, or undefined when the host gave none (an Exchange path, free text).
 * Quotes around it and the dot that ends a fully qualified domain do not belong to an address.
 */
export function addressOf(person: Pick<HostPerson, 'address'>): EmailAddress | undefined {
  const bare = person.address
    .trim()
    .replace(/^(['<])(.*)(['>])$/s, '$2')
    .replace(/\.$/, '');
  return parseEmailAddress(bare);
}
