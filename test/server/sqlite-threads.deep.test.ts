import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
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

logStoreSuite('the log in SQLite, a thread for each connection', {
  open: () => openSqliteLogStore(newFolder(), { epoch: 'epoch-1' }),
  reopen: () => openSqliteLogStore(folders.at(-1) ?? '', { epoch: 'epoch-2' }),
});

logReadingSuite('the whole log in SQLite, a thread for each connection', () =>
  openSqliteLogStore(newFolder(), { epoch: 'epoch-1' }),
);
