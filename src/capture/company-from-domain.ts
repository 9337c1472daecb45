import { domainOf, type EmailAddress } from '../domain/email-address.ts';

/** Second labels under which countries let companies register, as in `example.co.uk`. */
const secondLevel = new Set([
  'co',
  'com',
  'net',
  'org',
  'gov',
  'edu',
  'ac',
  'or',
  'ne',
  'gob',
  'govt',
  'ltd',
  'plc',
  'me',
]);

/**
 * The company that an unknown sender's domain suggests: `norrsken-logistik.se` gives `Norrsken Logistik`. Undefined for
 * free mail and for domains that name nobody, such as an IP address.
 */
export function companyFromDomain(
  address: EmailAddress,
  freeMailDomains: ReadonlySet<string>,
): { name: string; domain: string } | undefined {
  const labels = domainOf(address)
    .split('.')
    .filter((label) => label !== '');
  if (labels.length < 2 || labels.some((_, at) => freeMailDomains.has(labels.slice(at).join('.')))) return undefined;
  const top = labels.at(-1) ?? '';
  const suffix = labels.length > 2 && top.length === 2 && secondLevel.has(labels.at(-2) ?? '') ? 2 : 1;
  const name = labels.at(-1 - suffix) ?? '';
  if (!/\p{L}/u.test(name) || !/\p{L}/u.test(top)) return undefined;
  return { name: spoken(name), domain: labels.slice(-1 - suffix).join('.') };
}

function spoken(label: string): string {
  if (label.startsWith('xn--')) return label;
  return label
    .split(/[-_]+/u)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
