import type { ItemKey } from '../domain/item.ts';
import { itemKey } from '../domain/item-keys.ts';
import type { MailItem } from '../host/host-adapter.ts';
import { addressOf } from './address-of.ts';
import { senderOf } from './people-on-item.ts';
import { comparableSubject } from './subject-prefix.ts';

/**
 * Everything the item can be recognised by, the strong keys first. Two people's copies of one mail or meeting share at
 * least one; a draft keeps its key when it is sent. Empty for a mail that names nothing.
 */
export function itemKeys(item: MailItem): ItemKey[] {
  const keys = [
    item.messageId === null ? undefined : itemKey('message-id', bareMessageId(item.messageId)),
    icalKey(item),
    item.draftId === null ? undefined : itemKey('draft', item.draftId),
    weakKey(item),
  ];
  return keys.filter((key) => key !== undefined);
}

/** Without angle brackets and without the white space that folding put in; case is kept, since RFC 5322 tells it apart. */
function bareMessageId(messageId: string): string {
  return messageId.replace(/\s+/g, '').replace(/^<+|>+$/g, '');
}

function icalKey({ icalUid, occurrence }: MailItem): ItemKey | undefined {
  const uid = icalUid?.replace(/\s+/g, ' ').trim() ?? '';
  return uid === '' ? undefined : itemKey('ical', `${uid}|${occurrence ?? '-'}`);
}

/** Hosts that give no iCalendar uid leave organizer, start and subject; a mail without Message-ID its sender and time. */
function weakKey(item: MailItem): ItemKey | undefined {
  const sender = senderOf(item);
  const address = sender ? addressOf(sender) : undefined;
  const when = item.kind === 'meeting' ? item.start : item.messageId === null ? item.sentAt : null;
  if (address === undefined || when === null) return undefined;
  return itemKey('weak', `${address}|${when}|${comparableSubject(item.subject)}`);
}
