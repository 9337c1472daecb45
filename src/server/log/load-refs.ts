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

    for (const item of await itemsOf(wanted.itemsWithEntries))
      for (const { entryId } of item.entries) wanted.entry.add(entryId);
    await readAll('item', wanted.item);
    await readAll('entry', wanted.entry);
    await readAll('contact', wanted.contact);
    await readAll('comment', wanted.comment);
    await readAll('setup_row', wanted.setup_row);
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

  async function readAll(table: BodyTable, ids: Iterable<string>): Promise<void> {
    const unread = [...ids].filter((id) => table === 'setup_row' || !rows.has(`${table}:${id}`));
    const found = await bulk.selectIn(db, { table, column: 'id', wanted: ['body'] }, tenant, unread);
    for (const { body } of found) rows.read(parseBody(body));
  }
}

type BodyTable = 'item' | 'entry' | 'contact' | 'comment' | 'setup_row';
const itemsOfKeys = { table: 'item_key', column: 'key', wanted: ['item_id'] } as const;
const contactsOfDomains = { table: 'contact_domain', column: 'domain', wanted: ['contact_id'] } as const;
const contactsOfAddresses = { table: 'contact', column: 'email', wanted: ['id'] } as const;

/** The table that holds rows of a kind. */
function tableOf(kind: RowKind): BodyTable {
  return kind === 'item' || kind === 'entry' || kind === 'contact' || kind === 'comment' ? kind : 'setup_row';
}

type Wants = Record<BodyTable | 'itemsWithEntries' | 'keys' | 'addresses' | 'domains', Set<string>>;

function wants(): Wants {
  return {
    item: new Set(),
    entry: new Set(),
    contact: new Set(),
    comment: new Set(),
    setup_row: new Set(),
    itemsWithEntries: new Set(),
    keys: new Set(),
    addresses: new Set(),
    domains: new Set(),
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
