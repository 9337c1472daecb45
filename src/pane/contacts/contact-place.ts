import { type Signal, signal } from '@preact/signals';
import type { ContactFields } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { View } from '../state/pane-state.ts';
import type { ContactDraft } from './contact-draft.ts';

/** A new contact: what it starts from, and what was typed of it so far. */
export interface NewContactPlace {
  create: Partial<ContactFields>;
  draft?: ContactDraft;
}

/** Which contact the contact page shows, with the new one that was left to look at it; or a new one. */
export type ContactPlace = { show: ContactId; unfinished?: NewContactPlace } | NewContactPlace;

/** What of the pane's state is needed to get to a contact. */
interface Ways {
  readonly view: Signal<View>;
  readonly contactPlace: Signal<ContactPlace>;
}

export function createContactPlace(): Signal<ContactPlace> {
  return signal<ContactPlace>({ create: {} });
}

/** Opens the page of a contact. */
export function openContact({ view, contactPlace }: Ways, id: ContactId): void {
  contactPlace.value = { show: id };
  view.value = 'contact';
}

/** Opens the form of a new contact, filled in with `fields`. */
export function openNewContact({ view, contactPlace }: Ways, fields: Partial<ContactFields> = {}): void {
  contactPlace.value = { create: fields };
  view.value = 'contact';
}
