import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Jobs, and the keys of rows that are gone for good. A follow-up also stands on the lists of the entries that it is
 * about, and what points to a row can be found from there: so that nothing is left that points to a row which went.
 */
export const jobsAndPurges: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table job (
      tenant text not null, id text not null, kind text not null, state text not null, request text not null,
      progress text, by_user text, done integer not null, total integer not null, started_at text not null,
      ended_at text, primary key (tenant, id))`.execute(db);
    await sql`create index job_started on job (tenant, started_at)`.execute(db);
    await sql`create table purged (
      tenant text not null, key text not null, why text not null, primary key (tenant, key)) without rowid`.execute(db);

    await sql`create index alias_to on alias (tenant, to_id)`.execute(db);
    await sql`create index follow_up_list_of on follow_up_list (tenant, follow_up_id)`.execute(db);
    for (const path of ['$.entryId', '$.closed.entryId'])
      await sql`insert or ignore into follow_up_list (tenant, list, follow_up_id)
        select tenant, 'entry:' || json_extract(body, ${path}), id from follow_up
        where json_extract(body, ${path}) is not null`.execute(db);

    await sql`update setup_row set body = json_set(body, '$.retentionDays', null) where kind = 'template'`.execute(db);
  },
};
