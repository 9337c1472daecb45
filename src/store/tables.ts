import type { Command } from '../domain/commands/command.ts';
import type { Comment } from '../domain/comment.ts';
import type { Contact } from '../domain/contact.ts';
import type { Alias, RefusalDetail } from '../domain/decision.ts';
import type { EmailAddress } from '../domain/email-address.ts';
import type { FollowUp } from '../domain/follow-up.ts';
import type { CommandId, ContactId, EntryId, UserId } from '../domain/ids.ts';
import type { Item, ItemKey } from '../domain/item.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import type { DeviceCode, RefusalCode } from '../domain/problem-code.ts';
import type { Purge } from '../domain/purge.ts';
import type { Rev } from '../domain/rev.ts';
import type { Row, RowKind } from '../domain/row.ts';
import type { Instant } from '../domain/time.ts';
import type { Scope } from '../protocol/scope.ts';

/** A command that the server has not accepted, with what deciding it here read and wrote. */
export interface KeptCommand {
  /** Undefined until the table gives the next one. */
  seq: number;
  id: CommandId;
  /** Whole and in wire form: pushing needs no second read, and an upgrade never rewrites it. */
  command: Command;
  state: 'waiting' | 'waiting-unseen' | 'refused';
  refusal: { code: RefusalCode; detail: RefusalDetail } | undefined;
  /** Ref keys of what was read. */
  touches: string[];
  /** Ref keys of the pending rows that were written, and of the ids that became aliases. */
  writes: string[];
  /** Row keys of the pending rows that were written. */
  rowKeys: string[];
  aliases: Alias[];
  /** What entries that it is about were, before they were deleted; absent where none was. */
  about?: DeletedEntry[];
}

/** What a deleted entry was, as far as this device knew it. */
export interface DeletedEntry extends Pick<LogEntry, 'contactId' | 'day' | 'description'> {
  /** As the command names it. */
  entryId: EntryId;
}

export type NewCommand = Omit<KeptCommand, 'seq'>;

/** A row with waiting commands applied. */
export interface PendingRow {
  key: string;
  row: Row;
  /** The commands that changed it, in order. */
  by: CommandId[];
}

export interface AcceptedCommand {
  id: CommandId;
  seq: number;
  command: Command;
  acceptedAt: Instant;
}

/** A row that a purge took: nothing up to this rev brings it back. */
export interface GoneRow {
  key: string;
  rev: Rev;
  why: Purge['why'];
}

/** An alias that the server gave, or one that only a waiting command says. */
export interface KeptAlias extends Alias {
  pending: boolean;
}

export interface KeptScope {
  scope: Scope;
  cursor: string | undefined;
  /** Where the next page of older entries starts; null: there are none; undefined: not known here. */
  older: string | null | undefined;
  /** The place (`place.ts`) down to which pages were taken; what is here beyond it has holes. Undefined: none are known. */
  wholeTo?: string | undefined;
  /** Counts up with each opening of a history: the lowest was opened the longest ago. Absent: it was never opened. */
  opened?: number;
}

/** Rows as the server said. */
export interface RowTables {
  row(kind: RowKind, id: string): Promise<Row | undefined>;
  rows(kind: RowKind, ids: readonly string[]): Promise<Row[]>;
  itemsByKeys(keys: readonly ItemKey[]): Promise<Item[]>;
  /** By main or other address. */
  contactsByAddress(addresses: readonly EmailAddress[]): Promise<Contact[]>;
  contactsByDomain(domains: readonly string[]): Promise<Contact[]>;
  contactsMergedInto(id: ContactId): Promise<Contact[]>;
  contacts(): Promise<Contact[]>;
  /** By id, at most `limit`, beyond the id `after`; the first ones where it is empty. */
  contactsAfter(after: string, limit: number): Promise<Contact[]>;
  /** Every row of the `setup` scope. */
  setupRows(): Promise<Row[]>;
  commentsOf(entryIds: readonly EntryId[]): Promise<Comment[]>;
  followUpsOfUser(id: UserId): Promise<FollowUp[]>;
  /** Those whose contact or company is one of `ids`. */
  followUpsWith(ids: readonly ContactId[]): Promise<FollowUp[]>;
  /** Postponed entries that the user made, in any order. */
  postponedOf(id: UserId): Promise<LogEntry[]>;
  /** Entries of the contact, postponed ones too, in any order. */
  entriesOfContact(id: ContactId): Promise<LogEntry[]>;
  /** Newest first, at most `limit`, before the place: entries whose contact or company is one of `ids`; none postponed. */
  entriesWith(ids: readonly ContactId[], before: string | undefined, limit: number): Promise<LogEntry[]>;
  /** As above, of any contact. */
  newestEntries(before: string | undefined, limit: number): Promise<LogEntry[]>;
  entryCount(): Promise<number>;
  /** Oldest first, at most `limit`, beyond the place `after`; postponed ones too. */
  oldestEntries(after: string | undefined, limit: number): Promise<LogEntry[]>;
  putRows(rows: readonly Row[]): Promise<void>;
  removeRows(kind: RowKind, ids: readonly string[]): Promise<void>;
  /** With what is noted of purges. */
  clearRows(): Promise<void>;
  /** Those of `keys` that purges took. */
  gone(keys: ReadonlySet<string>): Promise<GoneRow[]>;
  putGone(rows: readonly GoneRow[]): Promise<void>;
}

/** The outbox, and the rows with waiting commands applied. */
export interface OutboxTables {
  pending(keys: readonly string[]): Promise<PendingRow[]>;
  /** Those that one of `finds` finds, see `pending-finds.ts`. */
  pendingFound(finds: readonly string[]): Promise<PendingRow[]>;
  /** By key, at most `limit` where it is given: rows of a kind beyond the id `after`. */
  pendingAfter(kind: RowKind, after: string, limit?: number): Promise<PendingRow[]>;
  putPending(rows: readonly PendingRow[]): Promise<void>;
  removePending(keys: readonly string[]): Promise<void>;

  addCommands(commands: readonly NewCommand[]): Promise<void>;
  putCommands(commands: readonly KeptCommand[]): Promise<void>;
  removeCommands(seqs: readonly number[]): Promise<void>;
  commands(): Promise<KeptCommand[]>;
  commandsById(ids: readonly CommandId[]): Promise<KeptCommand[]>;
  /** In order. */
  refusedCommands(): Promise<KeptCommand[]>;
  /** Not refused, in order. */
  waitingCommands(limit: number): Promise<KeptCommand[]>;
  /** Not refused: those that touch a key of `touching` or write a key of `writing`. */
  waitingCommandsWith(keys: { touching: Iterable<string>; writing: Iterable<string> }): Promise<KeptCommand[]>;
  commandCounts(): Promise<{ waiting: number; refused: number }>;
  putAccepted(commands: readonly AcceptedCommand[]): Promise<void>;
  accepted(): Promise<AcceptedCommand[]>;
  /** Those of `ids` that were accepted. */
  acceptedAmong(ids: readonly CommandId[]): Promise<CommandId[]>;
  /** Those accepted before `instant`; all without it. */
  removeAccepted(before?: Instant): Promise<void>;
}

/** What ids stand for, and how far scopes are. */
export interface PlaceTables {
  aliases(keys: readonly string[]): Promise<KeptAlias[]>;
  putAliases(aliases: readonly KeptAlias[]): Promise<void>;
  removeAliases(keys: readonly string[]): Promise<void>;
  clearAliases(): Promise<void>;
  scope(scope: Scope): Promise<KeptScope | undefined>;
  scopes(): Promise<KeptScope[]>;
  putScope(scope: KeptScope): Promise<void>;
  removeScope(scope: Scope): Promise<void>;
  clearScopes(): Promise<void>;
  /** Of the server's database that the rows are from. */
  epoch(): Promise<string | undefined>;
  putEpoch(epoch: string): Promise<void>;
  /** The latest that the server has said, as a cursor. */
  seen(): Promise<string | undefined>;
  /** Undefined: nothing. */
  putSeen(cursor: string | undefined): Promise<void>;
  /** How far the server's clock is ahead of this device's, as it was known last (ms); 0: they agree, or nobody knows. */
  clockOff(): Promise<number>;
  putClockOff(off: number): Promise<void>;
  /** How many commands went with erased persons and nobody was told of yet. */
  erasedWork(): Promise<number>;
  putErasedWork(count: number): Promise<void>;
  /** The entries that were looked up last, the newest look-up last. */
  lookedUp(): Promise<EntryId[]>;
  putLookedUp(ids: readonly EntryId[]): Promise<void>;
}

/**
 * What the store's rules need of a database, within one transaction. Adapters hold no rules: the same ones run over
 * IndexedDB and over memory. No method may wait for anything but the database; what is read after a write sees it.
 */
export interface Tables extends RowTables, OutboxTables, PlaceTables {}

/** Runs reads in a transaction of their own. */
export type Read = <T>(run: (tables: Tables) => Promise<T>) => Promise<T>;

export interface Database {
  readonly durable: boolean;
  readonly trouble: DeviceCode | undefined;
  read: Read;
  /**
   * All or nothing. `strict` is on the disk before it resolves; what is `relaxed` can be had from the server again.
   * Rejects with `StorageFailure` where the storage itself fails (`storage-failure.ts`).
   */
  write<T>(durability: 'strict' | 'relaxed', run: (tables: Tables) => Promise<T>): Promise<T>;
  /** What `read` reads through what it is given is what the watch goes by. */
  watch<T>(
    read: (read: Read) => Promise<T>,
    take: (value: T) => void,
    signal: AbortSignal,
    failed: (error: unknown) => void,
  ): void;
  close(): void;
}
