import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import * as v from 'valibot';
import { afterAll, expect, it } from 'vitest';
import type { EntryId, TenantId } from '../../src/domain/ids.ts';
import { Row } from '../../src/domain/row.ts';
import type { Day } from '../../src/domain/time.ts';
import type { Principal } from '../../src/server/log-store.ts';
import { migrations } from '../../src/server/sqlite/migrations.ts';
import { openSqlite } from '../../src/server/sqlite/node-sqlite.ts';
import { logFile, openSqliteLogStore } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { cancel } from '../support/command-samples.ts';
import { anna, contact, id, logMail, noon, salesperson, template } from '../support/domain-samples.ts';
import { entryOf, postpone } from '../support/new-command-samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'interlog-migrations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tenantId = id<TenantId>(0x71);
const asAnna: Principal = { ...anna, tenantId };
const bob = contact(1);
const log = logMail(1, [bob], ['message-id:a'], { campaignResponse: true });

/** A body as it was before anything could be corrected, postponed or deleted. */
function before(row: object): string {
  const known = ['corrections', 'postponed', 'deleted'];
  return JSON.stringify(row, (name, value) => (known.includes(name) ? undefined : value));
}

async function firstVersion(): Promise<void> {
  const db = openSqlite(join(folder, logFile), { readOnly: false });
  const first = { '0001-start': migrations['0001-start'] ?? failed() };
  await new Migrator({ db, provider: { getMigrations: async () => first } }).migrateToLatest();
  const insert = (table: string, values: Record<string, string | number | null>) =>
    sql`insert into ${sql.table(table)} (${sql.join(Object.keys(values).map((one) => sql.ref(one)))})
      values (${sql.join(Object.values(values))})`.execute(db);
  const tenant = tenantId;
  await insert('tenant', { id: tenant, name: 'Aurinko Oy', epoch: 'e', rev: 9, entry_no: 2, contact_no: 1 });
  await insert('contact', { tenant, id: bob.id, email: '', body: before(bob), rev: 3 });
  for (const row of [template(), salesperson])
    await insert('setup_row', { tenant, kind: row.kind, id: row.id, body: before(row), rev: row.rev });
  const reason = { commandId: log.id, via: 'entry', by: anna.userId, at: noon, why: '' };
  for (const [at, canceled] of [[], [reason]].entries()) {
    const entryId = at === 0 ? entryOf(log) : id<EntryId>(0x99);
    const entry = {
      ...{ kind: 'entry', id: entryId, rev: 5 + at, entryNo: 1 + at, ...log.interaction, itemId: null, canceled },
      ...{ contactId: bob.id, companyId: null, correspondenceType: 'email', contactVia: '', cost: 8, minutes: 1 },
      ...{ commandId: log.id, userId: anna.userId, madeAt: noon, receivedAt: noon, withheld: false },
    };
    const [rev, touched] = [5 + at, 5 + at];
    const columns = { contact_id: bob.id, user_id: anna.userId, sort_at: noon, company_id: null };
    await insert('entry', { tenant, id: entryId, rev, touched, ...columns, body: before(entry) });
  }
  await db.destroy();
}

it('takes a log of the first version over: its rows can be read and summed', async () => {
  await firstVersion();
  const store = await openSqliteLogStore(folder, { epoch: 'other' });
  const { rows } = await store.changesSince(asAnna, 0, 100);
  expect(rows).toHaveLength(5);
  for (const row of rows ?? []) expect(v.parse(Row, row)).toEqual(row);
  expect(await store.statistics(asAnna, { by: 'template' })).toMatchObject({
    sums: [{ code: 'EMAIL', count: 1, cost: 8, minutes: 1, responses: 1 }],
  });
  // Both entries are of one instant; the second is canceled.
  const listed = await store.list(asAnna, {}, { limit: 5 });
  expect(listed).toMatchObject({ entryIds: [entryOf(log), id(0x99)], older: null });
  expect(await store.list(asAnna, { text: 'quote pers' }, { limit: 5 })).toEqual(listed);
  expect(await store.list(asAnna, { status: 'canceled', template: template().id }, { limit: 5 })).toMatchObject({
    entryIds: [id(0x99)],
  });
  const { contacts } = await store.cold(asAnna, { day: '2026-12-01' as Day, limit: 5 });
  expect(contacts).toEqual([{ contactId: bob.id, lastReached: '2026-11-23' }]);
  await store.push(asAnna, [logMail(7, [bob], ['message-id:b'], { at: noon, description: 'A later one' })], noon);
  expect(await store.list(asAnna, { text: 'later' }, { limit: 5 })).toMatchObject({
    entryIds: [entryOf(logMail(7, [bob], []))],
  });
  await store.close();
});

it('takes drafts that were discarded out of the lists of what is canceled', async () => {
  const place = mkdtempSync(join(tmpdir(), 'interlog-migrations-'));
  const store = await openSqliteLogStore(place, { epoch: 'e' });
  const start = [template(), salesperson, { ...bob, no: null }].map((row) => ({ ...row, rev: 0 }));
  await store.createTenant({ tenantId, name: 'Aurinko Oy' }, start);
  const draft = postpone(2, [bob]);
  await store.push(asAnna, [log, draft, cancel(3, [entryOf(log), entryOf(draft)])], noon);
  await store.close();
  const db = openSqlite(join(place, logFile), { readOnly: false });
  await sql`update entry set standing = 'canceled'`.execute(db);
  await sql`delete from kysely_migration where name >= '0007'`.execute(db);
  await db.destroy();

  const again = await openSqliteLogStore(place, { epoch: 'e' });
  for (const filter of [{}, { status: 'canceled' as const }, { text: 'quote' }])
    expect(await again.list(asAnna, filter, { limit: 5 })).toMatchObject({ entryIds: [entryOf(log)] });
  await again.close();
  rmSync(place, { recursive: true, force: true });
});

function failed(): never {
  throw new Error('the first migration is there');
}
