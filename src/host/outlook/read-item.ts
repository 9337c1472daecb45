import type { Zone } from '../../domain/time.ts';
import { blankItem } from '../blank-item.ts';
import type { MailItem } from '../host-adapter.ts';
import { hostPeople, hostPerson } from './host-person.ts';
import type { ReadItem } from './office-surface.ts';
import { instantOrNull, sensitivityOf } from './outlook-values.ts';
import { looksAllDay } from './quirks/unknown-all-day.ts';

/** A mail or meeting that is being read, from the values that Outlook has at once. */
export function readItem(item: ReadItem, identity: string, zone: Zone): MailItem {
  return item.itemType === 'appointment' || isMeetingRequest(item)
    ? readMeeting(item, identity, zone)
    : readMail(item, identity);
}

/** A request in the inbox is the meeting that it is about; an answer to one has no time and stays a mail. */
function isMeetingRequest(item: ReadItem): boolean {
  return (item.itemClass ?? '').startsWith('IPM.Schedule.Meeting') && instantOrNull(item.start) !== null;
}

function readMail(item: ReadItem, identity: string): MailItem {
  return {
    ...blankItem({ kind: 'mail', mode: 'read', identity }),
    ...common(item),
    from: hostPerson(item.from),
    sender: hostPerson(item.sender),
    to: hostPeople(item.to),
    cc: hostPeople(item.cc),
    // Outlook tells when the mail came to be in this mailbox, not what its Date header says.
    receivedAt: instantOrNull(item.dateTimeCreated),
  };
}

function readMeeting(item: ReadItem, identity: string, zone: Zone): MailItem {
  return {
    ...blankItem({ kind: 'meeting', mode: 'read', identity }),
    ...common(item),
    organizer: hostPerson(item.organizer ?? item.from),
    to: hostPeople(item.requiredAttendees ?? item.to),
    cc: hostPeople(item.optionalAttendees ?? item.cc),
    start: instantOrNull(item.start),
    end: instantOrNull(item.end),
    allDay: item.isAllDayEvent ?? looksAllDay(item.start ?? null, item.end ?? null, zone),
    zone,
    location: item.location ?? '',
    sensitivity: sensitivityOf(item.sensitivity),
  };
}

function common(item: ReadItem): Partial<MailItem> {
  const files = (item.attachments ?? []).filter(({ isInline }) => !isInline);
  return {
    subject: item.subject ?? '',
    messageId: item.internetMessageId || null,
    conversationId: item.conversationId || null,
    attachmentNames: files.map(({ name }) => name ?? ''),
  };
}
