import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** When a session was last used, to the day: one that nobody uses any more can be ended. */
export const sessionsInUse: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table session add column used_at text not null default ''`.execute(db);
    await sql`update session set used_at = created_at`.execute(db);
  },
};
