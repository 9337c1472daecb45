import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { foldedWords } from '../../../domain/sought-words.ts';
import { createBulkStatements } from '../../log/bulk-statements.ts';
import { placeOf } from '../../log/entry-place.ts';
import { cutWord, entryWords } from '../../log/entry-words.ts';
import { findLastReached } from '../../log/last-reached.ts';
import { parseBody } from '../../log/parse-body.ts';
import { contactNames, type Tables } from '../../log/tables.ts';
import { ftsTextIndex } from '../fts-text-index.ts';

/**
 * Lists of the whole log. Entries are kept in the order of time, by their place, which ends each of their indexes; what
 * lists are narrowed by stands beside the body, which comes last so that it is read only where it is wanted. Their words
 * are in a full-text index, names of contacts by themselves, and contacts have the day on which they were last reached.
 *
 * What is filled in here is derived from the bodies, by the same functions that keep it up later.
 */
export const listsAndSearch: Migration = {
  async up(untyped: Kysely<unknown>) {
    const db = untyped as Kysely<Tables>; // has these tables from here on
    await sql`alter table tenant add column no integer not null default 0`.execute(db);
    await sql`update tenant set no = (select count(*) from tenant t where t.id <= tenant.id)`.execute(db);
    await sql`create unique index tenant_no on tenant (no)`.execute(db);
    // Few rows are merged into another, and what was merged into a row is asked for with every page.
    for (const table of ['contact', 'item']) {
      await sql`drop index ${sql.ref(`${table}_merged`)}`.execute(db);
      await sql`create index ${sql.ref(`${table}_merged`)} on ${sql.ref(table)} (tenant, merged_into)
        where merged_into is not null`.execute(db);
    }
    await makeEntries(db);
    await makeContacts(db);
    await sql`create virtual table entry_text using fts5(
      words, content = '', contentless_delete = 1, detail = column, tokenize = 'ascii', prefix = '6 7 8')`.execute(db);
    await sql`create trigger entry_text_gone after delete on entry begin
      delete from entry_text where rowid = old.place; end`.execute(db);

    for (const { id, no } of await db.selectFrom('tenant').select(['id', 'no']).execute()) {
      await fillWords(db, id, no);
      await fillContacts(db, id);
    }
  },
};

async function makeEntries(db: Kysely<Tables>): Promise<void> {
  await sql`alter table entry rename to entry_before`.execute(db);
  await sql`create table entry (
    place integer primary key, tenant text not null, id text not null, rev integer not null, touched integer not null,
    contact_id text not null, company_id text, user_id text not null, sort_at text not null, entry_no integer not null,
    flow text not null, evaluation text not null, attempt_failed integer not null, origin text not null,
    standing text not null, day text not null, template_code text not null, group_code text not null,
    campaign_code text, campaign_response integer not null, salesperson_code text not null,
    cost real not null, minutes integer not null, body text not null)`.execute(db);
  const { rows } = await sql<{ at: number; sort_at: string }>`
    select rowid as at, sort_at from entry_before order by sort_at, id`.execute(db);
  let place = Number.MIN_SAFE_INTEGER;
  for (const { at, sort_at } of rows) {
    place = Math.max(place + 1, placeOf(sort_at));
    await db.executeQuery(CompiledQuery.raw(moveEntry, [place, at]));
  }
  await sql`drop table entry_before`.execute(db);

  await sql`create unique index entry_id on entry (tenant, id)`.execute(db);
  await sql`create index entry_rev on entry (tenant, rev)`.execute(db);
  for (const column of ['contact_id', 'company_id', 'user_id', 'standing', 'template_code', 'group_code'])
    await sql`create index ${sql.ref(`entry_${column}`)} on entry (tenant, ${sql.ref(column)})`.execute(db);
  await sql`create index entry_salesperson_code on entry (tenant, salesperson_code)`.execute(db);
  for (const column of ['contact', 'company', 'user'])
    await sql`create index ${sql.ref(`entry_${column}_touched`)}
      on entry (tenant, ${sql.ref(`${column}_id`)}, touched)`.execute(db);
  await sql`create index entry_sums on entry (tenant, standing, day, contact_id, template_code, group_code,
    campaign_code, campaign_response, salesperson_code, cost, minutes)`.execute(db);

  // Most entries have the usual value in these columns: only the others are worth finding by an index.
  await sql`create index entry_campaign_code on entry (tenant, campaign_code)
    where campaign_code is not null`.execute(db);
  await sql`create index entry_evaluation on entry (tenant, evaluation) where evaluation <> ''`.execute(db);
  await sql`create index entry_attempt_failed on entry (tenant, attempt_failed) where attempt_failed = 1`.execute(db);
  await sql`create index entry_origin on entry (tenant, origin) where origin <> 'mail'`.execute(db);
  await sql`create index entry_no_flow on entry (tenant, flow) where flow = ''`.execute(db);
}

const moveEntry = `insert into entry select ?, tenant, id, rev, touched, contact_id, company_id, user_id, sort_at,
  coalesce(json_extract(body, '$.entryNo'), 0), json_extract(body, '$.flow'), json_extract(body, '$.evaluation'),
  json_extract(body, '$.attemptFailed'), json_extract(body, '$.origin'), standing, day, template_code, group_code,
  campaign_code, campaign_response, salesperson_code, cost, minutes, body from entry_before where rowid = ?`;

async function makeContacts(db: Kysely<Tables>): Promise<void> {
  await sql`alter table contact add column salesperson_code text`.execute(db);
  await sql`alter table contact add column deleted integer not null default 0`.execute(db);
  await sql`alter table contact add column last_reached text`.execute(db);
  await sql`update contact set salesperson_code = json_extract(body, '$.salespersonCode'),
    deleted = json_extract(body, '$.deleted')`.execute(db);
  await sql`create index contact_cold on contact (tenant, last_reached, id)
    where merged_into is null and deleted = 0`.execute(db);
  await sql`create table contact_name (
    tenant text not null, word text not null, contact_id text not null,
    primary key (tenant, word, contact_id)) without rowid`.execute(db);
  await sql`create index contact_name_contact on contact_name (tenant, contact_id)`.execute(db);
}

const atOnce = 500;

async function fillWords(db: Kysely<Tables>, tenant: string, tenantNo: number): Promise<void> {
  const bulk = createBulkStatements();
  for (let last = Number.MIN_SAFE_INTEGER; ; ) {
    const found = await db
      .selectFrom('entry')
      .select(['place', 'id', 'body'])
      .where('tenant', '=', tenant)
      .where('place', '>', last)
      .where('standing', '<>', 'postponed')
      .orderBy('place')
      .limit(atOnce)
      .execute();
    const comments = await bulk.selectIn(
      db,
      { table: 'comment', column: 'entry_id', wanted: ['body'] },
      tenant,
      found.map(({ id }) => id),
    );
    const rows = comments.map(({ body }) => parseBody(body)).filter((row) => row.kind === 'comment');
    const theirs = Map.groupBy(rows, ({ entryId }): string => entryId);
    await ftsTextIndex.write(
      db,
      found.flatMap(({ place, id, body }) => {
        const entry = parseBody(body);
        return entry.kind === 'entry' ? [{ place, words: entryWords(tenantNo, entry, theirs.get(id) ?? []) }] : [];
      }),
    );
    const end = found.at(-1);
    if (!end || found.length < atOnce) return;
    last = end.place;
  }
}

async function fillContacts(db: Kysely<Tables>, tenant: string): Promise<void> {
  const bulk = createBulkStatements();
  const found = await db.selectFrom('contact').select(['id', 'body']).where('tenant', '=', tenant).execute();
  for (const { id, body } of found) {
    const contact = parseBody(body);
    const words = contact.kind === 'contact' ? foldedWords(contact.name).map(cutWord) : [];
    await bulk.upsert(
      db,
      contactNames,
      [...new Set(words)].map((word) => [tenant, word, id]),
    );
  }
  await findLastReached(
    db,
    tenant,
    found.map(({ id }) => id),
  );
}
