import type { HeldStore } from '../held-store.ts';
import type { JobStore } from '../job-store.ts';
import type { WholeLogStore } from '../log-reading.ts';

export type StoreMethod = keyof SqliteStore;

/** All that the database is asked and told. */
export type SqliteStore = WholeLogStore & HeldStore & JobStore;

export interface WorkerOptions {
  path: string;
  readOnly: boolean;
  /** The name of this run, and the life of tenants made in it. */
  epoch: string;
}

export interface ToWorker {
  call: number;
  method: StoreMethod;
  args: unknown[];
}

/** Errors lose on their way between threads all but their text. `isFull`: the disk was. */
export type FromWorker = { call: number; value: unknown } | { call: number; error: unknown; isFull: boolean };
