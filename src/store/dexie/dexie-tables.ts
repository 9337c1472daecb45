import { Dexie, type Table } from 'dexie';
import { addressesOf, type Contact } from '../../domain/contact.ts';
import type { FollowUp } from '../../domain/follow-up.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { type Row, type RowKind, rowKey } from '../../domain/row.ts';
import { pendingFinds } from '../pending-finds.ts';
import { byPlace, placeOf } from '../place.ts';
import type { KeptCommand, NewCommand, PendingRow, Tables } from '../tables.ts';
import type { CommandRecord, ContactRecord, DexieWithSchema, EntryRecord, FollowUpRecord } from './schema.ts';

/** The tables of an open Dexie database, to be used within one of its transactions. */
export function dexieTables(db: DexieWithSchema): Tables {
  const { entries, contacts, items, comments, followUps, setup, pending, commands, accepted, aliases, scopes, meta } =
    db;

  async function entriesAt(index: 'contactId' | 'companyId', id: string, before: string | undefined, limit: number) {
    const to = before ?? Dexie.maxKey;
    const range = entries.where(`[${index}+place]`).between([id, Dexie.minKey], [id, to], true, false);
    return rowsIn(await range.reverse().filter(isShown).limit(limit).toArray());
  }

  return {
    row: async (kind, id) => (await rowsOf(db, kind, [id]))[0],
    rows: (kind, ids) => rowsOf(db, kind, ids),
    itemsByKeys: async (keys) => rowsIn(await withAny(items, 'keys', keys, 'id')),
    contactsByAddress: async (all) => rowsIn(await withAny(contacts, 'addresses', all, 'id')),
    contactsByDomain: async (all) => rowsIn(await withAny(contacts, 'domains', all, 'id')),
    contactsMergedInto: async (id) => rowsIn(await contacts.where('mergedInto').equals(id).toArray()),
    contacts: async () => rowsIn(await contacts.toArray()),
    contactsAfter: async (after, limit) => rowsIn(await contacts.where('id').above(after).limit(limit).toArray()),
    setupRows: async () => rowsIn(await setup.toArray()),
    commentsOf: async (ids) => rowsIn(await comments.where('entryId').anyOf(ids).toArray()),
    followUpsOfUser: async (id) =>
      rowsIn(await followUps.where('[userId+due]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray()),
    async followUpsWith(ids) {
      const found = followUps.where('contactId').anyOf(ids).or('companyId').anyOf(ids).distinct();
      return rowsIn(await found.toArray());
    },
    postponedOf: async (id) => rowsIn(await entries.where('postponedBy').equals(id).toArray()),
    entriesOfContact: async (id) =>
      rowsIn(await entries.where('[contactId+place]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray()),
    async entriesWith(ids, before, limit) {
      const found = new Map<string, LogEntry>();
      const ranges = ids.flatMap((id) => [
        entriesAt('contactId', id, before, limit),
        entriesAt('companyId', id, before, limit),
      ]);
      for (const rows of await Promise.all(ranges)) for (const row of rows) found.set(row.id, row);
      return [...found.values()].sort(byPlace).slice(0, limit);
    },
    async newestEntries(before, limit) {
      const range = before === undefined ? entries.orderBy('place') : entries.where('place').below(before);
      return rowsIn(await range.reverse().filter(isShown).limit(limit).toArray());
    },
    entryCount: () => entries.count(),
    oldestEntries: async (limit) => rowsIn(await entries.orderBy('place').limit(limit).toArray()),
    async putRows(rows) {
      const of = <K extends RowKind>(kind: K) =>
        rows.filter((row): row is Extract<Row, { kind: K }> => row.kind === kind);
      const put = async <T>(table: { bulkPut(records: T[]): PromiseLike<unknown> }, records: T[]) => {
        if (records.length > 0) await table.bulkPut(records);
      };
      await put(entries, of('entry').map(entryRecord));
      await put(contacts, of('contact').map(contactRecord));
      await put(
        items,
        of('item').map((row) => ({ id: row.id, keys: row.keys, row })),
      );
      await put(
        comments,
        of('comment').map((row) => ({ id: row.id, entryId: row.entryId, row })),
      );
      await put(followUps, of('follow-up').map(followUpRecord));
      const others = rows.filter(({ kind }) => tableOf(kind) === 'setup');
      await put(
        setup,
        others.map((row) => ({ key: rowKey(row), row })),
      );
    },
    async removeRows(kind, ids) {
      const table = tableOf(kind);
      await (table === 'setup' ? setup.bulkDelete(ids.map((id) => `${kind}:${id}`)) : db[table].bulkDelete([...ids]));
    },
    async clearRows() {
      for (const table of [entries, contacts, items, comments, followUps, setup]) await table.clear();
    },

    pending: async (keys) => (await present(pending.bulkGet([...new Set(keys)]))).map(pendingRow),
    pendingFound: async (finds) => (await withAny(pending, 'finds', finds, 'key')).map(pendingRow),
    async pendingAfter(kind, after, limit) {
      // A semicolon is what follows the colon.
      const range = pending.where('key').between(`${kind}:${after}`, `${kind};`, false, false);
      return (await range.limit(limit).toArray()).map(pendingRow);
    },
    async putPending(rows) {
      await pending.bulkPut(rows.map(({ key, row, by }: PendingRow) => ({ key, row, by, finds: pendingFinds(row) })));
    },
    removePending: (keys) => pending.bulkDelete([...keys]),

    async addCommands(list) {
      await commands.bulkAdd(list.map(commandRecord));
    },
    async putCommands(list) {
      await commands.bulkPut(list.map((command) => ({ ...commandRecord(command), seq: command.seq })));
    },
    removeCommands: (seqs) => commands.bulkDelete([...seqs]),
    commands: async () => (await commands.orderBy('seq').toArray()).flatMap(keptCommand),
    async commandsById(ids) {
      const found = (await withAny(commands, 'id', ids, 'id')).flatMap(keptCommand);
      return found.sort((a, b) => a.seq - b.seq);
    },
    async waitingCommands(limit) {
      const waiting = commands.orderBy('seq').filter(({ state }) => state !== 'refused');
      return (await waiting.limit(limit).toArray()).flatMap(keptCommand);
    },
    async waitingCommandsWith({ touching, writing }) {
      const keys = [...touching].map((key) => `r:${key}`).concat([...writing].map((key) => `w:${key}`));
      return (await commands.where('keys').anyOf(keys).distinct().toArray()).flatMap(keptCommand);
    },
    async commandCounts() {
      const refused = await commands.where('state').equals('refused').count();
      return { waiting: (await commands.count()) - refused, refused };
    },
    async putAccepted(list) {
      await accepted.bulkPut([...list]);
    },
    accepted: () => accepted.toCollection().sortBy('seq'),
    acceptedAmong: async (ids) => (await present(accepted.bulkGet([...ids]))).map(({ id }) => id),
    async removeAccepted(before) {
      await (before === undefined ? accepted.clear() : accepted.where('acceptedAt').below(before).delete());
    },

    async aliases(keys) {
      const found = await present(aliases.bulkGet([...new Set(keys)]));
      return found.map(({ kind, from, to, pending: waits }) => ({ kind, from, to, pending: waits }));
    },
    async putAliases(list) {
      await aliases.bulkPut(list.map((alias) => ({ ...alias, key: `${alias.kind}:${alias.from}` })));
    },
    removeAliases: (keys) => aliases.bulkDelete([...keys]),
    clearAliases: () => aliases.clear(),
    scope: (scope) => scopes.get(scope),
    scopes: () => scopes.toArray(),
    async putScope(scope) {
      await scopes.put(scope);
    },
    removeScope: (scope) => scopes.delete(scope),
    clearScopes: () => scopes.clear(),
    epoch: async () => (await meta.get('epoch'))?.value,
    async putEpoch(epoch) {
      await meta.put({ key: 'epoch', value: epoch });
    },
    seen: async () => (await meta.get('seen'))?.value,
    async putSeen(cursor) {
      await (cursor === undefined ? meta.delete('seen') : meta.put({ key: 'seen', value: cursor }));
    },
  };
}

/** Up to so many keys are asked for each by itself, all in one turn: a cursor takes a turn for each key. */
const mostAtOnce = 16;

/** The records that an index finds under any of `keys`, each once: told apart by `identity`. */
async function withAny<T extends object, K>(
  table: Table<T, K>,
  index: string,
  keys: readonly string[],
  identity: keyof T,
): Promise<T[]> {
  const unique = [...new Set(keys)];
  if (unique.length > mostAtOnce) return table.where(index).anyOf(unique).distinct().toArray();
  const all = await Promise.all(unique.map((key) => table.where(index).equals(key).toArray()));
  return [...new Map(all.flat().map((record) => [record[identity], record])).values()];
}

async function present<T>(found: PromiseLike<(T | undefined)[]>): Promise<T[]> {
  return (await found).filter((one) => one !== undefined);
}

const tables = {
  entry: 'entries',
  contact: 'contacts',
  item: 'items',
  comment: 'comments',
  'follow-up': 'followUps',
  group: 'setup',
  template: 'setup',
  'template-setup': 'setup',
  salesperson: 'setup',
  workspace: 'setup',
  campaign: 'setup',
  purge: 'setup',
} as const satisfies Record<RowKind, keyof DexieWithSchema>;

function tableOf(kind: RowKind) {
  return tables[kind];
}

async function rowsOf(db: DexieWithSchema, kind: RowKind, ids: readonly string[]): Promise<Row[]> {
  const table = tableOf(kind);
  const found: ({ row: Row } | undefined)[] =
    table === 'setup'
      ? await db.setup.bulkGet(ids.map((id) => `${kind}:${id}`))
      : await db[table].bulkGet([...new Set(ids)]);
  return rowsIn(found.filter((record) => record !== undefined));
}

function isShown({ row }: EntryRecord): boolean {
  return !row.postponed;
}

function rowsIn<R>(records: readonly { row: R }[]): R[] {
  return records.map(({ row }) => row);
}

function entryRecord(row: LogEntry): EntryRecord {
  const { id, contactId, companyId, userId, postponed } = row;
  const optional = { ...(companyId === null ? {} : { companyId }), ...(postponed ? { postponedBy: userId } : {}) };
  return { id, contactId, ...optional, place: placeOf(row), row };
}

function followUpRecord(row: FollowUp): FollowUpRecord {
  const { id, contactId, companyId, userId, due } = row;
  return { id, contactId, ...(companyId === null ? {} : { companyId }), userId, due, row };
}

function contactRecord(row: Contact): ContactRecord {
  const { id, domains, mergedInto } = row;
  return { id, addresses: addressesOf(row), domains, ...(mergedInto === null ? {} : { mergedInto }), row };
}

function commandRecord(command: NewCommand | KeptCommand): CommandRecord {
  const { id, state, refusal, touches, writes, rowKeys, aliases } = command;
  const keys = state === 'refused' ? [] : [...touches.map((key) => `r:${key}`), ...writes.map((key) => `w:${key}`)];
  return { id, command: command.command, state, refusal, touches, writes, rowKeys, aliases, keys };
}

function pendingRow({ key, row, by }: PendingRow): PendingRow {
  return { key, row, by };
}

function keptCommand({ seq, keys: _, ...record }: CommandRecord): KeptCommand[] {
  return seq === undefined ? [] : [{ ...record, seq }]; // the table has given it
}
