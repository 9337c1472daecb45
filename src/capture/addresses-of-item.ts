import type { EmailAddress } from '../domain/email-address.ts';
import type { MailItem } from '../host/host-adapter.ts';
import { addressOf } from './address-of.ts';
import { peopleOnItem } from './people-on-item.ts';
import type { Surroundings } from './surroundings.ts';
import { domainsOf, whoseAddress } from './whose-address.ts';

/**
 * What to ask the store before `createDraft`: the addresses of the external people on the item (for
 * `contactsByAddress`) and their domains without free mail (for `companiesByDomain`), each once.
 */
export function addressesOfItem(
  item: MailItem,
  surroundings: Pick<Surroundings, 'myAddresses' | 'salespeople' | 'workspace'>,
): { addresses: EmailAddress[]; domains: string[] } {
  const whose = whoseAddress(surroundings);
  const freeMail = new Set<string>(surroundings.workspace?.freeMailDomains);
  const addresses = new Set<EmailAddress>();
  const domains = new Set<string>();
  for (const { person } of peopleOnItem(item)) {
    const address = addressOf(person);
    if (address === undefined || addresses.has(address) || whose(address) !== 'external') continue;
    addresses.add(address);
    const all = domainsOf(address);
    if (!all.some((domain) => freeMail.has(domain))) for (const domain of all) domains.add(domain);
  }
  return { addresses: [...addresses], domains: [...domains] };
}
