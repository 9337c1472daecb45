import type { TenantId, UserId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Account } from '../protocol/account.ts';
import type { HeldStore } from './held-store.ts';
import type { JobRunner } from './job-runner.ts';
import type { JobStore } from './job-store.ts';
import type { LiveHub } from './live-hub.ts';
import type { WholeLogStore } from './log-reading.ts';
import type { Principal } from './log-store.ts';

/** Where log lines go. They carry method, path, status, counts and ids; never bodies, queries, tokens or mail text. */
export interface ServerLog {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** How the server is meant to be reached. */
export type ServerMode =
  /** On loopback, for one person: the address carries `token`, and the demo users sign in with it. */
  | {
      kind: 'preview';
      /** The only `Host` headers that are answered, such as `127.0.0.1:8321`. */
      hosts: readonly string[];
      token: string;
      users: Readonly<Record<string, { tenantId: TenantId; userId: UserId }>>;
    }
  /** For a team. `origins` are the foreign pages that may call the API, such as those of a browser extension. */
  | { kind: 'serve'; origins: readonly string[] };

/** All that the app needs from outside: nothing below makes time, chance or connections by itself. */
export interface Services {
  store: WholeLogStore;
  held: HeldStore;
  jobs: JobStore;
  jobRunner: JobRunner;
  /** Notes that a session is used (`sessions-in-use.ts`); costs nothing. */
  noteSession(tokenHash: string): void;
  live: LiveHub;
  now(): Instant;
  /** 256 bits of chance as text: bearer tokens, one-time codes. */
  randomToken(): string;
  newId(): string;
  log: ServerLog;
  mode: ServerMode;
  /** The folder of the built pages; undefined where only the API is wanted. */
  paneFolder: string | undefined;
  /** Calls `tick` every `ms` until the function it gives is called. */
  every(ms: number, tick: () => void): () => void;
}

/** What middleware leaves for the routes. */
export interface AppEnv {
  Variables: {
    account: Account;
    principal: Principal;
    tokenHash: string;
    /** Counts for the log line. */
    counts: Record<string, number>;
  };
  Bindings: { incoming?: { socket?: { remoteAddress?: string | undefined } } };
}
