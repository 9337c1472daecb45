/// <reference types="office-js" />

/**
 * The part of office.js that Interlog uses, as clients really have it: whatever is above Mailbox 1.5, or missing in
 * some client, is optional here, so that the compiler asks for the look whether it is there. The official types promise
 * all of it always.
 */
export interface AsyncAnswer<T> {
  status: string | Office.AsyncResultStatus;
  value: T;
  error?: { code: number; name: string } | null;
}
export type Callback<T> = (answer: AsyncAnswer<T>) => void;

export interface Readable<T> {
  getAsync(callback: Callback<T>): void;
}

export interface OfficePerson {
  displayName?: string | null;
  emailAddress?: string | null;
  appointmentResponse?: string | null;
}

export interface OfficeProperties {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  saveAsync(callback: Callback<unknown>): void;
}

export interface OfficeBody {
  getAsync(coercion: string, options: { bodyMode: Office.MailboxEnums.BodyMode }, callback: Callback<string>): void;
  getAsync(coercion: string, callback: Callback<string>): void;
}

interface AnyItem {
  itemType: string;
  /** Of an item that is read. */
  itemId?: string | null;
  conversationId?: string | null;
  body: OfficeBody;
  loadCustomPropertiesAsync(callback: Callback<OfficeProperties>): void;
  /** Only there when the item lies in a shared folder or mailbox, and not in every client then. */
  getSharedPropertiesAsync?(callback: Callback<{ owner?: string; targetMailbox?: string }>): void;
}

/** A mail or meeting that is read: its values are there at once. */
export interface ReadItem extends AnyItem {
  itemClass?: string | null;
  subject: string | null;
  internetMessageId?: string | null;
  from?: OfficePerson | null;
  sender?: OfficePerson | null;
  to?: OfficePerson[] | null;
  cc?: OfficePerson[] | null;
  dateTimeCreated?: Date | null;
  attachments?: { name?: string | null; isInline?: boolean }[] | null;
  /** Of meetings and meeting requests. */
  start?: Date | null;
  end?: Date | null;
  location?: string | null;
  organizer?: OfficePerson | null;
  requiredAttendees?: OfficePerson[] | null;
  optionalAttendees?: OfficePerson[] | null;
  isAllDayEvent?: boolean;
  sensitivity?: string;
}

/** A mail or meeting that is written: its values are asked for. */
export interface ComposeItem extends AnyItem {
  subject: Readable<string>;
  from?: Readable<OfficePerson>;
  to?: Readable<OfficePerson[]>;
  cc?: Readable<OfficePerson[]>;
  bcc?: Readable<OfficePerson[]>;
  start?: Readable<Date>;
  end?: Readable<Date>;
  location?: Readable<string>;
  organizer?: Readable<OfficePerson>;
  requiredAttendees?: Readable<OfficePerson[]>;
  optionalAttendees?: Readable<OfficePerson[]>;
  isAllDayEvent?: Readable<boolean>;
  sensitivity?: Readable<string>;
  getAttachmentsAsync?(callback: Callback<{ name?: string; isInline?: boolean }[]>): void;
  addHandlerAsync?(event: EventName, handler: () => void, callback: Callback<unknown>): void;
}

export type OfficeItem = ReadItem | ComposeItem;

export interface OfficeMailbox {
  /** Null or undefined when nothing, or several items, are selected, and in some clients while an item is loading. */
  item?: OfficeItem | null;
  userProfile: { displayName: string; emailAddress: string };
  addHandlerAsync(
    event: EventName,
    handler: (event: { officeTheme?: OfficeColours }) => void,
    callback: Callback<unknown>,
  ): void;
  getSelectedItemsAsync?(callback: Callback<unknown[]>): void;
  displayMessageForm?(itemId: string): void;
  displayAppointmentForm?(itemId: string): void;
  /** Since Mailbox 1.9. */
  displayMessageFormAsync?(itemId: string, callback: Callback<unknown>): void;
  displayAppointmentFormAsync?(itemId: string, callback: Callback<unknown>): void;
}

export interface OfficeColours {
  bodyBackgroundColor?: string;
  bodyForegroundColor?: string;
}

type OfficeEvent =
  | 'ItemChanged'
  | 'SelectedItemsChanged'
  | 'RecipientsChanged'
  | 'AppointmentTimeChanged'
  | 'OfficeThemeChanged';
/** The official types know it as a number; it is a string. */
export type EventName = string | Office.EventType;

export interface OfficeSurface {
  context: {
    mailbox?: OfficeMailbox;
    displayLanguage: string;
    platform?: string | Office.PlatformType | null;
    officeTheme?: OfficeColours;
  };
  EventType: Partial<Record<OfficeEvent, EventName>>;
  MailboxEnums: { BodyMode?: { FullBody: Office.MailboxEnums.BodyMode } };
}

export function isComposed(item: OfficeItem): item is ComposeItem {
  return typeof item.subject === 'object' && item.subject !== null;
}
