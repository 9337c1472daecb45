import { expressionBuilder, type Kysely } from 'kysely';
import type { ContactId, EntryId } from '../../domain/ids.ts';
import type { Item, ItemKey } from '../../domain/item.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import type { Row } from '../../domain/row.ts';
import { rowKey } from '../../domain/row-key.ts';
import { visibleTo } from '../../domain/visible-to.ts';
import type { Principal } from '../log-store.ts';
import { createAliasBook } from './alias-book.ts';
import { type BatchRows, createBatchRows } from './batch-rows.ts';
import type { BulkStatements } from './bulk-statements.ts';
import { openFollowUpsOf } from './follow-up-pages.ts';
import { createLoadRefs } from './load-refs.ts';
import { parseBody } from './parse-body.ts';
import { epochNow } from './runs.ts';
import { queryWords } from './search-words.ts';
import type { Tables } from './tables.ts';

/** All rows that changed after `from`, in order of rev, with the counter of the same moment; null when too many. */
export async function readChanges(
  db: Kysely<Tables>,
  principal: Principal,
  from: number,
  limit: number,
): Promise<{ epoch: string; to: number; rows: Row[] | null }> {
  const { epoch: life, rev: to } = await db
    .selectFrom('tenant')
    .select(['epoch', 'rev'])
    .where('id', '=', principal.tenantId)
    .executeTakeFirstOrThrow();
  const epoch = await epochNow(db, principal.tenantId, life);
  const found: { rev: number; body: string }[] = [];
  if (from < to)
    for (const table of ['entry', 'item', 'comment', 'contact', 'follow_up', 'setup_row'] as const) {
      const rows = await db
        .selectFrom(table)
        .select(['rev', 'body'])
        .where('tenant', '=', principal.tenantId)
        .where('rev', '>', from)
        .orderBy('rev')
        .limit(limit + 1)
        .execute();
      found.push(...rows);
      if (found.length > limit) return { epoch, to, rows: null };
    }
  found.sort((a, b) => a.rev - b.rev);
  return { epoch, to, rows: found.map(({ body }) => visibleTo(parseBody(body), principal)) };
}

/** The items known by the keys, their entries and comments, and the contacts of these. */
export async function readItemsByKeys(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  principal: Principal,
  keys: readonly ItemKey[],
): Promise<Row[]> {
  const rows = createBatchRows();
  const load = createLoadRefs(db, bulk, principal.tenantId, rows);
  await load(keys.map((key) => ({ by: 'item-key', key })));

  const items = rows.itemsWith(keys);
  const entries = items.flatMap((item) => rows.entriesOf(item));
  return withSurroundings(db, bulk, principal, { rows, load }, { items, entries });
}

/**
 * The entry that the id stands for, with what it is about: its mail or meeting, comments, contact and company, and what is
 * still to be done about it. Empty: there is none.
 */
export async function readEntry(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  principal: Principal,
  asked: EntryId,
): Promise<Row[]> {
  const { resolve } = await createAliasBook(db, bulk, principal.tenantId, [{ kind: 'entry', id: asked }]);
  const id = resolve('entry', asked);
  const rows = createBatchRows();
  const load = createLoadRefs(db, bulk, principal.tenantId, rows);
  await load([{ by: 'id', kind: 'entry', id }]);
  const entry = rows.get('entry', id);
  if (!entry) return [];
  if (entry.itemId !== null) await load([{ by: 'id', kind: 'item', id: entry.itemId }]);
  const item = entry.itemId === null ? undefined : rows.get('item', entry.itemId);
  return [
    ...(await withSurroundings(db, bulk, principal, { rows, load }, { items: item ? [item] : [], entries: [entry] })),
    ...(await openFollowUpsOf(db, bulk, principal.tenantId, [entry.id])),
  ];
}

/** Items and entries with the comments and contacts of the entries, as the reader may see them. */
async function withSurroundings(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  principal: Principal,
  { rows, load }: { rows: BatchRows; load: ReturnType<typeof createLoadRefs> },
  { items, entries }: { items: readonly Item[]; entries: readonly LogEntry[] },
): Promise<Row[]> {
  await load(
    entries.flatMap(({ contactId, companyId }) =>
      [contactId, companyId]
        .filter((id) => id !== null)
        .map((id) => ({ by: 'id' as const, kind: 'contact' as const, id })),
    ),
  );
  const contacts = entries.flatMap(({ contactId, companyId }) => [
    rows.get('contact', contactId),
    companyId === null ? undefined : rows.get('contact', companyId),
  ]);
  const comments = await bulk.selectIn(
    db,
    { table: 'comment', column: 'entry_id', wanted: ['body'] },
    principal.tenantId,
    entries.map(({ id }) => id),
  );
  const found: Row[] = [...items, ...entries, ...contacts.filter((contact) => contact !== undefined)];
  found.push(...comments.map(({ body }) => parseBody(body)));
  const once = new Map(found.map((row) => [rowKey(row), row]));
  return [...once.values()].map((row) => visibleTo(row, principal));
}

/** A contact, where it is a person's also its company. */
export async function readContact(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  { tenantId }: Principal,
  id: ContactId,
): Promise<Row[]> {
  return withCompanies(db, bulk, tenantId, [id]);
}

/** Most words of a tenant's contacts that are gone through for one that stands within another: those of some 15,000 contacts. */
const mostWithin = 200_000;
/** Of these, how many that hold it are looked at closer. */
const mostHolding = 500;

/**
 * Contacts in which each word of the query begins some word, in the order of the longest word's matches. Where these are
 * fewer than `limit`, then those in which each stands within some word, as far as `mostWithin` reaches.
 */
export async function findContacts(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  { tenantId }: Principal,
  query: string,
  limit: number,
): Promise<Row[]> {
  const words = queryWords(query).sort((a, b) => b.length - a.length);
  const begun = await contactsWith(words, 'begins', db, tenantId, limit);
  const within = begun.length < limit ? await contactsWith(words, 'within', db, tenantId, limit) : [];
  return withCompanies(db, bulk, tenantId, [...new Set([...begun, ...within])].slice(0, limit));
}

type Words = Tables['contact_word'];

async function contactsWith(
  [first, ...others]: readonly string[],
  where: 'begins' | 'within',
  db: Kysely<Tables>,
  tenant: string,
  limit: number,
): Promise<string[]> {
  if (first === undefined) return [];
  const { eb, ref } = expressionBuilder<{ w: Words; o: Words }, 'w' | 'o'>();
  const holds = (alias: 'w' | 'o', word: string) => {
    const held = ref(`${alias}.word`);
    if (where === 'within') return eb(held, 'like', `%${word}%`);
    return eb.and([eb(held, '>=', word), eb(held, '<', afterPrefix(word))]);
  };
  const all = db.selectFrom('contact_word').selectAll().where('tenant', '=', tenant).orderBy('word').limit(mostWithin);
  const holding = db.selectFrom(all.as('w')).selectAll('w').where(holds('w', first)).limit(mostHolding);
  let matches = db
    .selectFrom(where === 'begins' ? 'contact_word as w' : holding.as('w'))
    .innerJoin('contact as c', (join) => join.onRef('c.tenant', '=', 'w.tenant').onRef('c.id', '=', 'w.contact_id'))
    .select(({ fn }) => ['w.contact_id', fn.min('w.word').as('word')])
    .where('w.tenant', '=', tenant)
    .where('c.merged_into', 'is', null)
    .where(holds('w', first));
  for (const word of others)
    matches = matches.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('contact_word as o')
          .select('o.word')
          .whereRef('o.tenant', '=', 'w.tenant')
          .whereRef('o.contact_id', '=', 'w.contact_id')
          .where(holds('o', word)),
      ),
    );
  const found = await matches.groupBy('w.contact_id').orderBy('word').orderBy('w.contact_id').limit(limit).execute();
  return found.map(({ contact_id }) => contact_id);
}

/** The end of the range of all words that begin with `prefix`, in the order of code points. */
function afterPrefix(prefix: string): string {
  return `${prefix}\u{10ffff}`;
}

/** Contacts in the order of `ids`, then the companies of its people. */
export async function withCompanies(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  ids: readonly string[],
): Promise<Row[]> {
  const read = async (wanted: readonly string[]) => {
    const found = await bulk.selectIn(db, { table: 'contact', column: 'id', wanted: ['id', 'body'] }, tenant, wanted);
    return new Map(found.map(({ id, body }) => [id, parseBody(body)]));
  };
  const contacts = await read(ids);
  const inOrder = ids.map((id) => contacts.get(id)).filter((row) => row !== undefined);
  const companyIds = inOrder.flatMap((row) =>
    row.kind === 'contact' && row.companyId !== null ? [row.companyId] : [],
  );
  const companies = await read(companyIds.filter((id) => !contacts.has(id)));
  return [...inOrder, ...companies.values()];
}
