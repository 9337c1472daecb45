import type { Kysely } from 'kysely';
import type { PurgeId } from '../../domain/ids.ts';
import { isLive } from '../../domain/is-live.ts';
import type { Item } from '../../domain/item.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { mostPurged, type Purge } from '../../domain/purge.ts';
import type { Row } from '../../domain/row.ts';
import type { Instant } from '../../domain/time.ts';
import { createBatchRows } from './batch-rows.ts';
import type { BulkStatements } from './bulk-statements.ts';
import { type Counters, lockTenant } from './counters.ts';
import { findLastReached } from './last-reached.ts';
import { parseBody } from './parse-body.ts';
import type { RowWriter } from './row-writer.ts';
import { purgedKeys, type Tables } from './tables.ts';
import { writeRows } from './write-rows.ts';

/**
 * The rows that one transaction takes out of a tenant for good. Whatever pointed to them is written anew without them,
 * and purges tell every device. `end` writes all of it, and is called once.
 */
export interface Purging {
  /** Entries with their comments, and items that no other entry is about. Aliases of entries stay. */
  entries(entries: readonly LogEntry[]): Promise<void>;
  followUps(ids: readonly string[]): Promise<void>;
  /** Rows that are taken out elsewhere, by their keys. */
  name(keys: readonly string[]): void;
  /** A row that stays, as it is from now on. */
  change(row: Row): void;
  end(): Promise<void>;
}

interface PurgeOptions {
  why: Purge['why'];
  at: Instant;
  /** New ids, one for each purge; more than enough for a step. */
  purgeIds: readonly PurgeId[];
}

/** Locks the tenant. */
export async function startPurging(writer: RowWriter, { why, at, purgeIds }: PurgeOptions): Promise<Purging> {
  const { db, bulk, tenant } = writer;
  const counters: Counters = await lockTenant(db, tenant);
  const rows = createBatchRows();
  const named = new Set<string>();
  const change = (row: Row) => rows.change(counters.number(row));
  const bodies = async (table: BodyTable, column: 'id' | 'merged_into', values: Iterable<string>) =>
    (await bulk.selectIn(db, { table, column: column as 'id', wanted: ['body'] }, tenant, values)).map(({ body }) =>
      parseBody(body),
    ); // only items have the other column
  const remove = async (table: RemovedTable, column: string, values: readonly string[]) => {
    for (let start = 0; start < values.length; start += 500)
      await db
        .deleteFrom(table)
        .where('tenant', '=', tenant)
        .where(column as never, 'in', values.slice(start, start + 500) as never) // a column of that table
        .execute();
  };

  /** The items that list one of `entries`, with all that were merged into them. */
  async function itemsOf(entries: readonly LogEntry[]): Promise<Map<string, Item>> {
    const items = new Map<string, Item>();
    let found = await bodies('item', 'id', new Set(entries.flatMap(({ itemId }) => itemId ?? [])));
    while (found.length > 0) {
      const fresh = found.filter((row): row is Item => row.kind === 'item' && !items.has(row.id));
      for (const item of fresh) items.set(item.id, item);
      found = await bodies(
        'item',
        'merged_into',
        fresh.map(({ id }) => id),
      );
    }
    return items;
  }

  async function takeFromItems(entries: readonly LogEntry[]): Promise<void> {
    const ids = new Set<string>(entries.map(({ id }) => id));
    const items = await itemsOf(entries);
    const left = (item: Item) => item.entries.filter(({ entryId }) => !ids.has(entryId));
    const isNeeded = (item: Item): boolean => {
      const into = item.mergedInto === null ? undefined : items.get(item.mergedInto);
      return into === undefined ? left(item).length > 0 : isNeeded(into);
    };
    const gone: Item[] = [];
    for (const item of items.values()) {
      if (!isNeeded(item)) gone.push(item);
      else if (left(item).length < item.entries.length) change({ ...item, entries: left(item) });
    }
    const goneIds = gone.map(({ id }) => id as string);
    await remove('item', 'id', goneIds);
    for (const { id, keys } of gone)
      await db
        .deleteFrom('item_key')
        .where('tenant', '=', tenant)
        .where('item_id', '=', id)
        .where('key', 'in', keys)
        .execute();
    await remove('alias', 'to_id', goneIds);
    for (const id of goneIds) named.add(`item:${id}`);
  }

  async function unlinkFollowUps(ids: readonly string[]): Promise<void> {
    const lists = ids.map((id) => `entry:${id}`);
    const listed = await bulk.selectIn(
      db,
      { table: 'follow_up_list', column: 'list', wanted: ['follow_up_id'] },
      tenant,
      lists,
    );
    await remove('follow_up_list', 'list', lists);
    const gone = new Set<string | null>(ids);
    const without = <Id extends string>(id: Id | null) => (gone.has(id) ? null : id);
    for (const row of await bodies(
      'follow_up',
      'id',
      listed.map(({ follow_up_id }) => follow_up_id),
    ))
      if (row.kind === 'follow-up') {
        const closed = row.closed && { ...row.closed, entryId: without(row.closed.entryId) };
        change({ ...row, entryId: without(row.entryId), closed });
      }
  }

  return {
    change,
    name: (keys) => {
      for (const key of keys) named.add(key);
    },
    async entries(entries) {
      const ids = entries.map(({ id }) => id as string);
      await takeFromItems(entries);
      await unlinkFollowUps(ids);
      await remove('comment', 'entry_id', ids);
      await remove('entry', 'id', ids);
      for (const id of ids) named.add(`entry:${id}`);
      const reached = entries.filter(isLive).flatMap(({ contactId, companyId }) => [contactId, companyId]);
      await findLastReached(db, tenant, new Set(reached.filter((id) => id !== null)));
    },
    async followUps(ids) {
      await remove('follow_up', 'id', ids);
      await remove('follow_up_list', 'follow_up_id', ids);
      for (const id of ids) named.add(`follow-up:${id}`);
    },
    async end() {
      const keys = [...named];
      // Items are found by their keys and may be made again: no command is refused for naming one.
      const refusing = keys.filter((key) => !key.startsWith('item:'));
      await bulk.upsert(
        db,
        purgedKeys,
        refusing.map((key) => [tenant, key, why]),
      );
      for (let start = 0; start < keys.length; start += mostPurged) {
        const id = purgeIds[start / mostPurged];
        if (id === undefined) throw new Error(`a step purges ${keys.length} rows, more than it has ids for`);
        change({ kind: 'purge', id, rev: 0, why, at, rowKeys: keys.slice(start, start + mostPurged) });
      }
      await writeRows(writer, rows, counters);
      await counters.raise();
    },
  };
}

type BodyTable = 'item' | 'follow_up';
type RemovedTable = 'item' | 'alias' | 'comment' | 'entry' | 'follow_up' | 'follow_up_list';

/** Why those of `keys` that are gone for good went. */
export async function loadPurged(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  keys: Iterable<string>,
): Promise<Map<string, Purge['why']>> {
  const found = await bulk.selectIn(db, { table: 'purged', column: 'key', wanted: ['key', 'why'] }, tenant, keys);
  return new Map(found.map(({ key, why }) => [key, why]));
}
