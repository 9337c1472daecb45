import type { Kysely } from 'kysely';
import { parseBody } from '../../src/server/log/parse-body.ts';
import type { Tables } from '../../src/server/log/tables.ts';

/** What of a tenant names a contact, an entry or an item that is not there; a merged-away or canceled one is. */
export async function orphansIn(db: Kysely<Tables>, tenant: string): Promise<string[]> {
  const bodies = async (table: 'contact' | 'entry' | 'item' | 'comment' | 'follow_up') =>
    (await db.selectFrom(table).select('body').where('tenant', '=', tenant).execute()).map(({ body }) =>
      parseBody(body),
    );
  const rows = [
    ...(await bodies('contact')),
    ...(await bodies('entry')),
    ...(await bodies('item')),
    ...(await bodies('comment')),
    ...(await bodies('follow_up')),
  ];
  const there = new Set(rows.map(({ kind, id }) => `${kind}:${id}`));
  const orphans: string[] = [];
  const needs = (from: string, kind: string, id: string | null | undefined) => {
    if (id != null && !there.has(`${kind}:${id}`)) orphans.push(`${from} → ${kind}:${id}`);
  };
  for (const row of rows) {
    const from = `${row.kind}:${row.id}`;
    if (row.kind === 'contact') for (const id of [row.companyId, row.mergedInto]) needs(from, 'contact', id);
    if (row.kind === 'entry' || row.kind === 'comment' || row.kind === 'follow-up') {
      needs(from, 'contact', row.contactId);
      needs(from, 'contact', row.companyId);
    }
    if (row.kind === 'entry') needs(from, 'item', row.itemId);
    if (row.kind === 'comment' || row.kind === 'follow-up') needs(from, 'entry', row.entryId);
    if (row.kind === 'follow-up') needs(from, 'entry', row.closed?.entryId);
    if (row.kind === 'item') {
      needs(from, 'item', row.mergedInto);
      for (const { entryId } of row.entries) needs(from, 'entry', entryId);
    }
  }
  const ids = async <T extends 'item_key' | 'contact_word' | 'contact_domain' | 'follow_up_list'>(
    table: T,
    column: string,
  ) => {
    const found = await db
      .selectFrom(table as 'item_key')
      .select(column as 'item_id')
      .distinct()
      .where('tenant', '=', tenant)
      .execute(); // each of them has the column that is named with it
    return found.map((row) => Object.values(row)[0]);
  };
  for (const id of await ids('item_key', 'item_id')) needs('item_key', 'item', id);
  for (const id of await ids('contact_word', 'contact_id')) needs('contact_word', 'contact', id);
  for (const id of await ids('contact_domain', 'contact_id')) needs('contact_domain', 'contact', id);
  for (const id of await ids('follow_up_list', 'follow_up_id')) needs('follow_up_list', 'follow-up', id);
  return orphans;
}
