import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A postponed entry that was canceled is a draft that was discarded: no list shows it among what is canceled. */
export const discardedDrafts: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`update entry set standing = 'discarded'
      where tenant in (select id from tenant) and standing = 'canceled' and json_extract(body, '$.postponed') = 1`.execute(
      db,
    );
  },
};
