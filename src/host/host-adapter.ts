import type { ItemKey } from '../domain/item.ts';
import type { Instant, Zone } from '../domain/time.ts';

/** A person as a mail client names one. `address` is as the client gives it: not parsed, perhaps empty or no address. */
export interface HostPerson {
  name: string;
  address: string;
  /** What a meeting's attendee answered, where the host knows. */
  response?: 'none' | 'organizer' | 'tentative' | 'accepted' | 'declined';
}

/** The body of an item. `html` is hostile: it is only ever parsed inertly. At least one of them is present. */
export interface HostBody {
  html?: string | undefined;
  text?: string | undefined;
}

export type Sensitivity = 'normal' | 'personal' | 'private' | 'confidential';

/** A mail or meeting as the host gives it. Absent values are null: nothing is guessed here. */
export interface MailItem {
  kind: 'mail' | 'meeting';
  /** `compose`: it is being written, or the user is organizing it. */
  mode: 'read' | 'compose';
  /** Tells this open item from the next one within this pane; never stored. */
  identity: string;
  subject: string;
  /** Of a mail: who it is from. */
  from: HostPerson | null;
  /** Of a mail: who sent it for `from`, when that is somebody else. */
  sender: HostPerson | null;
  /** Of a mail: To; of a meeting: required attendees. */
  to: HostPerson[];
  /** Of a mail: Cc; of a meeting: optional attendees. */
  cc: HostPerson[];
  /** Of a mail being written only. */
  bcc: HostPerson[];
  /** Of a meeting. */
  organizer: HostPerson | null;
  sentAt: Instant | null;
  receivedAt: Instant | null;
  /** Of a meeting. For an all-day one the days are those of `zone`. */
  start: Instant | null;
  end: Instant | null;
  allDay: boolean;
  zone: Zone | null;
  location: string;
  sensitivity: Sensitivity;
  /** RFC 5322 Message-ID with or without angle brackets. */
  messageId: string | null;
  conversationId: string | null;
  /** How many mails the thread has, where the host knows. */
  threadLength: number | null;
  icalUid: string | null;
  /** The original start of one occurrence of a series. */
  occurrence: Instant | null;
  /** Of an item being written, and of one that was sent with it: made by us when the draft was first seen. */
  draftId: string | null;
  /** Whose mailbox it lies in, when that is not the user's own. */
  mailboxOwner: string | null;
  attachmentNames: string[];
}

/** What is open in the host. */
export type OpenItem =
  | { state: 'item'; item: MailItem }
  | { state: 'nothing' }
  | { state: 'several'; count: number }
  /** The host did not answer in time, or answered with an error. `reason` is for diagnosis and holds no mail content. */
  | { state: 'unreadable'; reason: string };

export interface HostAccount {
  name: string;
  /** The mailbox's address, as the host gives it; empty when the host does not know. */
  address: string;
  zone: Zone;
}

export interface HostTheme {
  /** `system` follows `prefers-color-scheme`. */
  scheme: 'light' | 'dark' | 'system';
  /** Colours of the host, as `#rrggbb`, where it gives any. */
  background?: string | undefined;
  foreground?: string | undefined;
}

/** What a logged item is marked with, so that the pane knows at once; small, and without content. */
export interface LogMark {
  /** The entry's id. */
  entryId: string;
  at: Instant;
}

export interface HostAbilities {
  readsBody: boolean;
  marksItems: boolean;
  opensItems: boolean;
  /** Touch first: targets are 44 px. */
  touch: boolean;
}

/**
 * The mail client around the pane. Every adapter passes `test/conformance/host-adapter.ts`.
 *
 * Guarantees: nothing here throws for what a host can do wrong; an answer that belongs to an item which is no longer
 * open is never given (the read starts again or says `nothing`); every subscription ends with its signal.
 */
export interface HostAdapter {
  readonly name: 'outlook' | 'webextension' | 'preview';
  readonly can: HostAbilities;
  /** What is open now. Rejects only with the signal's reason. */
  current(signal: AbortSignal): Promise<OpenItem>;
  /** The body of the item with `identity`; undefined when it is not open any more, or the host has none to give. */
  body(identity: string, signal: AbortSignal): Promise<HostBody | undefined>;
  /** Calls back whenever another item, or nothing, is open, or the open one was changed by its writer. */
  onItemChanged(changed: () => void, signal: AbortSignal): void;
  account(): HostAccount;
  theme(): HostTheme;
  onThemeChanged(changed: (theme: HostTheme) => void, signal: AbortSignal): void;
  /** BCP 47, as the host shows itself. */
  language(): string;
  /** The mark of the item with `identity`, if it has one. */
  readMark(identity: string, signal: AbortSignal): Promise<LogMark | undefined>;
  /** Marks the item while it is still open. False when it was not possible; nothing depends on it. */
  saveMark(identity: string, mark: LogMark, signal: AbortSignal): Promise<boolean>;
  /** Notes on this device what the open item can be opened by later, under the keys of what was logged about it. */
  noteItem(identity: string, keys: readonly ItemKey[]): Promise<void>;
  /** Whether an item with these keys is known here, so that it can be opened. */
  knowsItem(keys: readonly ItemKey[]): Promise<boolean>;
  /** Has the host open the item with these keys. False when it is not known, or the host said that it can't. */
  openItem(keys: readonly ItemKey[], signal: AbortSignal): Promise<boolean>;
}
