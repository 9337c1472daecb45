import type { MailItem } from './host-adapter.ts';

/** An item of which nothing is known but what `known` says. */
export function blankItem(known: Pick<MailItem, 'kind' | 'identity'> & Partial<MailItem>): MailItem {
  return {
    mode: 'read',
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
    ...known,
  };
}
