import type { Kysely } from 'kysely';
import type { LogEntry } from '../../domain/log-entry.ts';
import type { Row } from '../../domain/row.ts';
import type { BulkStatements } from './bulk-statements.ts';
import { parseBody } from './parse-body.ts';
import type { Tables } from './tables.ts';

/**
 * What is shown with entries: their items, those merged into these, the comments; where asked for, also their contacts
 * with the companies of these and what they were merged into.
 */
export async function companionsOf(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  entries: readonly LogEntry[],
  wanted: { contacts: boolean },
): Promise<Row[]> {
  const itemIds = entries.map(({ itemId }) => itemId).filter((id) => id !== null);
  const found = [
    await bulk.selectIn(db, { table: 'item', column: 'id', wanted: ['body'] }, tenant, itemIds),
    await bulk.selectIn(db, { table: 'item', column: 'merged_into', wanted: ['body'] }, tenant, itemIds),
    await bulk.selectIn(
      db,
      { table: 'comment', column: 'entry_id', wanted: ['body'] },
      tenant,
      entries.map(({ id }) => id),
    ),
  ];
  const rows = found.flat().map(({ body }) => parseBody(body));
  return wanted.contacts ? [...rows, ...(await contactsOf(db, bulk, tenant, entries))] : rows;
}

async function contactsOf(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  entries: readonly LogEntry[],
): Promise<Row[]> {
  const contacts = new Map<string, Row>();
  let next = new Set<string>(
    entries.flatMap(({ contactId, companyId }) => [contactId, companyId]).filter((id) => id !== null),
  );
  while (next.size > 0) {
    const found = await bulk.selectIn(db, { table: 'contact', column: 'id', wanted: ['body'] }, tenant, next);
    const read = found.map(({ body }) => parseBody(body)).filter((row) => row.kind === 'contact');
    for (const row of read) contacts.set(row.id, row);
    const further = read.flatMap(({ companyId, mergedInto }) => [companyId, mergedInto]);
    next = new Set(further.filter((id) => id !== null).filter((id) => !contacts.has(id)));
  }
  return [...contacts.values()];
}
