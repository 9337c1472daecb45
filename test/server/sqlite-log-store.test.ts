import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { DataFolderInUse } from '../../src/server/sqlite/data-folder-lock.ts';
import { logFile, openSqliteLogStore } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { logReadingSuite } from '../conformance/log-reading.ts';
import { logStoreSuite } from '../conformance/log-store.ts';
import { lastFolder, newFolder } from '../support/log-folders.ts';
import { startTestServer } from '../support/start-server.ts';
import { startInThisThread } from '../support/store-in-this-thread.ts';

logStoreSuite('the log in SQLite', {
  open: () => openSqliteLogStore(newFolder(), { epoch: 'epoch-1', start: startInThisThread }),
  reopen: () => openSqliteLogStore(lastFolder(), { epoch: 'epoch-2', start: startInThisThread }),
});

logReadingSuite('the whole log in SQLite', () =>
  openSqliteLogStore(newFolder(), { epoch: 'epoch-1', start: startInThisThread }),
);

it('refuses a data folder that is in use, and takes it when it is free again', async () => {
  const folder = newFolder();
  const store = await openSqliteLogStore(folder, { epoch: 'e' });
  await expect(openSqliteLogStore(folder, { epoch: 'e' })).rejects.toThrow(DataFolderInUse);
  await store.close();
  await (await openSqliteLogStore(folder, { epoch: 'e' })).close();
});

describe('a log whose thread', () => {
  it('that reads can not be started is not well, and is read again as soon as it can be', async () => {
    const started = workers();
    const server = await startTestServer({ threads: true });
    const health = async () => (await server.fetch('/healthz')).status;
    const [file, aside] = [join(server.folder, logFile), join(server.folder, 'aside.sqlite')];
    expect(await health()).toBe(200);
    renameSync(file, aside);
    await started.list.at(-1)?.terminate();
    started.stop();
    expect(await health()).toBe(500);
    renameSync(aside, file);
    expect(await health()).toBe(200);
    await server.stop();
  });

  it('that reads has ended is read through another one', async () => {
    const started = workers();
    const store = await openSqliteLogStore(newFolder(), { epoch: 'e' });
    expect(await store.session('none')).toBeUndefined();
    const [, reader] = started.list;
    const asked = store.session('none').catch((error: unknown) => error);
    await reader?.terminate();
    await asked; // answered before, or told
    expect(await store.session('none')).toBeUndefined();
    started.stop();
    await store.close();
  });

  it('that writes has ended says so once, and not when it was closed', async () => {
    const started = workers();
    const lost: unknown[] = [];
    const open = () => openSqliteLogStore(newFolder(), { epoch: 'e', lost: (error) => lost.push(error) });
    await (await open()).close();
    expect(lost).toEqual([]);
    const store = await open();
    await started.list.at(-1)?.terminate();
    await expect(store.hasTenants()).rejects.toThrow('has ended');
    expect(lost).toHaveLength(1);
    started.stop();
    await store.close();
  });
});

/** The threads that this process starts from now on. */
function workers(): { list: Worker[]; stop(): void } {
  const list: Worker[] = [];
  const note = (worker: Worker) => list.push(worker);
  process.on('worker', note);
  return { list, stop: () => process.off('worker', note) };
}
