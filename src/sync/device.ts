import type { Command } from '../domain/commands/command.ts';
import type { Contact } from '../domain/contact.ts';
import type { Actor } from '../domain/decision.ts';
import type { CommandId, ContactId, EntryId } from '../domain/ids.ts';
import type { ItemKey } from '../domain/item.ts';
import type { ProblemCode } from '../domain/problem-code.ts';
import type { Instant } from '../domain/time.ts';
import type { Account } from '../protocol/account.ts';
import type { StatisticsQuery, StatisticsResponse } from '../protocol/statistics.ts';
import type { LocalStore, PerformResult } from '../store/local-store.ts';
import type { WholeLog } from './whole-log.ts';

/** Why nothing is sent just now. Each is set and cleared by itself, so that clearing one does not undo another. */
export type PauseReason = 'offline' | 'hidden' | 'signed-out' | 'quota' | 'version-too-old' | 'another-pane';

/** What the pane shows about syncing. */
export interface SyncState {
  phase: 'idle' | 'pushing' | 'pulling' | 'waiting-to-retry' | 'paused';
  paused: readonly PauseReason[];
  waiting: number;
  refused: number;
  /** Commands that went with erased persons and that the user was not told of yet. */
  erasedWork: number;
  /** The last failure, until a request succeeds. */
  problem: ProblemCode | undefined;
  /** When the next try is due, while `waiting-to-retry`. */
  retryAt: Instant | undefined;
  /** When all scopes were last up to date with the server. */
  upToDateAt: Instant | undefined;
  live: boolean;
  /** How far the server's clock is ahead of this device's, in milliseconds; 0 while they agree, or as far as it is known. */
  clockOff: number;
}

/** What the server says about something this device may not hold. */
export type LookUp<T> = { known: true; value: T } | { known: false; why: ProblemCode };

/**
 * One account on this device: everything the pane does to the log goes through here, everything it shows comes from
 * `store`. Made by `createDevice`.
 */
export interface Device {
  readonly account: Account;
  readonly actor: Actor;
  readonly store: LocalStore;
  /** Decides and keeps the command, then pushes as soon as it may. Resolves when it is kept: it never waits for the network. */
  perform(command: Command): Promise<PerformResult>;
  /** The time: by this device's clock, put right by the server's as far as that is known. */
  now(): Instant;
  /** Envelope of a new command: id and time from the device's own sources. */
  envelope(needs?: CommandId[]): { id: CommandId; madeAt: Instant; needs: CommandId[] };
  /** A new UUID v7. */
  newId(): string;
  state(): SyncState;
  /** Calls back with the present state at once and after every change. */
  onState(changed: (state: SyncState) => void, signal: AbortSignal): void;
  /** Runs until the signal: push, pull, live, backoff. A fault of ours is the state's problem until it goes well again. */
  run(signal: AbortSignal): Promise<void>;
  /** Tries at once, whatever the backoff says. */
  syncNow(): void;
  /** Keeps the contact's history here and up to date; the visible one is pulled first. */
  openHistory(contactId: ContactId): void;
  /** Older entries than this device holds; resolves to whether there are more still. */
  olderHistory(contactId: ContactId, signal: AbortSignal): Promise<LookUp<boolean>>;
  /** Asks the server whether the item is logged; the rows it gives are taken into the store. */
  lookUpItem(keys: readonly ItemKey[], signal: AbortSignal): Promise<LookUp<boolean>>;
  /** Asks the server for one entry; what it gives is taken into the store. Resolves to whether there is such an entry. */
  lookUpEntry(id: EntryId, signal: AbortSignal): Promise<LookUp<boolean>>;
  /** Sums of the team's interactions by a code, from the server: a device need not hold all entries. */
  statistics(query: StatisticsQuery, signal: AbortSignal): Promise<LookUp<StatisticsResponse>>;
  /** Contacts by any words, from the server; taken into the store. */
  searchContacts(query: string, signal: AbortSignal): Promise<LookUp<Contact[]>>;
  /** What only the server can tell or do. */
  readonly wholeLog: WholeLog;
}
