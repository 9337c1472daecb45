import type { Role } from '../domain/choices.ts';
import type { Actor } from '../domain/decision.ts';
import type { ContactId, EntryId, SalespersonCode, TenantId, UserId } from '../domain/ids.ts';
import type { ItemKey } from '../domain/item.ts';
import type { Row } from '../domain/row.ts';
import type { Instant } from '../domain/time.ts';
import type { Account } from '../protocol/account.ts';
import type { PullResponse } from '../protocol/pull.ts';
import type { PushResponse } from '../protocol/push.ts';
import type { Scope } from '../protocol/scope.ts';
import type { StatisticsQuery, StatisticsResponse } from '../protocol/statistics.ts';

/** Which user of which tenant a request acts for. No query runs without the tenant. */
export interface Principal extends Actor {
  tenantId: TenantId;
}

export interface NewUser {
  userId: UserId;
  name: string;
  email: string;
  role: Role;
  salespersonCode: SalespersonCode | null;
}

/** What became of a cursor: `expired` when it is of another epoch or ahead of the counter (410). */
export type Pulled = { state: 'ok'; response: PullResponse } | { state: 'expired' };

/**
 * The log of all tenants, on disk. Adapters: `sqlite/` (and PostgreSQL when it is outgrown); each passes
 * `test/conformance/log-store.ts`.
 *
 * Guarantees: `push` locks its tenant first, runs every command at most once (by id, for ever), gives each changed row
 * the tenant's next rev and raises the counter last, all in one durable transaction, so that a reader never meets a
 * later commit with a smaller rev. What it resolves with is on disk.
 */
export interface LogStore {
  /** Runs commands in their order; each is parsed by itself and answered. Never rejects for what a command holds. */
  push(principal: Principal, commands: readonly unknown[], receivedAt: Instant): Promise<PushResponse>;
  /** Whether a cursor still counts. One that does not may be from a life of the log that was lost. */
  knows(principal: Principal, cursor: string): Promise<boolean>;
  /** `seen` is the latest that the device has of this log: one without it holds nothing that could have been deleted. */
  pull(
    principal: Principal,
    scope: Scope,
    at: { cursor?: string | undefined; before?: string | undefined; seen?: string | undefined; limit: number },
  ): Promise<Pulled>;
  /** The rows changed after `from`, at most `limit`, with the counter read before; null when there are more. */
  changesSince(
    principal: Principal,
    from: number,
    limit: number,
  ): Promise<{ epoch: string; to: number; rows: Row[] | null }>;
  itemsByKeys(principal: Principal, keys: readonly ItemKey[]): Promise<Row[]>;
  /** The entry with its item, comments, contact and company; empty when there is none. */
  entry(principal: Principal, id: EntryId): Promise<Row[]>;
  /** Contacts in which every word of `query` begins some word of name, company, address or phone; folded (ä = a). */
  searchContacts(principal: Principal, query: string, limit: number): Promise<Row[]>;
  contact(principal: Principal, id: ContactId): Promise<Row[]>;
  statistics(principal: Principal, query: StatisticsQuery): Promise<StatisticsResponse>;

  /** Makes a tenant with its first rows. False when there is one with that id. */
  createTenant(tenant: { tenantId: TenantId; name: string }, rows: readonly Row[]): Promise<boolean>;
  hasTenants(): Promise<boolean>;
  createUser(tenantId: TenantId, user: NewUser): Promise<void>;
  /** What a user is called, may do and is linked to from now on, also in sessions that are open. */
  changeUser(tenantId: TenantId, user: NewUser): Promise<void>;
  users(tenantId: TenantId): Promise<Account[]>;

  /** Sessions and one-time codes are kept as SHA-256 hashes; these take the hash. */
  createInvite(invite: { codeHash: string; tenantId: TenantId; userId: UserId; expiresAt: Instant }): Promise<void>;
  /** Takes the invite: once, and not after it has expired. */
  redeemInvite(codeHash: string, now: Instant): Promise<Account | undefined>;
  createSession(session: { tokenHash: string; tenantId: TenantId; userId: UserId; createdAt: Instant }): Promise<void>;
  session(tokenHash: string): Promise<Account | undefined>;
  endSession(tokenHash: string): Promise<void>;
  /** The session is used, as of `now`. */
  noteSession(tokenHash: string, now: Instant): Promise<void>;
  /** Forgets codes that have expired and sessions that were not used for `unusedMs`; gives how many of each. */
  sweepSessions(now: Instant, unusedMs: number): Promise<{ codes: number; sessions: number }>;

  close(): Promise<void>;
}
