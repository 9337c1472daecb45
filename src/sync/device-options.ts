import type { Account } from '../protocol/account.ts';
import type { LocalStore } from '../store/local-store.ts';

/** The device's clock. `after` resolves `ms` milliseconds later, or at once when the signal aborts; it never rejects. */
export interface Clock {
  now(): number;
  after(ms: number, signal: AbortSignal): Promise<void>;
}

/**
 * As `navigator.locks`. Resolves with what `run` does; rejects when the signal aborts before the lock is had, or when
 * another pane steals it.
 */
export interface Locks {
  request<T>(name: string, options: { signal?: AbortSignal; steal?: boolean }, run: () => Promise<T>): Promise<T>;
}

/** What the device must know of the page and the machine that it runs on. */
export interface Surroundings {
  online(): boolean;
  visible(): boolean;
  /** Calls back after `online` or `visible` may have changed. */
  onChange(changed: () => void, signal: AbortSignal): void;
}

/** Sends a request to the account's server; `path` is as `/v1/push?…`. Rejects only when there is no answer. */
export type Send = (path: string, init: RequestInit) => Promise<Response>;

export interface DeviceOptions {
  account: Account;
  store: LocalStore;
  request: Send;
  /** The session's bearer token. */
  token: string;
  clock: Clock;
  /** From 0 up to, but not, 1. */
  random(): number;
  /** A new UUID v7. */
  newUuid(): string;
  /** Absent where the platform has none: then every pane syncs for itself, which costs requests but is correct. */
  locks?: Locks | undefined;
  surroundings: Surroundings;
  /** Hears of faults of ours, after which all that runs is run again. Where absent, `run` rejects with the first one. */
  report?: ((fault: unknown) => void) | undefined;
}
