import { type MailboxItem, type MailboxUser, recipient } from './mailbox-item.ts';

/** The calls of office.js that the emulated host answers, by the numbers of the protocol. */
export const methods = {
  'customProperties.load': 3,
  'customProperties.save': 4,
  displayMessage: 8,
  displayAppointment: 9,
  'recipients.get': 15,
  'subject.get': 18,
  'time.get': 24,
  'location.get': 26,
  'item.save': 32,
  'body.get': 37,
  'initializationContext.get': 99,
  'from.get': 107,
  'sharedProperties.get': 108,
  'attachments.get': 149,
  'itemId.get': 164,
  'allDay.get': 169,
  'sensitivity.get': 171,
  displayMessageAsync: 179,
  displayAppointmentAsync: 180,
  'roamingSettings.save': 404,
} as const;
export type Method = keyof typeof methods;

const names = new Map<number, Method>(Object.entries(methods).map(([name, id]) => [id, name as Method])); // its own keys
/** Telemetry and the like: taken without effect. */
const ignored = new Set([163, 193, 400, 401, 402]);

export function methodOf(dispatchId: number): Method | undefined {
  return names.get(dispatchId);
}

type Display = Extract<Method, `display${string}`>;

export function isDisplay(method: Method): method is Display {
  return method.startsWith('display');
}

export type Params = Record<string, unknown>;

const failed = (errorCode: number) => ({ error: true, errorCode, wasSuccessful: false });
const done = (data?: unknown) => ({ error: false, data, wasSuccessful: true });

/** What the host answers to one call about the item that is open *now*, whichever the page believes to be open. */
export function answerMethod(
  dispatchId: number,
  params: Params,
  item: MailboxItem | null,
  user: MailboxUser,
): Record<string, unknown> {
  if (ignored.has(dispatchId)) return done();
  const method = methodOf(dispatchId);
  // A form opens in a window of its own, whatever is open here; the host says nothing of an item that it can't find.
  if (method && isDisplay(method)) return done();
  if (!method || !item) return failed(5000);
  switch (method) {
    case 'customProperties.load':
      return { wasSuccessful: true, customProperties: JSON.stringify(item.customProperties ?? {}) };
    case 'customProperties.save':
      item.customProperties = structuredClone(params.customProperties) as Params; // an object by the protocol
      return { wasSuccessful: true, error: false };
    case 'recipients.get':
      return done(([item.to, item.cc, item.bcc][Number(params.recipientField)] ?? []).map(recipient));
    case 'subject.get':
      return done(item.subject ?? '');
    case 'time.get':
      return done(Date.parse((params.TimeProperty === 1 ? item.start : item.end) ?? ''));
    case 'location.get':
      return done(item.location ?? '');
    case 'item.save':
      item.id ??= `saved-${item.subject}`;
      return done(item.id);
    case 'body.get':
      return done(params.coercionType === 3 ? (item.bodyHtml ?? '') : (item.bodyText ?? ''));
    case 'initializationContext.get':
      return done('');
    case 'from.get':
      return done(recipient(item.from ?? item.organizer ?? user));
    case 'sharedProperties.get':
      return done(item.shared ?? {});
    case 'attachments.get':
      return done(item.attachments ?? []);
    case 'itemId.get':
      return item.id ? done(item.id) : failed(9046);
    case 'allDay.get':
      return done(item.allDay ?? false);
    case 'sensitivity.get':
      return done(item.sensitivity ?? 'normal');
    case 'roamingSettings.save':
      return done();
  }
}
