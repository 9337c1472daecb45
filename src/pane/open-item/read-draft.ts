import { addressesOfItem } from '../../capture/addresses-of-item.ts';
import { createDraft } from '../../capture/create-draft.ts';
import type { Draft } from '../../capture/draft.ts';
import { itemKeys } from '../../capture/item-keys.ts';
import type { Contact } from '../../domain/contact.ts';
import { type EmailAddress, parseEmailAddress } from '../../domain/email-address.ts';
import type { ContactId } from '../../domain/ids.ts';
import { isOffered } from '../../domain/offered.ts';
import { sortInstant } from '../../domain/sort-instant.ts';
import type { Instant, Zone } from '../../domain/time.ts';
import type { MailItem } from '../../host/host-adapter.ts';
import type { ShownEntry, StoreReader, TogetherReader } from '../../store/local-store.ts';

/** What this device makes of an open item. */
export interface ReadDraft {
  draft: Draft;
  /** What the team logged about it, as far as this device knows; canceled ones too. */
  entries: ShownEntry[];
  companies: Map<ContactId, Contact>;
  /** Those of the entries' contacts that were merged into another one, with that one. */
  mergedInto: Map<ContactId, ContactId>;
}

export interface DraftReader {
  /** The user's addresses as host and account give them. */
  myAddresses: readonly string[];
  now: Instant;
  zone: Zone;
}

const lookedAtContacts = 10;
const lookedAtEntries = 20;

/** Asks the store what `createDraft` needs to know about the people on `item`, and for the item itself. */
export function readDraft(item: MailItem, me: DraftReader, reader: StoreReader): Promise<ReadDraft> {
  return reader.together((together) => readFrom(item, me, together));
}

async function readFrom(item: MailItem, me: DraftReader, reader: TogetherReader): Promise<ReadDraft> {
  const keys = itemKeys(item);
  const [setup, known] = await Promise.all([reader.setup(), keys.length === 0 ? undefined : reader.itemByKeys(keys)]);
  const myAddresses = me.myAddresses.map(parseEmailAddress).filter((one): one is EmailAddress => one !== undefined);
  const around = { myAddresses, salespeople: setup.salespeople.filter(isOffered), workspace: setup.workspace };
  const { addresses, domains } = addressesOfItem(item, around);
  const [contacts, companies] = await Promise.all([
    reader.contactsByAddress(addresses),
    reader.companiesByDomain(domains),
  ]);
  const entries = known?.entries ?? [];
  const [companiesById, mergedInto, ...histories] = await Promise.all([
    companiesOf(contacts, reader),
    mergedOf(entries, contacts, reader),
    ...contacts.slice(0, lookedAtContacts).map(({ id }) => reader.history(id, { limit: lookedAtEntries })),
  ]);
  const recentEntries = histories
    .flatMap(({ entries }) => entries.map(({ entry }) => entry))
    .sort((a, b) => (sortInstant(a) < sortInstant(b) ? 1 : -1));
  const draft = createDraft(item, {
    ...around,
    contacts,
    companies,
    templates: setup.templates.filter(isOffered),
    templateSetup: setup.templateSetup,
    recentEntries,
    now: me.now,
    zone: me.zone,
  });
  return { draft, entries, companies: companiesById, mergedInto };
}

/** An entry that is with one of the `found` is with nobody who was merged: those are offered no more. */
async function mergedOf(
  entries: readonly ShownEntry[],
  found: readonly Contact[],
  reader: TogetherReader,
): Promise<Map<ContactId, ContactId>> {
  const ids = new Set(entries.map(({ entry }) => entry.contactId).filter((id) => !found.some((one) => one.id === id)));
  const contacts = await Promise.all([...ids].map((id) => reader.contact(id)));
  return new Map(contacts.flatMap((one) => (one?.mergedInto && !one.deleted ? [[one.id, one.mergedInto]] : [])));
}

async function companiesOf(contacts: readonly Contact[], reader: TogetherReader): Promise<Map<ContactId, Contact>> {
  const ids = new Set(contacts.map(({ companyId }) => companyId).filter((id) => id !== null));
  const found = await Promise.all([...ids].map(async (id) => [id, await reader.contact(id)] as const));
  return new Map(found.filter((pair): pair is [ContactId, Contact] => pair[1] !== undefined));
}
