import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Follow-ups; and beside an entry's body what statistics sum, in one index that they can read alone. Rows of before get
 * the fields that they did not know: nothing was corrected, postponed or deleted then.
 */
export const followUpsAndSums: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table follow_up (
      tenant text not null, id text not null, rev integer not null, contact_id text not null,
      is_open integer not null, body text not null, primary key (tenant, id))`.execute(db);
    await sql`create index follow_up_rev on follow_up (tenant, rev)`.execute(db);
    await sql`create index follow_up_contact on follow_up (tenant, contact_id)`.execute(db);
    await sql`create table follow_up_list (
      tenant text not null, list text not null, follow_up_id text not null,
      primary key (tenant, list, follow_up_id)) without rowid`.execute(db);

    await sql`update entry set body = json_set(body, '$.corrections', json('[]'), '$.postponed', json('false'))`.execute(
      db,
    );
    for (const table of ['contact', 'setup_row'])
      await sql`update ${sql.table(table)} set body = json_set(body, '$.deleted', json('false'))
        where json_extract(body, '$.kind') in ('contact', 'group', 'template')`.execute(db);

    for (const [column, type] of summed)
      await sql`alter table entry add column ${sql.ref(column)} ${sql.raw(type)}`.execute(db);
    await sql`update entry set
      standing = iif(json_array_length(body, '$.canceled') = 0, 'live', 'canceled'), day = json_extract(body, '$.day'),
      template_code = json_extract(body, '$.templateCode'), group_code = json_extract(body, '$.groupCode'),
      campaign_code = json_extract(body, '$.campaignCode'),
      campaign_response = json_extract(body, '$.campaignResponse'),
      salesperson_code = json_extract(body, '$.salespersonCode'),
      cost = json_extract(body, '$.cost'), minutes = json_extract(body, '$.minutes')`.execute(db);
    await sql`create index entry_sums on entry (tenant, standing, day, contact_id, template_code, group_code,
      campaign_code, campaign_response, salesperson_code, cost, minutes)`.execute(db);
  },
};

const summed: readonly (readonly [column: string, type: string])[] = [
  ['standing', "text not null default 'live'"],
  ['day', "text not null default ''"],
  ['template_code', "text not null default ''"],
  ['group_code', "text not null default ''"],
  ['campaign_code', 'text'],
  ['campaign_response', 'integer not null default 0'],
  ['salesperson_code', "text not null default ''"],
  ['cost', 'real not null default 0'],
  ['minutes', 'integer not null default 0'],
];
