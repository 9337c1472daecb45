import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The server's runs, by which a database that was put back to an older copy is known. */
export const runs: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('run')
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('from_rev', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('run_key', ['tenant', 'seq'])
      .modifyEnd(sql`without rowid`)
      .execute();
    await db.schema.createIndex('run_id').on('run').columns(['tenant', 'id']).execute();
  },
};
