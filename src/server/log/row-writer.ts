import type { Kysely } from 'kysely';
import type { BulkStatements } from './bulk-statements.ts';
import type { Tables } from './tables.ts';
import type { TextIndex } from './text-index.ts';

/** What rows of a tenant are written with, inside a transaction. */
export interface RowWriter {
  db: Kysely<Tables>;
  bulk: BulkStatements;
  text: TextIndex;
  tenant: string;
}
