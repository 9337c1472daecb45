import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A salesperson can be deleted: none was, so far. */
export const salespeopleThatGo: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`update setup_row set body = json_set(body, '$.deleted', json('false'))
      where kind = 'salesperson' and json_extract(body, '$.deleted') is null`.execute(db);
  },
};
