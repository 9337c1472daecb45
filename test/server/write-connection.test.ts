import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '../../src/server/sqlite/node-sqlite.ts';

let folder: string;
let db: ReturnType<typeof openSqlite>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interlog-connection-'));
  db = openSqlite(join(folder, 'log.sqlite'), { readOnly: false });
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

const run = async (text: string) => (await db.executeQuery(CompiledQuery.raw(text))).rows;

it('waits at each commit until it is on the disk', async () => {
  // In this journal mode only `full` (2) or more waits at every commit; anything less waits now and then.
  expect(await run('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  expect(await run('pragma synchronous')).toEqual([{ synchronous: 2 }]);
});

it('says that there is no room, and goes on when there is', async () => {
  await run('create table some (text)');
  await run('pragma max_page_count = 10');
  const write = (bytes: number) =>
    db
      .transaction()
      .execute((trx) => trx.executeQuery(CompiledQuery.raw(`insert into some values (zeroblob(${bytes}))`)));
  // SQLite has taken the transaction back by then.
  await expect(write(100_000)).rejects.toThrow('database or disk is full');
  await write(100);
  expect(await run('select count(*) as rows from some')).toEqual([{ rows: 1 }]);
});
