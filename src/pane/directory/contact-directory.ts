import type { ReadonlySignal } from '@preact/signals';
import type { Contact, ContactFields } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { LikelyDuplicate } from '../../domain/likely-duplicates.ts';

/** A contact as lists show it. */
export interface ContactLine {
  contact: Contact;
  /** Of the company that it belongs to; empty where there is none. */
  companyName: string;
}

/** The first of a list, and how many it has. */
export interface ContactPage {
  lines: ContactLine[];
  count: number;
}

/** What of a contact tells whether it may be the same as another one. */
export type Likeness = Pick<ContactFields, 'type' | 'name' | 'email' | 'otherEmails' | 'phones' | 'domains'>;

/** What can be asked about many contacts at once. Only contacts that are offered are given. */
export interface ContactQuestions {
  /** By words in any order, see `search/contact-index.ts`; the best first. */
  find(query: string, limit: number): Promise<ContactLine[]>;
  /** By name, as `language` sorts. */
  byName(language: string, limit: number): Promise<ContactPage>;
  /** Those who belong to a company, by name. */
  peopleOf(companyId: ContactId, language: string, limit: number): Promise<ContactPage>;
  likelyDuplicates(of: Likeness, limit: number, except: ContactId | undefined): Promise<LikelyDuplicate[]>;
}

/** Contacts kept where looking through them holds up nobody: in a worker, or here a slice at a time. */
export interface ContactShelf extends ContactQuestions {
  /** Contacts as they are now, and the ids of those that are no more. */
  take(contacts: readonly Contact[], gone: readonly ContactId[]): Promise<void>;
  clear(): Promise<void>;
}

/** The contacts of this device, to be asked about; see `open-directory.ts`. */
export interface ContactDirectory extends ContactQuestions {
  /** Moves on whenever what was asked may be answered otherwise. */
  readonly news: ReadonlySignal<number>;
  /** False while the contacts of this device are still being gone through: answers know a part of them. */
  readonly isWhole: ReadonlySignal<boolean>;
}
