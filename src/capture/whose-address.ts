import { domainOf, type EmailAddress } from '../domain/email-address.ts';
import type { Surroundings } from './surroundings.ts';

export type Whose = 'mine' | 'colleague' | 'never-log' | 'external';

/**
 * Says whose an address is. Salespeople and everyone in the workspace's own domains are colleagues (`domain.md` §14.3):
 * their mail is internal. A listed domain covers its subdomains.
 */
export function whoseAddress({
  myAddresses,
  salespeople,
  workspace,
}: Pick<Surroundings, 'myAddresses' | 'salespeople' | 'workspace'>): (address: EmailAddress) => Whose {
  const mine = new Set<string>(myAddresses);
  const colleagues = new Set<string>(salespeople.map(({ email }) => email));
  const own = new Set<string>(workspace?.ownDomains);
  const never = new Set<string>(workspace?.neverLog);
  return (address) => {
    if (mine.has(address)) return 'mine';
    const domains = domainsOf(address);
    if (colleagues.has(address) || domains.some((domain) => own.has(domain))) return 'colleague';
    if (never.has(address) || domains.some((domain) => never.has(domain))) return 'never-log';
    return 'external';
  };
}

/** The domain of an address and the domains above it that have at least two labels, the longest first. */
export function domainsOf(address: EmailAddress): string[] {
  const labels = domainOf(address).split('.');
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, at) => labels.slice(at).join('.'));
}
