import type { Campaign } from '../domain/campaign.ts';
import type { Command } from '../domain/commands/command.ts';
import type { Comment } from '../domain/comment.ts';
import type { Contact } from '../domain/contact.ts';
import type { Actor, Alias, RefusalDetail } from '../domain/decision.ts';
import type { EmailAddress } from '../domain/email-address.ts';
import type { FollowUp } from '../domain/follow-up.ts';
import type { CommandId, ContactId, EntryId, ItemId, UserId } from '../domain/ids.ts';
import type { InteractionGroup } from '../domain/interaction-group.ts';
import type { InteractionTemplate } from '../domain/interaction-template.ts';
import type { Item, ItemKey } from '../domain/item.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import type { LogFilter } from '../domain/log-filter.ts';
import type { DeviceCode, RefusalCode } from '../domain/problem-code.ts';
import type { Row } from '../domain/row.ts';
import type { Salesperson } from '../domain/salesperson.ts';
import type { TemplateSetup } from '../domain/template-setup.ts';
import type { Instant } from '../domain/time.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { LiveEvent } from '../protocol/live.ts';
import type { PullResponse } from '../protocol/pull.ts';
import type { PushResponse } from '../protocol/push.ts';
import type { Scope } from '../protocol/scope.ts';
import type { DeletedEntry } from './tables.ts';

/** An entry as this device knows it: the server's row with what is waiting here applied on top. */
export interface ShownEntry {
  entry: LogEntry;
  /** Commands of this device that changed it and that the server has not answered yet. Empty: it is in the log. */
  pending: CommandId[];
}

/** An entry with what its line in the log's list names. */
export interface ListedEntry extends ShownEntry {
  contact: Contact | undefined;
  /** Undefined also for a company itself. */
  company: Contact | undefined;
  /** Oldest first. */
  comments: Comment[];
  /** An open follow-up of the entry, the first that is due. */
  followUp: FollowUp | undefined;
  /** A command about it was refused and is still here. */
  isRefused: boolean;
}

export interface ListPage {
  entries: ListedEntry[];
  /** Give it back as `before` to go on; null when this device holds no older ones. */
  next: string | null;
}

export interface EntryPage {
  entries: ShownEntry[];
  /** Give it back as `before` to go on; null when this device holds no older ones. */
  next: string | null;
}

export interface HistoryPage extends EntryPage {
  /**
   * The place (`place.ts`) down to which the history was pulled: of entries beyond it this device holds some only, such as
   * one's own. Undefined: it is here to its end, or was never pulled.
   */
  wholeTo: string | undefined;
}

/** With what was deleted, for entries keep its codes; choices are given through `isOffered` (`domain/offered.ts`). */
export interface Setup {
  groups: InteractionGroup[];
  templates: InteractionTemplate[];
  campaigns: Campaign[];
  templateSetup: TemplateSetup | undefined;
  salespeople: Salesperson[];
  workspace: Workspace | undefined;
}

/** A command that the server has not accepted. */
export interface StoredCommand {
  /** Counts up on this device: the order of pushing. */
  seq: number;
  command: Command;
  state: /** Its effect is shown; it will be sent. */
    | 'waiting'
    /** It will be sent; what it does is not known here because rows are missing. */
    | 'waiting-unseen'
    | 'refused';
  refusal?: { code: RefusalCode; detail: RefusalDetail };
  /** What deleted entries that it is about were, as far as this device knew them. */
  about?: readonly DeletedEntry[];
}

export type PerformResult =
  /** On this device's disk (where the store is durable). `decided` is false when only the server can tell the result. */
  | { outcome: 'saved'; decided: boolean; joined: EntryId[] }
  /** The rule refuses it: nothing was written. */
  | { outcome: 'refused'; code: RefusalCode; detail: RefusalDetail }
  /** It could not be written; nothing was. */
  | { outcome: 'failed'; code: DeviceCode };

/** The unsent commands of one account, to be saved as a file and read back. */
export interface UnsentFile {
  interlog: 'unsent';
  wire: number;
  server: string;
  tenantId: string;
  userId: string;
  savedAt: Instant;
  commands: Command[];
}

/** Ids of contacts that may be other than they were, or gone. `all`: any may be. */
export type ContactNews = readonly ContactId[] | 'all';

/** All reads see pending commands applied and aliases resolved. */
export interface StoreReader {
  contact(id: ContactId): Promise<Contact | undefined>;
  /** All, also those merged away or deleted: a list to choose from shows those that `isOffered` (`domain/offered.ts`). */
  contacts(): Promise<Contact[]>;
  /** The same a part at a time: at most `limit`, by id, beyond `after`; fewer than `limit` are the last. */
  contactsAfter(after: ContactId | undefined, limit: number): Promise<Contact[]>;
  /** Those of `ids` that are here under their own id. */
  contactsById(ids: readonly ContactId[]): Promise<Contact[]>;
  contactsMergedInto(id: ContactId): Promise<Contact[]>;
  /** Contacts (neither merged away nor deleted) that have one of these as main or other address. */
  contactsByAddress(addresses: readonly EmailAddress[]): Promise<Contact[]>;
  /** Companies (neither merged away nor deleted) that list one of these domains. */
  companiesByDomain(domains: readonly string[]): Promise<Contact[]>;
  setup(): Promise<Setup>;
  entry(id: EntryId): Promise<ShownEntry | undefined>;
  /**
   * Entries of a contact and of all merged into it, of a company also its people's; newest first; canceled ones too,
   * postponed ones not (`domain.md` §7, §8). `alone`: without those of whom it was merged into or is merged into it.
   */
  history(
    contactId: ContactId,
    page: { limit: number; before?: string | undefined; alone?: boolean | undefined },
  ): Promise<HistoryPage>;
  /** All entries that this device holds, newest first; canceled ones too, postponed ones not. */
  log(page: { limit: number; before?: string | undefined }): Promise<EntryPage>;
  /** As `log`, of what passes the filter. Looking for words goes through what is here in slices, each a read of its own. */
  list(filter: LogFilter, page: { limit: number; before?: string | undefined }): Promise<ListPage>;
  /** Those of `ids` that this device holds and that pass the filter, its words aside, in any order. */
  listed(filter: LogFilter, ids: readonly EntryId[]): Promise<ListedEntry[]>;
  /** What the user has postponed and neither finished nor canceled, newest first. */
  postponed(userId: UserId): Promise<ShownEntry[]>;
  /**
   * Of a user's list, or about a contact (and all merged into it, of a company also its people): open ones by when they
   * are due, then closed ones, the last closed first.
   */
  followUps(of: { userId: UserId } | { contactId: ContactId }): Promise<FollowUp[]>;
  /** Oldest first. */
  comments(entryId: EntryId): Promise<Comment[]>;
  /** The item that an entry is about; the one that took it over where two turned out to be one. */
  item(id: ItemId): Promise<Item | undefined>;
  /** The item known by these keys (`sameItem`) with its entries that this device holds. */
  itemByKeys(keys: readonly ItemKey[]): Promise<{ item: Item; entries: ShownEntry[] } | undefined>;
  /** What the server has not accepted, in order: waiting ones and refused ones. After an import they are many. */
  commands(): Promise<StoredCommand[]>;
  /** Undefined when the server has accepted it, or it never was here. */
  command(id: CommandId): Promise<StoredCommand | undefined>;
  /** In order. */
  refused(): Promise<StoredCommand[]>;
  /** The next commands to push, in order, at most `limit`. Refused ones are not among them. */
  outbox(limit: number): Promise<StoredCommand[]>;
  counts(): Promise<{ waiting: number; refused: number }>;
  /** How many commands of this device went because they were about erased persons, since `noteErasedWork`; nothing else is known. */
  erasedWork(): Promise<number>;
  cursor(scope: Scope): Promise<string | undefined>;
  /** Where the scope's next page of older entries starts; null: there are none; undefined: not known here. */
  older(scope: Scope): Promise<string | null | undefined>;
  /** The history that was opened last first, then the others. */
  scopes(): Promise<Scope[]>;
  /** Scopes that are wanted here and have nothing yet. */
  unstartedScopes(): Promise<Scope[]>;
  /** The latest that this device has of the server's log, as a cursor; undefined: nothing. */
  seen(): Promise<string | undefined>;
  /** How far the server's clock is ahead of this device's, as it was known last, in milliseconds; 0 where it is not. */
  clockOff(): Promise<number>;
  /**
   * Everything that `read` asks for in one transaction: what it gets fits together and is there sooner. `read` waits for
   * nothing else.
   */
  together<T>(read: (reader: TogetherReader) => Promise<T>): Promise<T>;
}

/** What can be read together: all but the list of the log, which is long and read in slices. */
export type TogetherReader = Omit<StoreReader, 'list' | 'listed' | 'together'>;

/** What changes a store; see `LocalStore` for what it guarantees. */
export interface StoreWriter {
  /** Decides `command` on what is here and keeps it. */
  perform(command: Command, actor: Actor): Promise<PerformResult>;
  /** `perform` of many in their order, in one transaction: all are decided, then what was not refused is kept together. */
  performAll(commands: readonly Command[], actor: Actor): Promise<PerformResult[]>;
  /** The server's answers to commands sent in this order. Accepted ones leave the outbox (kept 30 days aside). */
  takeAnswers(response: PushResponse, now: Instant, actor: Actor): Promise<void>;
  /**
   * A pull of `scope` that was asked with the cursor `asked` (undefined: the scope starts). Rows of the scope that it
   * does not name stay. The scope's cursor moves only from `asked`.
   */
  takePull(scope: Scope, response: PullResponse, actor: Actor, asked?: string): Promise<void>;
  /** A page of older entries: the scope's cursor stays, its next older page is the answer's. */
  takeOlder(scope: Scope, response: PullResponse, actor: Actor): Promise<void>;
  /** Rows of a look-up, and what ids stand for that it told besides: taken, no cursor moves. */
  takeRows(rows: readonly Row[], actor: Actor, aliases?: readonly Alias[]): Promise<void>;
  /** Takes what it can; gives the scopes that must be pulled instead. */
  takeLive(event: LiveEvent, actor: Actor): Promise<Scope[]>;
  /** Wants the scope here from now on: whoever syncs next pulls it. */
  openScope(scope: Scope): Promise<void>;
  /** Keeps how far the server's clock is ahead, for the next time that nobody can be asked. */
  keepClockOff(off: number): Promise<void>;
  /** Forgets the scope's cursor: it is pulled from its start again, or not at all. */
  resetScope(scope: Scope): Promise<void>;
  /**
   * The server's database is another one, or older than what is here: all rows and cursors go, accepted commands of
   * the last 30 days are to be sent again. Answers, pulls and live events of another epoch do this by themselves.
   */
  resetEpoch(actor: Actor): Promise<void>;
  /** Refuses a waiting command that can't even be sent; as if the server had said it. */
  refuseHere(commandId: CommandId, code: RefusalCode, actor: Actor): Promise<void>;
  /** Forgets a refused (or waiting) command and its effect here. */
  discard(commandId: CommandId, actor: Actor): Promise<void>;
  /** The user was told that so many commands went with erased persons. */
  noteErasedWork(told: number): Promise<void>;
  /** Puts a refused command under a new id (`mend` changes it first) at the end of the outbox. */
  retry(commandId: CommandId, replacement: Command, actor: Actor): Promise<PerformResult>;

  /** Commands not accepted yet, for a file; `takeUnsent` keeps those that are not here already and says how many. */
  unsent(): Promise<Command[]>;
  takeUnsent(commands: readonly Command[], actor: Actor): Promise<number>;
}

/**
 * What one account has on this device. Three layers: rows as the server said; the outbox, whole commands in order; and
 * pending rows, the outbox applied to the rows, which can be rebuilt from the other two at any time.
 * Adapters: `indexed-db/`, `memory/`; both pass `test/conformance/local-store.ts`.
 *
 * Guarantees: `perform` is one transaction, strictly durable where `durable` is true, before it resolves. An answer's rows
 * are written and its command leaves the outbox in one transaction. A row is written only over a lower rev.
 * Writes other than `perform` and `retry` reject with `StorageFailure` when the storage took nothing.
 */
export interface LocalStore extends StoreReader, StoreWriter {
  /** False where nothing outlives the pane: the user must be told before relying on it. */
  readonly durable: boolean;
  /** Why a durable store could not be had. */
  readonly trouble: DeviceCode | undefined;

  /**
   * Reads now and after every change that may matter, also by other panes of the account, until `signal` ends it.
   * Overlapping changes are joined; a failing read goes to `failed` and the watch goes on.
   */
  watch<T>(
    read: (reader: StoreReader) => Promise<T>,
    take: (value: T) => void,
    signal: AbortSignal,
    failed?: (error: unknown) => void,
  ): void;
  /** Tells which contacts were written here, also by other panes of the account, until `signal` ends it. */
  onContacts(take: (news: ContactNews) => void, signal: AbortSignal): void;
  /** Ends all watches and lets go of the database. */
  close(): void;
}
