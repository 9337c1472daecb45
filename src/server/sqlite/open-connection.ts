import { setImmediate } from 'node:timers/promises';
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
import type { SqliteStore, WorkerOptions } from './worker-messages.ts';

/**
 * Opens a connection that this thread owns, and waits for. One that writes brings the database to this version first.
 */
export async function openConnection({ path, readOnly, epoch }: WorkerOptions): Promise<SqliteStore> {
  const db = openSqlite(path, { readOnly });
  if (!readOnly) {
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(migrations) },
    }).migrateToLatest();
    if (error !== undefined) throw error;
    await startRun(db, epoch);
  }
  return {
    ...createLogStore(db, ftsTextIndex, () => epoch),
    ...createLogReading(db, ftsTextIndex),
    ...createHeldStore(db),
    ...createJobStore(db, ftsTextIndex, () => scrubFiles(db), setImmediate),
  };
}
