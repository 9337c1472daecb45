import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { Migrator } from 'kysely/migration';
import { createHeldStore } from '../log/create-held-store.ts';
import { createLogReading } from '../log/create-log-reading.ts';
import { createLogStore } from '../log/create-log-store.ts';
import { createJobStore } from '../log/jobs/create-job-store.ts';
import { startRun } from '../log/runs.ts';
import { ftsTextIndex } from './fts-text-index.ts';
import { migrations } from './migrations.ts';
import { openSqlite } from './node-sqlite.ts';
import { scrubFiles } from './scrub-files.ts';
import type { FromWorker, SqliteStore, StoreMethod, ToWorker, WorkerOptions } from './worker-messages.ts';

/**
 * The thread that owns one connection: SQLite's calls block their thread until the disk has answered, and no request may
 * wait for another's. It says `ready` once the database is of this version, then answers calls.
 */
if (!parentPort) throw new Error('runs as a worker only');
const port = parentPort;
const options: WorkerOptions = workerData;

const db = openSqlite(options.path, { readOnly: options.readOnly });
if (!options.readOnly) {
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  }).migrateToLatest();
  if (error !== undefined) throw error;
  await startRun(db, options.epoch);
}
const store: SqliteStore = {
  ...createLogStore(db, ftsTextIndex, () => options.epoch),
  ...createLogReading(db, ftsTextIndex),
  ...createHeldStore(db),
  ...createJobStore(db, ftsTextIndex, () => scrubFiles(db), setImmediate),
};
const methods = store as unknown as Record<StoreMethod, (...args: unknown[]) => Promise<unknown>>; // args come typed from the other side

port.on('message', async ({ call, method, args }: ToWorker) => {
  const answer = (given: FromWorker) => port.postMessage(given);
  try {
    answer({ call, value: await methods[method](...args) });
  } catch (error) {
    answer({ call, error, isFull: isFull(error) });
  }
  if (method === 'close') port.close();
});
port.postMessage('ready');

/** SQLITE_FULL, which `node:sqlite` gives with its errors. */
function isFull(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 13;
}
