import type { MailItem } from '../host/host-adapter.ts';
import { companyFromDomain } from './company-from-domain.ts';
import { directionOf } from './direction.ts';
import type { Draft, Participant } from './draft.ts';
import { itemKeys } from './item-keys.ts';
import { contactMatcher, oncePerContact } from './match-contact.ts';
import { sortPeople } from './participants.ts';
import { splitName } from './split-name.ts';
import { withoutPrefixes } from './subject-prefix.ts';
import { suggestTemplate } from './suggest-template.ts';
import type { Surroundings } from './surroundings.ts';
import { whenOfItem } from './when-of-item.ts';
import { whoseAddress } from './whose-address.ts';

/**
 * Makes a mail or meeting ready to be logged: who is on it and whom they are taken for, which way it went, when, under
 * which keys, and with which template to start. Pure, and fit for any input: what can't be used is named in `leftOut`.
 */
export function createDraft(item: MailItem, surroundings: Surroundings): Draft {
  const whose = whoseAddress(surroundings);
  const { external, ...people } = sortPeople(item, whose);
  const match = contactMatcher(surroundings);
  const freeMail = new Set<string>(surroundings.workspace?.freeMailDomains);

  const participants = oncePerContact(
    external.map((person): Participant => {
      const matched = match(person.address);
      const company = matched.by === 'unknown' ? companyFromDomain(person.address, freeMail) : undefined;
      return {
        ...person,
        match: matched,
        suggestedName: splitName(person.name, person.address),
        suggestedCompany: company ?? null,
      };
    }),
  );
  const direction = participants.length === 0 ? null : directionOf(item, whose, people.includesMe);

  return {
    itemKind: item.kind,
    mode: item.mode,
    direction,
    subject: withoutPrefixes(item.subject),
    participants,
    ...people,
    ...whenOfItem(item, direction, surroundings),
    keys: itemKeys(item),
    sensitivity: item.sensitivity,
    threadLength: item.threadLength,
    suggestedTemplate: direction === null ? null : suggestTemplate(item, direction, participants, surroundings),
    mailboxOwner: item.mailboxOwner,
  };
}
