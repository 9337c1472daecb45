import type { MailboxItem, MailboxPerson } from './page/mailbox-item.ts';

export const anna: MailboxPerson = { name: 'Anna Korhonen', address: 'anna.korhonen@aurinko.example' };
export const pekka: MailboxPerson = { name: 'Pekka Kivi', address: 'pekka.kivi@kivi.example' };
export const aino: MailboxPerson = { name: 'Aino Hämäläinen', address: 'aino.hamalainen@kivi.example' };
export const bjorn: MailboxPerson = { name: 'Björn Åkesson', address: 'bjorn.akesson@akesson.example' };

let made = 0;

/** A mail from Pekka Kivi to Anna Korhonen. */
export function mailFrom(change: Partial<MailboxItem> = {}): MailboxItem {
  made += 1;
  const text = change.bodyText ?? 'Hei Anna';
  return {
    kind: 'message',
    id: `AAMkAGI1-${made}=`,
    subject: `Tarjous ${made}`,
    conversationId: `AAQkAGI1-${made}=`,
    internetMessageId: `<mail-${made}@kivi.example>`,
    from: pekka,
    to: [anna],
    created: '2026-11-20T07:12:00.000Z',
    bodyText: text,
    bodyHtml: `<html><body><p>${text}</p></body></html>`,
    ...change,
  };
}

/** A mail that Anna Korhonen is writing to Pekka Kivi. */
export function draftTo(change: Partial<MailboxItem> = {}): MailboxItem {
  made += 1;
  const text = change.bodyText ?? 'Hei Pekka';
  return {
    kind: 'message-compose',
    id: null,
    subject: `Luonnos ${made}`,
    conversationId: `AAQkAGI1-${made}=`,
    from: anna,
    to: [pekka],
    bodyText: text,
    bodyHtml: `<html><body><p>${text}</p></body></html>`,
    ...change,
  };
}

/** A meeting that Anna Korhonen organizes, as an attendee sees it. */
export function meetingWith(change: Partial<MailboxItem> = {}): MailboxItem {
  made += 1;
  return {
    kind: 'appointment',
    id: `AAMkAGI1-${made}=`,
    subject: `Katselmus ${made}`,
    organizer: anna,
    to: [{ ...pekka, appointmentResponse: 3 }],
    cc: [aino],
    created: '2026-11-01T08:00:00.000Z',
    start: '2026-11-19T07:00:00.000Z',
    end: '2026-11-19T08:30:00.000Z',
    location: 'Neuvotteluhuone 4',
    bodyText: 'Asialista',
    bodyHtml: '<p>Asialista</p>',
    ...change,
  };
}

/** What the mail that is being written becomes in Sent when it is sent. */
export function sent(draft: MailboxItem): MailboxItem {
  made += 1;
  const message = { id: `AAMkAGI1-${made}=`, internetMessageId: `<sent-${made}@aurinko.example>` };
  return { ...draft, ...message, kind: 'message', created: '2026-11-23T07:30:00.000Z' };
}
