import type { Kysely } from 'kysely';
import type { LogEntry } from '../../domain/log-entry.ts';
import type { Row } from '../../domain/row.ts';
import type { BulkStatements } from './bulk-statements.ts';
import { openFollowUpsOf } from './follow-up-pages.ts';
import { parseBody } from './parse-body.ts';
import type { Tables } from './tables.ts';

/** What goes wherever entries go: their items, those merged into these, and the comments. */
export async function companionsOf(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  entries: readonly LogEntry[],
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
  return found.flat().map(({ body }) => parseBody(body));
}

/**
 * All that a line of the list shows besides its entry: also its contact with the companies of this and what they were
 * merged into, and what is still to be done about it, on whosever list that is.
 */
export async function shownInLines(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  entries: readonly LogEntry[],
): Promise<Row[]> {
  return [
    ...(await companionsOf(db, bulk, tenant, entries)),
    ...(await contactsOf(db, bulk, tenant, entries)),
    ...(await openFollowUpsOf(
      db,
      bulk,
      tenant,
      entries.map(({ id }) => id),
    )),
  ];
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
