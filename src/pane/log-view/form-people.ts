import type { Match, Participant } from '../../capture/draft.ts';
import type { Contact } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';
import { isLive } from '../../domain/is-live.ts';
import type { ShownEntry } from '../../store/local-store.ts';
import type { Choices, NewContactChoice, PersonKey } from './choices.ts';

/** Somebody on the form, ready to be shown and ticked. */
export interface FormPerson {
  key: PersonKey;
  /** Undefined for a contact that the user added. */
  participant: Participant | undefined;
  name: string;
  companyName: string;
  /** Whom the entry will be with; undefined while unknown, not picked, or to be created. */
  contact: Contact | undefined;
  /** The contacts that share the address. */
  candidates: readonly Contact[];
  /** Picked because it was picked the last time. */
  isRemembered: boolean;
  /** Set when the user makes this person a contact. */
  creates: NewContactChoice | undefined;
  ticked: boolean;
  /** The live entry that the team has for this person and item. */
  logged: ShownEntry | undefined;
}

export interface PeopleInput {
  participants: readonly Participant[];
  choices: Choices;
  /** Entries of the item, live or canceled. */
  entries: readonly ShownEntry[];
  /** Companies of the contacts, by id. */
  companies: ReadonlyMap<ContactId, Contact>;
  /** Contacts of the entries that were merged into another one, with that one. */
  mergedInto?: ReadonlyMap<ContactId, ContactId> | undefined;
  /** Whom the person meant the last time at an address that several contacts share. */
  remembered?: ((address: string) => ContactId | undefined) | undefined;
}

/** The people of the form: those of the item in their order, then those that the user added. */
export function formPeople({
  participants,
  choices,
  entries,
  companies,
  mergedInto,
  remembered,
}: PeopleInput): FormPerson[] {
  const live = new Map<ContactId, ShownEntry>();
  for (const shown of entries)
    if (isLive(shown.entry)) live.set(mergedInto?.get(shown.entry.contactId) ?? shown.entry.contactId, shown);
  const companyNameOf = (contact: Contact | undefined) =>
    contact?.companyId ? (companies.get(contact.companyId)?.name ?? '') : '';

  const people = participants.map((participant): FormPerson => {
    const key = participant.address;
    const { match } = participant;
    const candidates = match.by === 'shared-address' ? match.candidates : [];
    const last = candidates.length > 0 && !choices.picked[key] ? remembered?.(key) : undefined;
    const contact = contactOf(match, choices.picked[key] ?? last);
    const creates = contact ? undefined : choices.created[key];
    return {
      key,
      participant,
      name: contact?.name ?? creates?.name ?? participant.suggestedName,
      companyName: companyNameOf(contact),
      contact,
      candidates,
      isRemembered: last !== undefined && contact !== undefined,
      creates,
      ticked: contact ? (choices.ticked[key] ?? !contact.privacyBlocked) : creates !== undefined,
      logged: contact && live.get(contact.id),
    };
  });

  const onItem = new Set(people.map(({ contact }) => contact?.id));
  const added = choices.added.filter(({ contact }) => !onItem.has(contact.id));
  for (const { contact, companyName } of added)
    people.push({
      key: contact.id,
      participant: undefined,
      name: contact.name,
      companyName,
      contact,
      candidates: [],
      isRemembered: false,
      creates: undefined,
      ticked: choices.ticked[contact.id] ?? true,
      logged: live.get(contact.id),
    });
  return people;
}

function contactOf(match: Match, picked: ContactId | undefined): Contact | undefined {
  switch (match.by) {
    case 'main-address':
    case 'other-address':
      return match.contact;
    case 'shared-address':
      return match.candidates.find(({ id }) => id === picked);
    case 'company-domain':
    case 'unknown':
      return undefined;
  }
}

/** Whom a click would log for: ticked, known or to be created, and not logged yet. */
export function chosenPeople(people: readonly FormPerson[]): FormPerson[] {
  return people.filter(({ ticked, logged, contact, creates }) => ticked && !logged && (contact || creates));
}
