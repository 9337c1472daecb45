import type { Kysely } from 'kysely';
import type { LogReading } from '../log-reading.ts';
import { createBulkStatements } from './bulk-statements.ts';
import { listLog } from './list-log.ts';
import { readCold } from './read-cold.ts';
import { readSummary, type Together } from './read-summary.ts';
import type { Tables } from './tables.ts';
import type { TextIndex } from './text-index.ts';

/** Reads of the whole log over any database that kysely speaks to. */
export function createLogReading(db: Kysely<Tables>, text: TextIndex): LogReading {
  const bulk = createBulkStatements();
  const together: Together = (work) => db.transaction().execute((trx) => work({ db: trx, bulk, text }));
  return {
    list: (principal, filter, page) => together((reader) => listLog(reader, principal, filter, page)),
    summary: (principal, filter) => readSummary(together, principal, filter),
    cold: (principal, of) => together((reader) => readCold(reader, principal, of)),
  };
}
