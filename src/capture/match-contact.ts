import type { Contact } from '../domain/contact.ts';
import type { EmailAddress } from '../domain/email-address.ts';
import { isOffered } from '../domain/offered.ts';
import type { Match } from './draft.ts';
import type { Surroundings } from './surroundings.ts';
import { domainsOf } from './whose-address.ts';

/**
 * Finds whom an address belongs to: the contact that has it as main address, else as another one (several: the user
 * picks), else a company that lists its domain. Matching is exact (`domain.md` §14.4). Merged and deleted contacts never match, and
 * free mail says nothing about a company.
 */
export function contactMatcher({
  contacts,
  companies,
  workspace,
}: Pick<Surroundings, 'contacts' | 'companies' | 'workspace'>): (address: EmailAddress) => Match {
  const byMain = new Map<string, Contact[]>();
  const byOther = new Map<string, Contact[]>();
  for (const contact of contacts) {
    if (!isOffered(contact)) continue;
    if (contact.email !== '') addTo(byMain, contact.email, contact);
    for (const other of contact.otherEmails) if (other !== contact.email) addTo(byOther, other, contact);
  }
  const byDomain = new Map<string, Contact>();
  for (const company of companies) {
    if (!isOffered(company) || company.type !== 'company') continue;
    for (const domain of company.domains) if (!byDomain.has(domain)) byDomain.set(domain, company);
  }
  const freeMail = new Set<string>(workspace?.freeMailDomains);

  return (address) => {
    const [main, ...moreMain] = byMain.get(address) ?? [];
    if (main)
      return moreMain.length === 0
        ? { by: 'main-address', contact: main }
        : { by: 'shared-address', contact: main, candidates: [main, ...moreMain] };
    const [other, ...moreOther] = byOther.get(address) ?? [];
    if (other)
      return moreOther.length === 0
        ? { by: 'other-address', contact: other }
        : { by: 'shared-address', contact: other, candidates: [other, ...moreOther] };
    const domains = domainsOf(address);
    if (domains.some((domain) => freeMail.has(domain))) return { by: 'unknown' };
    const company = domains.map((domain) => byDomain.get(domain)).find((found) => found !== undefined);
    return company ? { by: 'company-domain', company } : { by: 'unknown' };
  };
}

function addTo(map: Map<string, Contact[]>, key: string, contact: Contact): void {
  const list = map.get(key);
  if (!list) map.set(key, [contact]);
  else if (!list.some(({ id }) => id === contact.id)) list.push(contact);
}

/** The contact a match stands for, if any. */
export function matchedContact(match: Match): Contact | undefined {
  return 'contact' in match ? match.contact : undefined;
}

/**
 * One participant per contact: who is on an item with two of their addresses stands there once, and a shared address
 * stands for a contact who is not on it otherwise.
 */
export function oncePerContact<P extends { match: Match }>(participants: readonly P[]): P[] {
  const certain = new Set(
    participants.flatMap(({ match }) =>
      match.by === 'main-address' || match.by === 'other-address' ? [match.contact.id] : [],
    ),
  );
  const taken = new Set<string>();
  const kept: P[] = [];
  for (const participant of participants) {
    const { match } = participant;
    if (match.by === 'shared-address') {
      const free = match.candidates.find(({ id }) => !certain.has(id) && !taken.has(id)) ?? match.contact;
      taken.add(free.id);
      kept.push({ ...participant, match: { ...match, contact: free } });
      continue;
    }
    const contact = matchedContact(match);
    if (contact && taken.has(contact.id)) continue;
    if (contact) taken.add(contact.id);
    kept.push(participant);
  }
  return kept;
}
