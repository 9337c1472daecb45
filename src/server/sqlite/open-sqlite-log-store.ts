import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataFolder } from './data-folder-lock.ts';
import { type StoreWorker, startStoreWorker } from './store-worker.ts';
import type { SqliteStore, StoreMethod, WorkerOptions } from './worker-messages.ts';

/** The file of a data folder that is the log. SQLite keeps two more beside it while it is open. */
export const logFile = 'interlog.sqlite';

export interface OpenLogOptions {
  /** The name of this run, and the life of tenants made in it. */
  epoch: string;
  /** The thread that writes has ended, though nobody closed the log: nothing can be kept any more. */
  lost?: ((error: unknown) => void) | undefined;
  /** Starts what owns a connection; a thread of its own unless said. */
  start?: ((options: WorkerOptions) => Promise<StoreWorker>) | undefined;
}

/**
 * Opens the log in `folder` (made where there is none) for this process alone; throws `DataFolderInUse` when another
 * has it. One thread holds the only connection that writes, another one that reads; this one never waits for the disk.
 * Resolves when the first is there; the other is started by who reads first, and waited for. Where it does not start, or
 * ends, those who read just then are told, and who reads next starts another.
 */
export async function openSqliteLogStore(
  folder: string,
  { epoch, lost, start = startStoreWorker }: OpenLogOptions,
): Promise<SqliteStore> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockDataFolder(folder);
  const path = join(folder, logFile);
  const opened = await start({ path, readOnly: false, epoch }).catch((error: unknown) => {
    unlock();
    throw error;
  });
  const writer = () => opened;
  void opened.ended.then((error) => {
    if (closed === undefined) lost?.(error);
  });
  let reading: Promise<StoreWorker> | undefined;
  const reader = () => {
    if (closed) throw new Error('the log store is closed');
    reading ??= startReader();
    return reading;
  };
  function startReader(): Promise<StoreWorker> {
    const started = start({ path, readOnly: true, epoch });
    const forget = () => {
      if (reading === started) reading = undefined;
    };
    started.then(({ ended }) => ended.then(forget), forget);
    return started;
  }

  let closed: Promise<void> | undefined;
  async function closeAll(): Promise<void> {
    await reading?.then(
      (worker) => worker.close(),
      () => undefined, // it never opened, as all who read were told
    );
    await opened.close();
    unlock();
  }
  const via =
    <M extends StoreMethod>(worker: () => StoreWorker | Promise<StoreWorker>, method: M): SqliteStore[M] =>
    async (...args: unknown[]) =>
      (await worker()).call(method, args) as never; // the worker runs the method of this name with these arguments
  return {
    push: via(writer, 'push'),
    // Asked before anything else is.
    hasTenants: via(writer, 'hasTenants'),
    users: via(writer, 'users'),
    createTenant: via(writer, 'createTenant'),
    createUser: via(writer, 'createUser'),
    changeUser: via(writer, 'changeUser'),
    createInvite: via(writer, 'createInvite'),
    redeemInvite: via(writer, 'redeemInvite'),
    createSession: via(writer, 'createSession'),
    endSession: via(writer, 'endSession'),
    noteSession: via(writer, 'noteSession'),
    sweepSessions: via(writer, 'sweepSessions'),
    knows: via(reader, 'knows'),
    pull: via(reader, 'pull'),
    changesSince: via(reader, 'changesSince'),
    itemsByKeys: via(reader, 'itemsByKeys'),
    entry: via(reader, 'entry'),
    searchContacts: via(reader, 'searchContacts'),
    contact: via(reader, 'contact'),
    statistics: via(reader, 'statistics'),
    list: via(reader, 'list'),
    summary: via(reader, 'summary'),
    cold: via(reader, 'cold'),
    session: via(reader, 'session'),
    heldAbout: via(reader, 'heldAbout'),
    ownComments: via(reader, 'ownComments'),
    addJob: via(writer, 'addJob'),
    endJob: via(writer, 'endJob'),
    doStep: via(writer, 'doStep'),
    previewDeletion: via(reader, 'previewDeletion'),
    previewErasure: via(reader, 'previewErasure'),
    jobSize: via(reader, 'jobSize'),
    job: via(reader, 'job'),
    jobs: via(reader, 'jobs'),
    runningJobs: via(reader, 'runningJobs'),
    nextStep: via(reader, 'nextStep'),
    tenantsWithRetention: via(reader, 'tenantsWithRetention'),
    close() {
      closed ??= closeAll();
      return closed;
    },
  };
}
