import type { Kysely } from 'kysely';
import type { FollowUp } from '../../domain/follow-up.ts';
import type { Row, RowKind, RowOf } from '../../domain/row.ts';
import type { BatchRows } from './batch-rows.ts';
import type { BulkStatements, Value } from './bulk-statements.ts';
import type { Counters } from './counters.ts';
import type { RowWriter } from './row-writer.ts';
import { followUpLists, followUps, itemKeys, items, setupRows, type Tables } from './tables.ts';
import { writeContacts } from './write-contacts.ts';
import { writeEntries } from './write-entries.ts';

/** Writes all rows that a push changed, with what they are found by, in a few statements a table. */
export async function writeRows(
  { db, bulk, text, tenant }: RowWriter,
  rows: BatchRows,
  counters: Counters,
): Promise<void> {
  const changed = rows.changed();
  if (changed.length === 0) return;
  const changedEntries = of(changed, 'entry');
  const changedItems = of(changed, 'item');
  const changedComments = of(changed, 'comment');
  const changedContacts = of(changed, 'contact');

  await bulk.upsert(
    db,
    items,
    changedItems.map((item): Value[] => [tenant, item.id, item.rev, item.mergedInto, JSON.stringify(item)]),
  );
  await bulk.upsert(
    db,
    itemKeys,
    changedItems.flatMap((item) => [...new Set(item.keys)].map((key): Value[] => [tenant, key, item.id])),
  );
  await writeFollowUps(db, bulk, tenant, of(changed, 'follow-up'));
  await bulk.upsert(
    db,
    setupRows,
    changed
      .filter(({ kind }) => !ownTable.has(kind))
      .map((row): Value[] => [tenant, row.kind, row.id, row.rev, JSON.stringify(row)]),
  );
  await writeContacts(db, bulk, tenant, changedContacts, rows);
  await writeEntries(
    { db, bulk, text, tenant, tenantNo: counters.tenantNo },
    { entries: changedEntries, comments: changedComments },
  );

  const written = new Set<string>(changedEntries.map(({ id }) => id));
  const beside = [
    ...changedItems.flatMap((item) => item.entries.map(({ entryId }) => entryId)),
    ...changedComments.map(({ entryId }) => entryId),
  ];
  for (const id of new Set(beside))
    if (!written.has(id))
      await db
        .updateTable('entry')
        .set({ touched: counters.nextRev() })
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .execute();
}

const ownTable: ReadonlySet<RowKind> = new Set(['entry', 'item', 'comment', 'contact', 'follow-up']);

function of<K extends RowKind>(rows: readonly Row[], kind: K): RowOf<K>[] {
  return rows.filter((row): row is RowOf<K> => row.kind === kind);
}

async function writeFollowUps(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  changed: readonly FollowUp[],
): Promise<void> {
  await bulk.upsert(
    db,
    followUps,
    changed.map((one): Value[] => [
      tenant,
      one.id,
      one.rev,
      one.contactId,
      Number(one.closed === null),
      JSON.stringify(one),
    ]),
  );
  const listsOf = ({ userId, contactId, companyId, entryId, closed }: FollowUp) => [
    `user:${userId}`,
    `contact:${contactId}`,
    ...(companyId === null ? [] : [`company:${companyId}`]),
    ...[entryId, closed?.entryId].filter((id) => id != null).map((id) => `entry:${id}`),
  ];
  await bulk.upsert(
    db,
    followUpLists,
    changed.flatMap((one) => listsOf(one).map((list): Value[] => [tenant, list, one.id])),
  );
}
