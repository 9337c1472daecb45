import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { DataFolderInUse } from '../../src/server/sqlite/data-folder-lock.ts';
import { openSqliteLogStore } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { logReadingSuite } from '../conformance/log-reading.ts';
import { logStoreSuite } from '../conformance/log-store.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'interlog-log-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

logStoreSuite('the log in SQLite', {
  open: () => openSqliteLogStore(newFolder(), { epoch: 'epoch-1' }),
  reopen: () => openSqliteLogStore(folders.at(-1) ?? '', { epoch: 'epoch-2' }),
});

logReadingSuite('the whole log in SQLite', () => openSqliteLogStore(newFolder(), { epoch: 'epoch-1' }));

it('refuses a data folder that is in use, and takes it when it is free again', async () => {
  const folder = newFolder();
  const store = await openSqliteLogStore(folder, { epoch: 'e' });
  await expect(openSqliteLogStore(folder, { epoch: 'e' })).rejects.toThrow(DataFolderInUse);
  await store.close();
  await (await openSqliteLogStore(folder, { epoch: 'e' })).close();
});
