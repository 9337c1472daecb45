import { parseEmailAddress } from '../../domain/email-address.ts';
import type { Workspace } from '../../domain/workspace.ts';
import { isDomain } from './files/check-contact.ts';

/** The matching rules as they are typed: one domain or address on each line. */
export interface MatchingDraft {
  ownDomains: string;
  neverLog: string;
  freeMailDomains: string;
}

export type DomainFault = 'not-a-domain' | 'not-an-address-or-domain' | 'own-and-free';
export type MatchingFaults = Partial<Record<keyof MatchingDraft, { fault: DomainFault; value: string }>>;
export type MatchingRules = Pick<Workspace, 'ownDomains' | 'neverLog' | 'freeMailDomains'>;

export function matchingDraftOf(rules: MatchingRules): MatchingDraft {
  return {
    ownDomains: rules.ownDomains.join('\n'),
    neverLog: rules.neverLog.join('\n'),
    freeMailDomains: rules.freeMailDomains.join('\n'),
  };
}

/** The rules that the draft stands for, or the first thing that is wrong in each field. */
export function checkMatching(
  draft: MatchingDraft,
): { ok: true; rules: MatchingRules } | { ok: false; faults: MatchingFaults } {
  const ownDomains = values(draft.ownDomains);
  const neverLog = values(draft.neverLog);
  const freeMailDomains = values(draft.freeMailDomains);
  const faults: MatchingFaults = {};
  const notOwn = ownDomains.find((one) => !isDomain(one));
  if (notOwn !== undefined) faults.ownDomains = { fault: 'not-a-domain', value: notOwn };
  const notEither = neverLog.find((one) => !isDomain(one) && !parseEmailAddress(one));
  if (notEither !== undefined) faults.neverLog = { fault: 'not-an-address-or-domain', value: notEither };
  const notFree = freeMailDomains.find((one) => !isDomain(one));
  const both = freeMailDomains.find((one) => ownDomains.includes(one));
  if (notFree !== undefined) faults.freeMailDomains = { fault: 'not-a-domain', value: notFree };
  else if (both !== undefined) faults.freeMailDomains = { fault: 'own-and-free', value: both };
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  return { ok: true, rules: { ownDomains, neverLog, freeMailDomains } };
}

// People write `@example.com` as well.
function values(text: string): string[] {
  const all = text
    .toLowerCase()
    .split(/[\s;,]+/)
    .map((one) => one.replace(/^@/, ''))
    .filter((one) => one !== '');
  return [...new Set(all)];
}
