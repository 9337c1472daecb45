import type { Contact, ContactReach, Lent } from './contact.ts';
import { emptied, missingFrom } from './fill-blanks.ts';
import { withChanges } from './with-changes.ts';

// As many as a contact may have of each (`contact.ts`).
const most = { otherEmails: 20, phones: 10, domains: 20 };

/**
 * `taker` with what it takes over of another contact, `giver`: `reach`, and what it has nothing of itself; and what of that
 * it had not had before. Undefined: nothing.
 */
export function lend(
  taker: Contact,
  giver: Contact,
  reach: ContactReach | null,
): { taker: Contact; lent: Lent | undefined } {
  if (!reach) return { taker, lent: undefined };
  const filled = missingFrom(taker, giver);
  const isFilled = Object.keys(filled).length > 0;
  const lent: Lent = {
    otherEmails: fresh(
      taker.otherEmails,
      reach.otherEmails.filter((address) => address !== taker.email),
      most.otherEmails,
    ),
    phones: fresh(taker.phones, reach.phones, most.phones),
    domains: fresh(taker.domains, reach.domains, most.domains),
    ...(isFilled ? { filled } : {}),
  };
  const count = lent.otherEmails.length + lent.phones.length + lent.domains.length;
  if (count === 0 && !isFilled) return { taker, lent: undefined };
  const more = {
    otherEmails: [...taker.otherEmails, ...lent.otherEmails],
    phones: [...taker.phones, ...lent.phones],
    domains: [...taker.domains, ...lent.domains],
  };
  return { taker: { ...withChanges(taker, filled), ...more }, lent };
}

/** `taker` without what was lent to it. What somebody has made of it since, such as its main address, stays. */
export function takeBack(taker: Contact, lent: Lent): Contact {
  return {
    ...emptied(taker, lent.filled ?? {}),
    otherEmails: taker.otherEmails.filter((one) => !lent.otherEmails.includes(one)),
    phones: taker.phones.filter((one) => !lent.phones.includes(one)),
    domains: taker.domains.filter((one) => !lent.domains.includes(one)),
  };
}

function fresh<T>(own: readonly T[], others: readonly T[], most: number): T[] {
  return [...new Set(others)].filter((one) => !own.includes(one)).slice(0, Math.max(0, most - own.length));
}
