import type { HostPerson, MailItem } from '../host/host-adapter.ts';
import type { Participant } from './draft.ts';

export interface PersonOnItem {
  person: HostPerson;
  as: Participant['as'];
}

/** Everyone on the item as the host gives them: who it is from or who organizes it first, then To, Cc, Bcc. */
export function peopleOnItem(item: MailItem): PersonOnItem[] {
  const first: PersonOnItem[] = [];
  const from = senderOf(item);
  if (from) first.push({ person: from, as: item.kind === 'mail' ? 'from' : 'organizer' });
  const [to, cc] = item.kind === 'mail' ? (['to', 'cc'] as const) : (['required', 'optional'] as const);
  return [
    ...first,
    ...item.to.map((person) => ({ person, as: to })),
    ...item.cc.map((person) => ({ person, as: cc })),
    ...item.bcc.map((person) => ({ person, as: 'bcc' as const })),
  ];
}

/** Whose item it is: a mail is from its author even when somebody else sent it; a meeting is its organizer's. */
export function senderOf(item: MailItem): HostPerson | null {
  if (item.kind === 'meeting') return item.organizer ?? item.from;
  return hasAddress(item.from) ? item.from : (item.sender ?? item.from);
}

function hasAddress(person: HostPerson | null): boolean {
  return person !== null && person.address.trim() !== '';
}
