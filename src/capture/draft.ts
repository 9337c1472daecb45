import type { Contact } from '../domain/contact.ts';
import type { EmailAddress } from '../domain/email-address.ts';
import type { TemplateCode } from '../domain/ids.ts';
import type { Item, ItemKey } from '../domain/item.ts';
import type { Day, Instant, Zone } from '../domain/time.ts';
import type { Sensitivity } from '../host/host-adapter.ts';

/** Why a participant is taken for a contact. */
export type Match =
  | { by: 'main-address'; contact: Contact }
  | { by: 'other-address'; contact: Contact }
  /** Several contacts share the address: the user picks. */
  | { by: 'shared-address'; contact: Contact; candidates: Contact[] }
  /** Unknown, but a company has the domain: suggested for a new contact. */
  | { by: 'company-domain'; company: Contact }
  | { by: 'unknown' };

/** Somebody on the mail or meeting who is neither the user nor a colleague. */
export interface Participant {
  name: string;
  address: EmailAddress;
  /** Where they stand on the item. */
  as: 'from' | 'to' | 'cc' | 'bcc' | 'organizer' | 'required' | 'optional';
  match: Match;
  /** The name split for a new contact: `Ortiz, Bob` and `Bob Ortiz` both give these. */
  suggestedName: string;
  /** The company suggested for a new contact when none is known: made from the domain; null for free mail. */
  suggestedCompany: { name: string; domain: string } | null;
}

export type TemplateReason =
  | 'last-for-contact'
  | 'outgoing-mail'
  | 'incoming-mail'
  | 'draft'
  | 'meeting'
  | 'call'
  | 'first';

/** A mail or meeting made ready to be logged. Pure data: what the pane shows before the click. */
export interface Draft {
  itemKind: Item['itemKind'];
  mode: 'read' | 'compose';
  /** Outbound: I or a colleague sent it; inbound: they did; null: only colleagues, or nobody, is on it. */
  direction: 'outbound' | 'inbound' | null;
  /** Without RE, FW, VS, VL, SV, AW and the like; at most 100 units. */
  subject: string;
  participants: Participant[];
  /** The user is on it. */
  includesMe: boolean;
  /** How many colleagues are on it besides the user. */
  colleagues: number;
  /** Addresses left out because they are on the never-log list, or no addresses at all, for the pane to say so. */
  leftOut: { text: string; why: 'never-log' | 'no-address' }[];
  /** How many more people are on it than `mostParticipants`: they are counted, not listed, and can't be logged at once. */
  unlisted: number;
  at: Instant | null;
  day: Day;
  zone: Zone;
  /** Whole minutes of a meeting; null for mail and all-day meetings. */
  minutes: number | null;
  keys: ItemKey[];
  sensitivity: Sensitivity;
  threadLength: number | null;
  /** Null when nobody is to be logged, or the set-up names no template for it. */
  suggestedTemplate: { code: TemplateCode; why: TemplateReason } | null;
  mailboxOwner: string | null;
}

/** The text of a mail: what its writer added, and all of it. */
export interface MailText {
  newest: string;
  full: string;
}
