import { addressesOf } from '../../domain/addresses-of.ts';
import type { Comment } from '../../domain/comment.ts';
import type { Contact } from '../../domain/contact.ts';
import type { FollowUp } from '../../domain/follow-up.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { Item } from '../../domain/item.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import type { DeviceCode } from '../../domain/problem-code.ts';
import { isSetup } from '../../domain/ref.ts';
import type { Row } from '../../domain/row.ts';
import { rowKey } from '../../domain/row-key.ts';
import { createNotice } from '../notice.ts';
import { pendingFinds } from '../pending-finds.ts';
import { byPlace, placeOf } from '../place.ts';
import type {
  AcceptedCommand,
  Database,
  GoneRow,
  KeptAlias,
  KeptCommand,
  KeptScope,
  PendingRow,
  Read,
  Tables,
} from '../tables.ts';

import { createUndoLog, type UndoMap } from './undo-map.ts';

/** Reading here is so cheap that a watch need not know what changed. */
const everything = 'everything';

/**
 * A database that lives as long as the pane: for tests, and where the browser gives no storage. Transactions run one
 * after another; one that throws leaves nothing behind.
 */
export function createMemoryDatabase(trouble: DeviceCode | undefined): Database {
  const undo = createUndoLog();
  const tables = memoryTables(undo.map);
  const notice = createNotice();
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new Error('the store is closed'));
    const turn = last.then(run);
    last = turn.catch(() => undefined); // whoever waits for `turn` is told
    return turn;
  }

  const read: Read = (run) => inTurn(() => run(tables));
  return {
    durable: false,
    trouble,
    read,
    write: (_durability, run) =>
      inTurn(async () => {
        try {
          const value = await run(tables);
          if (undo.commit()) notice.changed([everything]);
          return value;
        } catch (error) {
          undo.rollBack();
          throw error;
        }
      }),
    watch(reads, take, signal, failed) {
      const all = (note: (what: string) => void) => {
        note(everything);
        return reads(read);
      };
      notice.watch(all, take, signal, failed);
    },
    close() {
      closed = true;
      notice.close();
    },
  };
}

function memoryTables(map: <V>() => UndoMap<V>): Tables {
  const rows = map<Row>();
  const gone = map<GoneRow>();
  const pending = map<PendingRow>();
  const commands = map<KeptCommand>();
  const accepted = map<AcceptedCommand>();
  const aliases = map<KeptAlias>();
  const scopes = map<KeptScope>();
  const meta = map<string>();
  const lookedUp = map<readonly EntryId[]>();
  let lastSeq = 0;

  const ofKind = <R extends Row>(kind: R['kind']) => rows.values().filter((row): row is R => row.kind === kind);
  const entries = () => ofKind<LogEntry>('entry').sort(byPlace);
  const followUps = () => ofKind<FollowUp>('follow-up');
  const concerns = (ids: readonly string[], { contactId, companyId }: Pick<LogEntry, 'contactId' | 'companyId'>) =>
    ids.includes(contactId) || (companyId !== null && ids.includes(companyId));
  const contacts = () => ofKind<Contact>('contact');
  const inOrder = () => commands.values().sort((a, b) => a.seq - b.seq);
  const waiting = () => inOrder().filter(({ state }) => state !== 'refused');
  const found = <V>(from: UndoMap<V>, keys: readonly string[]) =>
    [...new Set(keys)].flatMap((key) => {
      const value = from.get(key);
      return value === undefined ? [] : [value];
    });
  const page = (list: LogEntry[], before: string | undefined, limit: number) =>
    list.filter((entry) => !entry.postponed && (before === undefined || placeOf(entry) < before)).slice(0, limit);

  return {
    row: async (kind, id) => rows.get(`${kind}:${id}`),
    rows: async (kind, ids) =>
      found(
        rows,
        ids.map((id) => `${kind}:${id}`),
      ),
    itemsByKeys: async (keys) => ofKind<Item>('item').filter((item) => item.keys.some((key) => keys.includes(key))),
    contactsByAddress: async (addresses) =>
      contacts().filter((contact) => addressesOf(contact).some((address) => addresses.includes(address))),
    contactsByDomain: async (domains) =>
      contacts().filter((contact) => contact.domains.some((domain) => domains.includes(domain))),
    contactsMergedInto: async (id) => contacts().filter((contact) => contact.mergedInto === id),
    contacts: async () => contacts(),
    contactsAfter: async (after, limit) => firstAfter(contacts(), after, limit, ({ id }) => id),
    setupRows: async () => rows.values().filter((row) => isSetup(row.kind)),
    commentsOf: async (ids) => ofKind<Comment>('comment').filter(({ entryId }) => ids.includes(entryId)),
    followUpsOfUser: async (id) => followUps().filter(({ userId }) => userId === id),
    followUpsWith: async (ids) => followUps().filter((one) => concerns(ids, one)),
    postponedOf: async (id) => entries().filter((entry) => entry.postponed && entry.userId === id),
    entriesOfContact: async (id) => entries().filter((entry) => entry.contactId === id),
    entriesWith: async (ids, before, limit) =>
      page(
        entries().filter((entry) => concerns(ids, entry)),
        before,
        limit,
      ),
    newestEntries: async (before, limit) => page(entries(), before, limit),
    entryCount: async () => ofKind('entry').length,
    oldestEntries: async (after, limit) =>
      entries()
        .reverse()
        .filter((entry) => after === undefined || placeOf(entry) > after)
        .slice(0, limit),
    putRows: async (list) => {
      for (const row of list) rows.set(rowKey(row), row);
    },
    removeRows: async (kind, ids) => {
      for (const id of ids) rows.delete(`${kind}:${id}`);
    },
    clearRows: async () => {
      rows.clear();
      gone.clear();
    },
    gone: async (keys) => found(gone, [...keys]),
    putGone: async (list) => {
      for (const row of list) gone.set(row.key, row);
    },

    pending: async (keys) => found(pending, keys),
    pendingFound: async (finds) =>
      pending.values().filter(({ row }) => pendingFinds(row).some((find) => finds.includes(find))),
    pendingAfter: async (kind, after, limit) => {
      const ofKind = pending.values().filter(({ row }) => row.kind === kind);
      return firstAfter(ofKind, after, limit, ({ row }) => row.id);
    },
    putPending: async (list) => {
      for (const row of list) pending.set(row.key, row);
    },
    removePending: async (keys) => {
      for (const key of keys) pending.delete(key);
    },

    addCommands: async (list) => {
      for (const command of list) {
        lastSeq += 1;
        commands.set(command.id, { ...command, seq: lastSeq });
      }
    },
    putCommands: async (list) => {
      for (const command of list) commands.set(command.id, command);
    },
    removeCommands: async (seqs) => {
      for (const { id, seq } of commands.values()) if (seqs.includes(seq)) commands.delete(id);
    },
    commands: async () => inOrder(),
    commandsById: async (ids) => found(commands, ids).sort((a, b) => a.seq - b.seq),
    refusedCommands: async () => inOrder().filter(({ state }) => state === 'refused'),
    waitingCommands: async (limit) => waiting().slice(0, limit),
    waitingCommandsWith: async ({ touching, writing }) => {
      const touched = new Set(touching);
      const written = new Set(writing);
      return waiting().filter(
        ({ touches, writes }) => touches.some((key) => touched.has(key)) || writes.some((key) => written.has(key)),
      );
    },
    commandCounts: async () => ({ waiting: waiting().length, refused: inOrder().length - waiting().length }),
    putAccepted: async (list) => {
      for (const command of list) accepted.set(command.id, command);
    },
    accepted: async () => accepted.values().sort((a, b) => a.seq - b.seq),
    acceptedAmong: async (ids) => ids.filter((id) => accepted.get(id) !== undefined),
    removeAccepted: async (before) => {
      for (const { id, acceptedAt } of accepted.values())
        if (before === undefined || acceptedAt < before) accepted.delete(id);
    },

    aliases: async (keys) => found(aliases, keys),
    putAliases: async (list) => {
      for (const alias of list) aliases.set(`${alias.kind}:${alias.from}`, alias);
    },
    removeAliases: async (keys) => {
      for (const key of keys) aliases.delete(key);
    },
    clearAliases: async () => aliases.clear(),
    scope: async (scope) => scopes.get(scope),
    scopes: async () => scopes.values(),
    putScope: async (scope) => scopes.set(scope.scope, scope),
    removeScope: async (scope) => scopes.delete(scope),
    clearScopes: async () => scopes.clear(),
    epoch: async () => meta.get('epoch'),
    putEpoch: async (epoch) => meta.set('epoch', epoch),
    seen: async () => meta.get('seen'),
    clockOff: async () => Number(meta.get('clock-off') ?? 0),
    putClockOff: async (off) => meta.set('clock-off', String(off)),
    putSeen: async (cursor) => (cursor === undefined ? meta.delete('seen') : meta.set('seen', cursor)),
    erasedWork: async () => Number(meta.get('erased-work') ?? 0),
    putErasedWork: async (count) => meta.set('erased-work', String(count)),
    lookedUp: async () => [...(lookedUp.get('') ?? [])],
    putLookedUp: async (ids) => lookedUp.set('', ids),
  };
}

function firstAfter<V>(all: readonly V[], after: string, limit: number | undefined, idOf: (value: V) => string): V[] {
  const beyond = all.filter((one) => idOf(one) > after);
  return beyond.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)).slice(0, limit);
}
