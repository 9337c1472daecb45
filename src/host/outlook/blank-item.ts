import { type Instant, instantOf } from '../../domain/time.ts';
import type { MailItem, Sensitivity } from '../host-adapter.ts';

/** An item of which nothing is known but what it is. */
export function blankItem(known: Pick<MailItem, 'kind' | 'mode' | 'identity'>): MailItem {
  return {
    ...known,
    subject: '',
    from: null,
    sender: null,
    to: [],
    cc: [],
    bcc: [],
    organizer: null,
    sentAt: null,
    receivedAt: null,
    start: null,
    end: null,
    allDay: false,
    zone: null,
    location: '',
    sensitivity: 'normal',
    messageId: null,
    conversationId: null,
    threadLength: null,
    icalUid: null,
    occurrence: null,
    draftId: null,
    mailboxOwner: null,
    attachmentNames: [],
  };
}

/** The instant of a date as Outlook gives it; null for none, and for one that is no date. */
export function instantOrNull(date: Date | null | undefined): Instant | null {
  const ms = date?.getTime();
  return ms === undefined || Number.isNaN(ms) ? null : instantOf(ms);
}

const sensitivities: Readonly<Record<string, Sensitivity>> = {
  normal: 'normal',
  personal: 'personal',
  private: 'private',
  confidential: 'confidential',
};

export function sensitivityOf(value: string | null | undefined): Sensitivity {
  return sensitivities[value ?? ''] ?? 'normal';
}
