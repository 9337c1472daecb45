import { copyFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TenantId } from '../../src/domain/ids.ts';
import type { LogStore, Principal } from '../../src/server/log-store.ts';
import { openSqliteLogStore } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { anna, contact, id, logMail, noon, salesperson, template } from '../support/domain-samples.ts';

const asAnna: Principal = { ...anna, tenantId: id<TenantId>(0xf0) };
const bob = contact(1);
let folder: string;
let store: LogStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interlog-restored-'));
  store = await openSqliteLogStore(folder, { epoch: 'run-1' });
  await store.createTenant({ tenantId: asAnna.tenantId, name: 'Aurinko Oy' }, [template(), salesperson, bob]);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const log = (number: number) => store.push(asAnna, [logMail(number, [bob], [`message-id:${number}`])], noon);
const cursorNow = async () => {
  const pulled = await store.pull(asAnna, 'mine', { limit: 10 });
  return pulled.state === 'ok' ? pulled.response.cursor : '';
};
const counts = async (cursor: string) => (await store.pull(asAnna, 'mine', { cursor, limit: 10 })).state === 'ok';

/** A copy as a backup makes one, while the server runs. */
function backUp(): string {
  const copy = join(folder, 'copy.sqlite');
  const database = new DatabaseSync(join(folder, 'interlog.sqlite'), { readOnly: true });
  database.exec(`vacuum into '${copy}'`);
  database.close();
  return copy;
}

async function putBack(copy: string): Promise<void> {
  await store.close();
  for (const end of ['-wal', '-shm']) rmSync(join(folder, `interlog.sqlite${end}`), { force: true });
  copyFileSync(copy, join(folder, 'interlog.sqlite'));
  store = await openSqliteLogStore(folder, { epoch: 'run-2' });
}

it('counts a cursor of before a restart', async () => {
  await log(1);
  const cursor = await cursorNow();
  await store.close();
  store = await openSqliteLogStore(folder, { epoch: 'run-2' });
  await log(2);
  expect(await counts(cursor)).toBe(true);
});

it('knows no cursor of what was lost when an older copy was put back, however far the log has grown since', async () => {
  await log(1);
  const beforeCopy = await cursorNow();
  const copy = backUp();
  await log(2);
  const lost = await cursorNow();
  await putBack(copy);
  expect(await counts(lost)).toBe(false);
  for (const number of [3, 4, 5, 6]) await log(number);
  expect(await counts(lost)).toBe(false);
  expect(await store.knows(asAnna, lost)).toBe(false);
  expect(await counts(beforeCopy)).toBe(true);
  expect(await counts(await cursorNow())).toBe(true);
});
