import type { HostPerson, MailItem } from '../../host/host-adapter.ts';
import type { MailboxLanguage } from './mailbox-language.ts';
import type { MailboxMessages } from './messages-en.ts';

/** A person as the mailbox names one. */
function personName({ name, address }: HostPerson): string {
  return name.trim() || address;
}

export function personLine(person: HostPerson): string {
  const name = person.name.trim();
  return name === '' || name === person.address ? person.address : `${name} <${person.address}>`;
}

/** Whom the list names for an item: who it is from, or whom it went to when it is the user's own. */
export function listedPeople(item: MailItem, me: string, messages: MailboxMessages): string {
  const first = item.kind === 'meeting' ? item.organizer : item.from;
  const isMine = first?.address.toLowerCase() === me.toLowerCase();
  if (first && !isMine) return personName(first);
  return messages.toPeople(item.to.map(personName).join(', '));
}

/** When an item took place or takes place, for sorting and showing; null for a draft. */
export function itemTime(item: MailItem): string | null {
  return item.kind === 'meeting' ? item.start : (item.receivedAt ?? item.sentAt);
}

const locales: Record<MailboxLanguage, string> = { en: 'en-GB', fi: 'fi-FI' };

/** `10:12` today, else `Mon 23/11`. */
export function shortTime(at: string, today: string, language: MailboxLanguage, allDay: boolean): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date(today).toDateString();
  const options: Intl.DateTimeFormatOptions =
    isToday && !allDay
      ? { hour: '2-digit', minute: '2-digit' }
      : { weekday: 'short', day: 'numeric', month: 'numeric' };
  return new Intl.DateTimeFormat(locales[language], options).format(date);
}

export function longTime(item: MailItem, language: MailboxLanguage, messages: MailboxMessages): string {
  const at = itemTime(item);
  if (at === null) return item.mode === 'compose' ? messages.draft : '';
  const day: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
  if (item.kind === 'meeting' && item.allDay)
    return `${new Intl.DateTimeFormat(locales[language], day).format(new Date(at))}, ${messages.allDay}`;
  const format = new Intl.DateTimeFormat(locales[language], { ...day, hour: '2-digit', minute: '2-digit' });
  return item.kind === 'meeting' && item.end !== null
    ? format.formatRange(new Date(at), new Date(item.end))
    : format.format(new Date(at));
}
