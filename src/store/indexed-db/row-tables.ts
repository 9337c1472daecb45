import type { LogEntry } from '../../domain/log-entry.ts';
import type { Row, RowOf } from '../../domain/row.ts';
import { byPlace } from '../place.ts';
import type { GoneRow, RowTables } from '../tables.ts';
import { lastOf, present, withAny } from './find.ts';
import { primaryKey, rowRecord, rowStores } from './records.ts';
import { answer } from './requests.ts';
import type { Stores } from './stores.ts';

/** A row in its object store, by what finds it. */
type Stored<K extends Row['kind'], Indexed extends string = never> = { row: RowOf<K> } & Record<Indexed, unknown>;

/** The range of a compound index whose first part is `first`: an array sorts after all text. */
const anySecond = (first: string) => IDBKeyRange.bound([first], [first, []]);

/** Rows as the server said. A write waits for nothing: what is asked afterwards sees it, and one that fails ends the transaction. */
export function rowTables({ reading, writing }: Stores): RowTables {
  const rowsUnder = async <R>(store: IDBObjectStore, index: string, query?: IDBValidKey | IDBKeyRange): Promise<R[]> =>
    rowsIn<R>(await answer(store.index(index).getAll(query)));
  const isShown = ({ row }: Stored<'entry'>) => !row.postponed;

  return {
    row: async (kind, id) => {
      const found: { row: Row } | undefined = await answer(reading(rowStores[kind]).get(primaryKey(kind, id)));
      return found?.row;
    },
    rows: async (kind, ids) => {
      const keys = ids.map((id) => primaryKey(kind, id));
      return rowsIn(await present<{ row: Row }>(reading(rowStores[kind]), keys));
    },
    itemsByKeys: async (keys) =>
      rowsIn(await withAny<Stored<'item', 'keys' | 'id'>>(reading('items'), 'keys', keys, 'id')),
    contactsByAddress: async (all) =>
      rowsIn(await withAny<Stored<'contact', 'addresses' | 'id'>>(reading('contacts'), 'addresses', all, 'id')),
    contactsByDomain: async (all) =>
      rowsIn(await withAny<Stored<'contact', 'domains' | 'id'>>(reading('contacts'), 'domains', all, 'id')),
    contactsMergedInto: (id) => rowsUnder(reading('contacts'), 'mergedInto', id),
    contacts: async () => rowsIn(await answer(reading('contacts').getAll())),
    contactsAfter: async (after, limit) =>
      rowsIn(await answer(reading('contacts').getAll(IDBKeyRange.lowerBound(after, true), limit))),
    setupRows: async () => rowsIn(await answer(reading('setup').getAll())),
    commentsOf: async (ids) =>
      rowsIn(await withAny<Stored<'comment', 'entryId' | 'id'>>(reading('comments'), 'entryId', ids, 'id')),
    followUpsOfUser: (id) => rowsUnder(reading('followUps'), '[userId+due]', anySecond(id)),
    async followUpsWith(ids) {
      const store = reading('followUps');
      const found = await Promise.all([
        withAny<Stored<'follow-up', 'contactId' | 'id'>>(store, 'contactId', ids, 'id'),
        withAny<Stored<'follow-up', 'companyId' | 'id'>>(store, 'companyId', ids, 'id'),
      ]);
      return eachOnce(rowsIn(found.flat()));
    },
    postponedOf: (id) => rowsUnder(reading('entries'), 'postponedBy', id),
    entriesOfContact: (id) => rowsUnder(reading('entries'), '[contactId+place]', anySecond(id)),
    async entriesWith(ids, before, limit) {
      const store = reading('entries');
      const indexes = [store.index('[contactId+place]'), store.index('[companyId+place]')];
      const ranges = ids.flatMap((id) => {
        const range = IDBKeyRange.bound([id], [id, before ?? []], false, true);
        return indexes.map((index) => lastOf<Stored<'entry'>>(index, range, limit, isShown));
      });
      const found: LogEntry[] = rowsIn((await Promise.all(ranges)).flat());
      return eachOnce(found).sort(byPlace).slice(0, limit);
    },
    async newestEntries(before, limit) {
      const range = before === undefined ? null : IDBKeyRange.upperBound(before, true);
      return rowsIn(await lastOf<Stored<'entry'>>(reading('entries').index('place'), range, limit, isShown));
    },
    entryCount: () => answer(reading('entries').count()),
    async oldestEntries(after, limit) {
      const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
      return rowsIn(await answer(reading('entries').index('place').getAll(range, limit)));
    },
    async putRows(rows) {
      for (const row of rows) writing(rowStores[row.kind]).put(rowRecord(row));
    },
    async removeRows(kind, ids) {
      for (const id of ids) writing(rowStores[kind]).delete(primaryKey(kind, id));
    },
    async clearRows() {
      for (const name of new Set([...Object.values(rowStores), 'gone' as const])) writing(name).clear();
    },
    async gone(keys) {
      const store = reading('gone');
      const held = keys.size === 0 ? 0 : await answer(store.count()); // nearly always there is nothing
      return held === 0 ? [] : present<GoneRow>(store, keys);
    },
    async putGone(list) {
      for (const row of list) writing('gone').put(row);
    },
  };
}

function rowsIn<R>(records: readonly { row: R }[]): R[] {
  return records.map(({ row }) => row);
}

function eachOnce<R extends { id: string }>(rows: readonly R[]): R[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
