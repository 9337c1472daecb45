import type { Kysely } from 'kysely';
import type { Item } from '../../domain/item.ts';
import { type Ref, refKey } from '../../domain/ref.ts';
import type { Row, RowKind } from '../../domain/row.ts';
import type { BatchRows } from './batch-rows.ts';
import type { BulkStatements } from './bulk-statements.ts';
import { parseBody } from './parse-body.ts';
import type { Tables } from './tables.ts';

/** Answers refs from the database into `rows`, each ref once, in a handful of queries however many they are. */
export type LoadRefs = (refs: Iterable<Ref>) => Promise<void>;

export function createLoadRefs(db: Kysely<Tables>, bulk: BulkStatements, tenant: string, rows: BatchRows): LoadRefs {
  const asked = new Set<string>();

  return async (refs) => {
    const wanted = wants();
    for (const ref of refs) {
      const key = refKey(ref);
      if (asked.has(key)) continue;
      asked.add(key);
      sort(ref, wanted);
    }

    for (const { item_id } of await bulk.selectIn(db, itemsOfKeys, tenant, wanted.keys))
      wanted.itemsWithEntries.add(item_id);
    for (const { contact_id } of await bulk.selectIn(db, contactsOfDomains, tenant, wanted.domains))
      wanted.contact.add(contact_id);
    for (const { id } of await bulk.selectIn(db, contactsOfAddresses, tenant, wanted.addresses)) wanted.contact.add(id);

    // The items of one contact's entries, and of those merged into it, hold those that it shares with any other.
    const families = await withMerged(wanted.itemsOfContacts);
    for (const { body } of await bulk.selectIn(db, entriesOfContacts, tenant, families)) {
      const row = parseBody(body);
      if (row.kind === 'entry' && row.itemId !== null) wanted.itemsWithEntries.add(row.itemId);
    }

    for (const item of await itemsOf(wanted.itemsWithEntries))
      for (const { entryId, contactId } of item.entries) {
        wanted.entry.add(entryId);
        wanted.contact.add(contactId);
      }
    await readAll('item', wanted.item);
    await readAll('entry', wanted.entry);
    await readAll('contact', wanted.contact);
    await readOnwards(wanted.contact);
    await readAll('comment', wanted.comment);
    await readAll('follow_up', wanted.follow_up);
    await readAll('setup_row', wanted.setup_row);
    for (const { body } of await bulk.selectIn(db, followUpsOfContacts, tenant, wanted.followUpsOf))
      rows.read(parseBody(body));
    if (wanted.wholeSetup) for (const { body } of await allSetup()) rows.read(parseBody(body));
  };

  /** The items as they are now in this push, and those that they were merged into. */
  async function itemsOf(ids: ReadonlySet<string>): Promise<Item[]> {
    const found: Item[] = [];
    const seen = new Set<string>();
    let next = [...ids];
    while (next.length > 0) {
      for (const id of next) seen.add(id);
      await readAll('item', next);
      const read = next.map((id) => rows.get('item', id)).filter((item) => item !== undefined);
      found.push(...read);
      next = read.map(({ mergedInto }) => mergedInto).filter((id) => id !== null && !seen.has(id)) as string[]; // null is filtered
    }
    return found;
  }

  /** The companies of contacts and what these were merged into: from each to the next, until there is no more. */
  async function readOnwards(contacts: Iterable<string>): Promise<void> {
    const seen = new Set(contacts);
    for (let at = [...seen]; at.length > 0; ) {
      const next = at.flatMap((id) => {
        const contact = rows.get('contact', id);
        return [contact?.mergedInto ?? null, contact?.companyId ?? null];
      });
      at = [...new Set(next)].filter((id) => id !== null && !seen.has(id)) as string[]; // null is filtered
      for (const id of at) seen.add(id);
      await readAll('contact', at);
    }
  }

  /** Contacts and all that were merged into them, directly or by way of another. */
  async function withMerged(contacts: ReadonlySet<string>): Promise<Set<string>> {
    const family = new Set(contacts);
    for (let at = [...family]; at.length > 0; ) {
      const found = await bulk.selectIn(db, mergedIntoContacts, tenant, at);
      at = found.map(({ id }) => id).filter((id) => !family.has(id));
      for (const id of at) family.add(id);
    }
    return family;
  }

  async function readAll(table: BodyTable, ids: Iterable<string>): Promise<void> {
    const unread = [...ids].filter((id) => table === 'setup_row' || !rows.has(`${kindIn(table)}:${id}`));
    const found = await bulk.selectIn(db, { table, column: 'id', wanted: ['body'] }, tenant, unread);
    for (const { body } of found) rows.read(parseBody(body));
  }

  function allSetup(): Promise<{ body: string }[]> {
    return db
      .selectFrom('setup_row')
      .select('body')
      .where('tenant', '=', tenant)
      .where('kind', '!=', 'purge')
      .execute();
  }
}

type BodyTable = 'item' | 'entry' | 'contact' | 'comment' | 'follow_up' | 'setup_row';
const entriesOfContacts = { table: 'entry', column: 'contact_id', wanted: ['body'] } as const;
const followUpsOfContacts = { table: 'follow_up', column: 'contact_id', wanted: ['body'] } as const;
const mergedIntoContacts = { table: 'contact', column: 'merged_into', wanted: ['id'] } as const;
const itemsOfKeys = { table: 'item_key', column: 'key', wanted: ['item_id'] } as const;
const contactsOfDomains = { table: 'contact_domain', column: 'domain', wanted: ['contact_id'] } as const;
const contactsOfAddresses = { table: 'contact', column: 'email', wanted: ['id'] } as const;

/** The table that holds rows of a kind. */
function tableOf(kind: RowKind): BodyTable {
  if (kind === 'follow-up') return 'follow_up';
  return kind === 'item' || kind === 'entry' || kind === 'contact' || kind === 'comment' ? kind : 'setup_row';
}

function kindIn(table: Exclude<BodyTable, 'setup_row'>): RowKind {
  return table === 'follow_up' ? 'follow-up' : table;
}

type Lists = BodyTable | 'itemsWithEntries' | 'itemsOfContacts' | 'followUpsOf' | 'keys' | 'addresses' | 'domains';
type Wants = Record<Lists, Set<string>> & { wholeSetup: boolean };

function wants(): Wants {
  return {
    item: new Set(),
    entry: new Set(),
    contact: new Set(),
    comment: new Set(),
    follow_up: new Set(),
    setup_row: new Set(),
    itemsWithEntries: new Set(),
    itemsOfContacts: new Set(),
    followUpsOf: new Set(),
    keys: new Set(),
    addresses: new Set(),
    domains: new Set(),
    wholeSetup: false,
  };
}

function sort(ref: Ref, into: Wants): void {
  switch (ref.by) {
    case 'id':
      into[tableOf(ref.kind)].add(ref.id);
      return;
    case 'item':
      into.itemsWithEntries.add(ref.id);
      return;
    case 'item-key':
      into.keys.add(ref.key);
      return;
    case 'address':
      into.addresses.add(ref.address);
      return;
    case 'domain':
      into.domains.add(ref.domain);
      return;
    case 'setup':
      into.wholeSetup = true;
      return;
    case 'shared-items':
      into.itemsOfContacts.add(ref.a);
      return;
    case 'open-follow-ups':
      into.followUpsOf.add(ref.contactId);
  }
}

/** Rows by their keys (`kind:id`), from `rows` or the database. */
export async function rowsByKeys(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  keys: Iterable<string>,
  rows: BatchRows,
): Promise<Row[]> {
  const all = [...keys];
  const load = createLoadRefs(db, bulk, tenant, rows);
  await load(
    all
      .filter((key) => !rows.has(key))
      .map((key): Ref => {
        const colon = key.indexOf(':');
        return { by: 'id', kind: key.slice(0, colon) as RowKind, id: key.slice(colon + 1) }; // keys are made by rowKey
      }),
  );
  return all.map((key) => rows.byKey(key)).filter((row) => row !== undefined);
}
