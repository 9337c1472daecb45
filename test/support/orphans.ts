import { DatabaseSync } from 'node:sqlite';
import type { Row } from '../../src/domain/row.ts';

/** What in a log's database names a contact, an entry or an item that is not there; a merged-away or canceled one is. */
export function orphansIn(path: string): string[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const all = (sql: string) => database.prepare(sql).all() as Record<string, string>[]; // columns asked for are text
  const bodies = (table: string) => all(`select body from ${table}`).map(({ body }): Row => JSON.parse(body ?? ''));
  const rows = ['contact', 'entry', 'item', 'comment', 'follow_up'].flatMap(bodies);
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
      if (row.mergedInto === null && row.entries.length === 0) orphans.push(`${from} without entries`);
    }
  }
  for (const { item_id } of all('select item_id from item_key')) needs('item_key', 'item', item_id);
  for (const table of ['contact_word', 'contact_domain'])
    for (const { contact_id } of all(`select distinct contact_id from ${table}`)) needs(table, 'contact', contact_id);
  for (const { follow_up_id } of all('select distinct follow_up_id from follow_up_list'))
    needs('follow_up_list', 'follow-up', follow_up_id);
  database.close();
  return orphans;
}
