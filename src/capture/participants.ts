import type { EmailAddress } from '../domain/email-address.ts';
import { cut, plain } from '../domain/text.ts';
import type { MailItem } from '../host/host-adapter.ts';
import { addressOf } from './address-of.ts';
import type { Draft, Participant } from './draft.ts';
import { peopleOnItem } from './people-on-item.ts';
import type { Whose } from './whose-address.ts';

/** Most people that a draft lists: as many as one command can log. The rest are only counted. */
export const mostParticipants = 100;
/** Most people that could not be taken and are named one by one. */
const mostLeftOut = 20;
const longestName = 200;

export interface PeopleSorted extends Pick<Draft, 'includesMe' | 'colleagues' | 'leftOut' | 'unlisted'> {
  /** The external people, each once: the sender first, then To, Cc, Bcc. */
  external: Pick<Participant, 'name' | 'address' | 'as'>[];
}

/** Sorts the people on an item into me, colleagues, external people and those who can't or must not be logged. */
export function sortPeople(item: MailItem, whose: (address: EmailAddress) => Whose): PeopleSorted {
  const external = new Map<EmailAddress, Pick<Participant, 'name' | 'address' | 'as'>>();
  const colleagues = new Set<EmailAddress>();
  const leftOut = new Map<string, Draft['leftOut'][number]>();
  let includesMe = false;

  for (const { person, as } of peopleOnItem(item)) {
    const address = addressOf(person);
    const name = tidy(person.name);
    if (address === undefined) {
      const text = name || tidy(person.address);
      if (text !== '') leftOut.set(text, { text, why: 'no-address' });
      continue;
    }
    const known = external.get(address);
    if (known) {
      if (known.name === '') known.name = name;
      continue;
    }
    const whoseIt = whose(address);
    if (whoseIt === 'mine') includesMe = true;
    else if (whoseIt === 'colleague') colleagues.add(address);
    else if (whoseIt === 'never-log') leftOut.set(address, { text: address, why: 'never-log' });
    else external.set(address, { name, address, as });
  }

  const all = [...external.values()];
  return {
    external: all.slice(0, mostParticipants),
    unlisted: Math.max(0, all.length - mostParticipants),
    leftOut: [...leftOut.values()].slice(0, mostLeftOut),
    includesMe,
    colleagues: colleagues.size,
  };
}

function tidy(text: string): string {
  return cut(plain(text).replace(/\s+/g, ' ').trim(), longestName);
}
