/** Somebody in the emulated mailbox. */
export interface MailboxPerson {
  name: string;
  address: string;
  /** 0 none, 1 organizer, 2 tentative, 3 accepted, 4 declined. */
  appointmentResponse?: number;
}

export type ItemKind = 'message' | 'appointment' | 'meeting-request' | 'message-compose' | 'appointment-compose';

/** One mail or meeting of the emulated mailbox, in the form that the host keeps it. */
export interface MailboxItem {
  kind: ItemKind;
  id?: string | null;
  itemClass?: string;
  subject?: string;
  conversationId?: string;
  internetMessageId?: string;
  from?: MailboxPerson;
  sender?: MailboxPerson;
  organizer?: MailboxPerson;
  to?: MailboxPerson[];
  cc?: MailboxPerson[];
  bcc?: MailboxPerson[];
  created?: string;
  start?: string;
  end?: string;
  location?: string;
  allDay?: boolean;
  sensitivity?: string;
  bodyHtml?: string;
  bodyText?: string;
  attachments?: { id: string; name: string; isInline: boolean }[];
  /** Present when the item lies in somebody else's mailbox. */
  shared?: { owner: string; targetMailbox: string; delegatePermissions: number; targetRestUrl: string };
  customProperties?: Record<string, unknown>;
}

const itemTypes: Record<ItemKind, number> = {
  message: 1,
  appointment: 2,
  'meeting-request': 3,
  'message-compose': 4,
  'appointment-compose': 5,
};

/** The numbers of the protocol for who may do what; the add-in asks for the least of them that reads an item. */
export const readItemPermission = 1;

export interface MailboxUser {
  name: string;
  address: string;
}

/** What the host tells of an item before any call is made; of an item being written nearly nothing. `null`: no item. */
export function initialData(item: MailboxItem | null, user: MailboxUser, controlId: string): Record<string, unknown> {
  const common = {
    permissionLevel: readItemPermission,
    itemType: item ? itemTypes[item.kind] : 6,
    userDisplayName: user.name,
    userEmailAddress: user.address,
    userProfileType: 'office365',
    userTimeZone: 'FLE Standard Time',
    hostVersion: '20261113003.09',
    owaView: 'ThreeColumns',
    ewsUrl: 'https://outlook.office365.com/EWS/Exchange.asmx',
    restUrl: 'https://outlook.office.com/api',
    isRestIdSupported: false,
    isFromSharedFolder: item?.shared !== undefined,
    extensionId: controlId,
    openWindowOpen: false,
  };
  if (!item) return common;
  if (item.kind === 'message-compose' || item.kind === 'appointment-compose') {
    return { ...common, conversationId: item.conversationId };
  }
  return {
    ...common,
    id: item.id,
    itemClass: item.itemClass ?? itemClassOf(item.kind),
    subject: item.subject ?? '',
    normalizedSubject: item.subject ?? '',
    conversationId: item.conversationId,
    internetMessageId: item.internetMessageId,
    from: recipient(item.from),
    sender: recipient(item.sender ?? item.from),
    organizer: recipient(item.organizer),
    to: (item.to ?? []).map(recipient),
    cc: (item.cc ?? []).map(recipient),
    bcc: [],
    attachments: (item.attachments ?? []).map((file) => ({ size: 1, attachmentType: 0, contentType: '', ...file })),
    dateTimeCreated: item.created,
    dateTimeModified: item.created,
    dateTimeSent: item.created,
    start: item.start,
    end: item.end,
    location: item.location ?? '',
    isAllDayEvent: item.allDay ?? false,
    sensitivity: item.sensitivity ?? 'normal',
    entities: {},
    regExMatches: {},
    isRead: true,
  };
}

function itemClassOf(kind: ItemKind): string {
  if (kind === 'appointment') return 'IPM.Appointment';
  return kind === 'meeting-request' ? 'IPM.Schedule.Meeting.Request' : 'IPM.Note';
}

/** A person as the protocol writes one. */
export function recipient(person: MailboxPerson | undefined): Record<string, unknown> | undefined {
  if (!person) return undefined;
  const { name, address, appointmentResponse = 0 } = person;
  return { name, address, recipientType: 2, appointmentResponse };
}
