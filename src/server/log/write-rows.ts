import type { Kysely } from 'kysely';
import type { Contact } from '../../domain/contact.ts';
import type { FollowUp } from '../../domain/follow-up.ts';
import { isLive, type LogEntry, sortInstant } from '../../domain/log-entry.ts';
import { isOffered } from '../../domain/offered.ts';
import type { Row, RowKind, RowOf } from '../../domain/row.ts';
import type { BatchRows } from './batch-rows.ts';
import type { BulkStatements, Value } from './bulk-statements.ts';
import type { Counters } from './counters.ts';
import { parseBody } from './parse-body.ts';
import { searchWords } from './search-words.ts';
import {
  comments,
  contactDomains,
  contacts,
  contactWords,
  entries,
  followUpLists,
  followUps,
  itemKeys,
  items,
  setupRows,
  type Tables,
} from './tables.ts';

/** Writes all rows that a push changed, with what they are found by, in a few statements a table. */
export async function writeRows(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
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
    entries,
    changedEntries.map((entry): Value[] => [
      tenant,
      entry.id,
      entry.rev,
      entry.rev,
      entry.contactId,
      entry.companyId,
      entry.userId,
      sortInstant(entry),
      JSON.stringify(entry),
      standingOf(entry),
      entry.day,
      entry.templateCode,
      entry.groupCode,
      entry.campaignCode,
      Number(entry.campaignResponse),
      entry.salespersonCode,
      entry.cost,
      entry.minutes,
    ]),
  );
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
  await bulk.upsert(
    db,
    comments,
    changedComments.map((comment): Value[] => [
      tenant,
      comment.id,
      comment.rev,
      comment.entryId,
      JSON.stringify(comment),
    ]),
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

function standingOf(entry: LogEntry): Tables['entry']['standing'] {
  if (isLive(entry)) return 'live';
  return entry.canceled.length > 0 ? 'canceled' : 'postponed';
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

async function writeContacts(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  changed: readonly Contact[],
  rows: BatchRows,
): Promise<void> {
  if (changed.length === 0) return;
  await bulk.upsert(
    db,
    contacts,
    changed.map((contact): Value[] => [
      tenant,
      contact.id,
      contact.rev,
      contact.email,
      contact.companyId,
      contact.mergedInto,
      JSON.stringify(contact),
    ]),
  );

  // People are found by their company's name, so they are indexed anew with it.
  const companies = changed.filter(({ type }) => type === 'company').map(({ id }) => id);
  const people = await bulk.selectIn(
    db,
    { table: 'contact', column: 'company_id', wanted: ['body'] },
    tenant,
    companies,
  );
  const indexed = new Map<string, Contact>();
  for (const row of [...people.map(({ body }) => parseBody(body)), ...changed])
    if (row.kind === 'contact') indexed.set(row.id, row);
  const all = [...indexed.values()];

  const names = new Map<string, string>();
  const missing = all.map(({ companyId }) => companyId).filter((id) => id !== null && !rows.has(`contact:${id}`));
  const found = await bulk.selectIn(
    db,
    { table: 'contact', column: 'id', wanted: ['id', 'body'] },
    tenant,
    missing.filter((id) => id !== null),
  );
  for (const { id, body } of found) {
    const company = parseBody(body);
    if (company.kind === 'contact') names.set(id, company.name);
  }
  const companyName = ({ companyId }: Contact) =>
    companyId === null ? '' : (rows.get('contact', companyId)?.name ?? names.get(companyId) ?? '');

  for (const table of ['contact_word', 'contact_domain'] as const)
    for (let at = 0; at < all.length; at += 500)
      await db
        .deleteFrom(table)
        .where('tenant', '=', tenant)
        .where(
          'contact_id',
          'in',
          all.slice(at, at + 500).map(({ id }) => id),
        )
        .execute();
  await bulk.upsert(
    db,
    contactWords,
    all
      .filter(isOffered)
      .flatMap((contact) =>
        searchWords(contact, companyName(contact)).map((word): Value[] => [tenant, word, contact.id]),
      ),
  );
  await bulk.upsert(
    db,
    contactDomains,
    all.flatMap((contact) => [...new Set(contact.domains)].map((domain): Value[] => [tenant, domain, contact.id])),
  );
}
