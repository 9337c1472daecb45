import { addressesOf } from '../domain/addresses-of.ts';
import type { Contact } from '../domain/contact.ts';
import type { Row, RowKind } from '../domain/row.ts';
import { rowKey } from '../domain/row-key.ts';
import { pendingFinds } from './pending-finds.ts';
import type { KeptAlias, KeptCommand, NewCommand, PendingRow, Tables } from './tables.ts';

/** Tables within one transaction; see `batchTables`. */
export interface BatchTables extends Tables {
  /** Writes what is waiting to be written. */
  flush(): Promise<void>;
}

/**
 * Tables as many decisions in a row see them: what was asked for once is not asked for again; pending rows and aliases
 * are seen as soon as they are written, but go to the database together with the commands, with `flush`. So many
 * commands cost about as many turns of the database as one. Only what deciding reads is held: whoever looks at the
 * outbox flushes first.
 */
export function batchTables(tables: Tables): BatchTables {
  const rows = new Map<string, Row>();
  const rowsAsked = new Map<RowKind, (ids: readonly string[]) => Promise<void>>();
  const byAddress = contactsBy(addressesOf, tables.contactsByAddress);
  const byDomain = contactsBy(({ domains }) => domains, tables.contactsByDomain);
  const pending = held<PendingRow>(({ key }) => key, tables.pending, tables.putPending, tables.removePending);
  const aliases = held<KeptAlias>(aliasKey, tables.aliases, tables.putAliases, tables.removeAliases);
  /** Of each find that was asked for, the keys of the pending rows that it finds. */
  const found = new Map<string, Set<string>>();
  const list = (row: PendingRow) => {
    for (const find of pendingFinds(row.row)) found.get(find)?.add(row.key);
  };
  const unlist = (row: PendingRow) => {
    for (const find of pendingFinds(row.row)) found.get(find)?.delete(row.key);
  };
  const findsAsked = askedOnce<string>(async (finds) => {
    for (const find of finds) found.set(find, new Set());
    // A row that was written here meanwhile counts as it is now.
    for (const row of await tables.pendingFound(finds)) if (!pending.isWritten(row.key)) list(row);
    for (const row of pending.written()) list(row);
  });
  let added: NewCommand[] = [];
  let put: KeptCommand[] = [];

  const rowsOf = async (kind: RowKind, ids: readonly string[]): Promise<Row[]> => {
    const ask =
      rowsAsked.get(kind) ??
      askedOnce<string>(async (missing) => {
        for (const row of await tables.rows(kind, missing)) rows.set(rowKey(row), row);
      });
    rowsAsked.set(kind, ask);
    await ask(ids);
    return [...new Set(ids)].flatMap((id) => rows.get(`${kind}:${id}`) ?? []);
  };

  return {
    ...tables,
    row: async (kind, id) => (await rowsOf(kind, [id]))[0],
    rows: rowsOf,
    contactsByAddress: byAddress,
    contactsByDomain: byDomain,
    pending: pending.get,
    async pendingFound(finds) {
      await findsAsked(finds);
      return pending.get(finds.flatMap((find) => [...(found.get(find) ?? [])]));
    },
    async putPending(written) {
      for (const row of await pending.get(written.map(({ key }) => key))) unlist(row);
      pending.put(written);
      for (const row of written) list(row);
    },
    async removePending(keys) {
      for (const row of await pending.get(keys)) unlist(row);
      pending.remove(keys);
    },
    aliases: aliases.get,
    putAliases: async (written) => aliases.put(written),
    removeAliases: async (keys) => aliases.remove(keys),
    addCommands: async (commands) => {
      added.push(...commands);
    },
    putCommands: async (commands) => {
      put.push(...commands);
    },
    async flush() {
      const fresh = added;
      const changed = put;
      added = [];
      put = [];
      await Promise.all([
        fresh.length > 0 && tables.addCommands(fresh),
        changed.length > 0 && tables.putCommands(changed),
        pending.flush(),
        aliases.flush(),
      ]);
    },
  };
}

/** Makes sure that keys were asked for: each is asked for once, and who comes meanwhile waits for the answer. */
function askedOnce<Key>(ask: (keys: Key[]) => Promise<void>): (keys: readonly Key[]) => Promise<void> {
  const asked = new Set<Key>();
  let asking: Promise<void> | undefined;
  return async (keys) => {
    const missing = [...new Set(keys)].filter((key) => !asked.has(key));
    if (missing.length > 0) {
      for (const key of missing) asked.add(key);
      const both = Promise.all([asking, ask(missing)]).then(() => {
        if (asking === both) asking = undefined;
      });
      asking = both;
    }
    if (asking) await asking;
  };
}

/** The records of a table as they will be once what is written here is in it. */
function held<V>(
  keyOf: (value: V) => string,
  load: (keys: readonly string[]) => Promise<V[]>,
  put: (values: readonly V[]) => Promise<void>,
  remove: (keys: readonly string[]) => Promise<void>,
) {
  const known = new Map<string, V>();
  const changed = new Set<string>();
  const written = () => [...changed].flatMap((key) => known.get(key) ?? []);
  const ask = askedOnce<string>(async (keys) => {
    for (const value of await load(keys)) if (!changed.has(keyOf(value))) known.set(keyOf(value), value);
  });
  return {
    written,
    isWritten: (key: string) => changed.has(key),
    async get(keys: readonly string[]): Promise<V[]> {
      await ask(keys);
      return [...new Set(keys)].flatMap((key) => known.get(key) ?? []);
    },
    put(values: readonly V[]): void {
      for (const value of values) {
        known.set(keyOf(value), value);
        changed.add(keyOf(value));
      }
    },
    remove(keys: readonly string[]): void {
      for (const key of keys) {
        known.delete(key);
        changed.add(key);
      }
    },
    async flush(): Promise<void> {
      const gone = [...changed].filter((key) => !known.has(key));
      const values = written();
      changed.clear();
      await Promise.all([gone.length > 0 && remove(gone), values.length > 0 && put(values)]);
    },
  };
}

/** Contacts by what they list. */
function contactsBy<Key extends string>(
  listed: (contact: Contact) => readonly string[],
  load: (keys: readonly Key[]) => Promise<Contact[]>,
): (keys: readonly Key[]) => Promise<Contact[]> {
  const known = new Map<string, Contact[]>();
  const ask = askedOnce<Key>(async (keys) => {
    const wanted = new Map<string, Contact[]>(keys.map((key) => [key, []]));
    for (const contact of await load(keys)) for (const key of new Set(listed(contact))) wanted.get(key)?.push(contact);
    for (const [key, contacts] of wanted) known.set(key, contacts);
  });
  return async (keys) => {
    await ask(keys);
    const all = keys.flatMap((key) => known.get(key) ?? []);
    return [...new Map(all.map((contact) => [contact.id, contact])).values()];
  };
}

function aliasKey({ kind, from }: KeptAlias): string {
  return `${kind}:${from}`;
}
