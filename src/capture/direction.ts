import type { EmailAddress } from '../domain/email-address.ts';
import type { MailItem } from '../host/host-adapter.ts';
import { addressOf } from './address-of.ts';
import { senderOf } from './people-on-item.ts';
import type { Whose } from './whose-address.ts';

/**
 * Which way the information went (`domain.md` §14.3): what I or a colleague sent or organizes is outbound (checked
 * first), everything else inbound. Without a known sender it is inbound when I am among those who got it.
 */
export function directionOf(
  item: MailItem,
  whose: (address: EmailAddress) => Whose,
  includesMe: boolean,
): 'outbound' | 'inbound' {
  if (item.mode === 'compose') return 'outbound';
  const sender = senderOf(item);
  const address = sender ? addressOf(sender) : undefined;
  if (address === undefined) return item.kind === 'mail' && includesMe ? 'inbound' : 'outbound';
  const whoseIt = whose(address);
  return whoseIt === 'mine' || whoseIt === 'colleague' ? 'outbound' : 'inbound';
}
