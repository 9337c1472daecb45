import type { Contact } from '../../domain/contact.ts';
import type { FollowUp } from '../../domain/follow-up.ts';
import type { ContactId } from '../../domain/ids.ts';
import { cut } from '../../domain/text.ts';
import type { Zone } from '../../domain/time.ts';
import type { ShownEntry, StoreReader } from '../../store/local-store.ts';
import type { AddedContact, Choices } from '../log-view/choices.ts';
import { noChoices } from '../log-view/choices.ts';
import type { PaneState } from '../state/pane-state.ts';
import type { ByHandStart } from './by-hand.ts';
import { choicesOfEntry } from './choices-of-entry.ts';

/** Opens the form for a contact; a `call` takes the template of outgoing calls. */
export async function startWithContact(contactId: ContactId, kind: 'call' | 'any', pane: PaneState): Promise<void> {
  const contacts = await readContact(contactId, pane);
  const code = kind === 'call' ? pane.setup.value?.templateSetup?.outgoingCalls : undefined;
  open({ key: `${kind}:${contactId}`, contacts, choices: code ? { templateCode: code } : {} }, pane);
}

/** Opens the form with contact and words of a follow-up, which is closed when it is logged. */
export async function startAboutFollowUp(followUp: FollowUp, pane: PaneState): Promise<void> {
  const contacts = await readContact(followUp.contactId, pane);
  const choices = { description: cut(followUp.text, 100) };
  open({ key: `follow-up:${followUp.id}`, contacts, choices, closes: followUp }, pane);
}

/** Opens a postponed interaction again, with the follow-up that it is about while that is open. */
export async function startFromPostponed(shown: ShownEntry, pane: PaneState): Promise<void> {
  const { store, account } = pane.services.device;
  const contacts = await readContact(shown.entry.contactId, pane);
  const followUps = shown.entry.followUpId ? await store.followUps({ userId: account.userId }) : [];
  const closes = followUps.find(({ id, closed }) => id === shown.entry.followUpId && closed === null);
  const choices = { ...choicesOfEntry(shown.entry, zoneOf(pane)), day: pane.today.value };
  open({ key: `postponed:${shown.entry.id}`, contacts, choices, closes, resumes: shown }, pane);
}

/** Opens the form filled in as an entry is, for another contact: the same interaction, at the same time. */
export async function startLikeEntry({ entry }: ShownEntry, pane: PaneState): Promise<void> {
  const { device, host } = pane.services;
  const { likeEntry } = await import('./like-entry.ts');
  const item = entry.itemId === null ? undefined : await device.store.item(entry.itemId);
  const { choices, adjust } = likeEntry(entry, item, host.account().zone);
  const key = `like:${entry.id}`;
  pane.byHand.formFor(key).adjust = adjust;
  open({ key, contacts: [], choices }, pane);
}

/** What the form of `start` shows at first. */
export function firstChoices({ contacts, choices }: ByHandStart): Choices {
  return contacts.length === 0 && Object.keys(choices).length === 0
    ? noChoices
    : { ...noChoices, added: contacts, ...choices };
}

function zoneOf({ services }: PaneState): Zone {
  return services.host.account().zone;
}

function open(start: ByHandStart, { byHand, view }: PaneState): void {
  const kept = byHand.formFor(start.key);
  const isDone = kept.outcome.value?.state === 'saved';
  if (isDone || kept.choices.value === noChoices) {
    kept.outcome.value = undefined;
    kept.choices.value = firstChoices(start);
  }
  byHand.start.value = start;
  view.value = 'new';
}

async function readContact(id: ContactId, { services }: PaneState): Promise<AddedContact[]> {
  const { store } = services.device;
  const contact = await store.contact(id);
  if (!contact) return [];
  const company = contact.companyId === null ? undefined : await store.contact(contact.companyId);
  return [{ contact, companyName: company?.name ?? '' }];
}

/** The one that keeps anything from being logged with `contact`: itself or its company, blocked for privacy. */
export async function blockerOf(contact: Contact, reader: StoreReader): Promise<Contact | undefined> {
  if (contact.privacyBlocked) return contact;
  if (contact.companyId === null || contact.companyId === contact.id) return undefined;
  const company = await reader.contact(contact.companyId);
  return company?.privacyBlocked ? company : undefined;
}
