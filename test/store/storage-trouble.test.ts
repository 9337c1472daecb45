// An IndexedDB stands where a browser has its own.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { createLocalStore } from '../../src/store/create-local-store.ts';
import { createIdbDatabase } from '../../src/store/indexed-db/idb-database.ts';
import { openIdb } from '../../src/store/indexed-db/open-idb.ts';
import { databaseName, openLocalStore } from '../../src/store/indexed-db/open-local-store.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { accountKey } from '../support/account-key.ts';
import { anna, contact, logMail, salesperson, template } from '../support/domain-samples.ts';
import { storeThatCanFill } from '../support/store-that-can-fill.ts';

const bob = contact(1);
const command = logMail(0x20, [bob], ['message-id:one']);

describe('a device whose browser', () => {
  it('gives no IndexedDB keeps what is done in memory, and says so', async () => {
    const refuse = () => raise(new DOMException('denied', 'SecurityError'));
    const denied = { open: refuse, databases: refuse } as unknown as IDBFactory; // enough of one
    const store = await openLocalStore({ ...accountKey(0x900), indexedDB: denied });
    expect([store.durable, store.trouble]).toEqual([false, 'storage-denied']);
    await store.takeRows([template(), salesperson, bob], anna);
    expect(await store.perform(command, anna)).toMatchObject({ outcome: 'saved' });
  });

  it('never answers keeps what is done in memory after a while', async () => {
    const silent = { open: () => ({}) } as unknown as IDBFactory; // a request that nothing ever happens to
    const store = await openLocalStore({ ...accountKey(0x901), indexedDB: silent, patience: 20 });
    expect([store.durable, store.trouble]).toEqual([false, 'storage-lost']);
  });

  it('holds a database of a newer version of Interlog leaves it alone', async () => {
    const key = accountKey(0x902);
    const newer = new Dexie(databaseName(key), { indexedDB, IDBKeyRange });
    newer.version(7).stores({ commands: '++seq', other: 'id' });
    await newer.table('commands').add({ kept: 'as it is' });
    newer.close();
    const store = await openLocalStore(key);
    expect([store.durable, store.trouble]).toEqual([false, 'storage-newer']);
    const { version } = (await indexedDB.databases()).find(({ name }) => name === databaseName(key)) ?? {};
    expect(version).toBe(70);
    await newer.open();
    expect(await newer.table('commands').toArray()).toEqual([{ seq: 1, kept: 'as it is' }]);
    newer.close();
  });

  it('deletes the database underneath says that the click is not saved', async () => {
    const key = accountKey(0x903);
    const store = await openLocalStore(key);
    await store.takeRows([template(), salesperson, bob], anna);
    await Dexie.delete(databaseName(key));
    expect(await store.perform(command, anna)).toEqual({ outcome: 'failed', code: 'storage-lost' });
  });

  it('loses its connection to the database goes on over another one', async () => {
    const factory = new IDBFactory();
    const open = () => openIdb('lost', factory, new AbortController().signal);
    const connection = await open();
    const store = createLocalStore(createIdbDatabase(connection, { open }));
    await store.takeRows([template(), salesperson, bob], anna);
    connection.close();
    const [one, other] = await Promise.all([store.perform(command, anna), store.contact(bob.id)]);
    expect([one, other]).toMatchObject([{ outcome: 'saved' }, { id: bob.id }]);
    expect((await store.history(bob.id, { limit: 5 })).entries).toHaveLength(1);
  });

  it('takes the connection away tells whoever watches, who reads on when there is another', async () => {
    const factory = new IDBFactory();
    const open = () => openIdb('taken', factory, new AbortController().signal);
    const reopening = { works: false };
    const connection = await open();
    const database = createIdbDatabase(connection, {
      open: () => (reopening.works ? open() : Promise.reject(new DOMException('gone', 'UnknownError'))),
    });
    const store = createLocalStore(database);
    const told = watched(store);
    expect(await told.next()).toEqual({ waiting: 0, refused: 0 });
    connection.close();
    connection.onclose?.(new Event('close'));
    expect(await told.next()).toMatchObject({ code: 'storage-lost' });
    reopening.works = true;
    await store.takeRows([template(), salesperson, bob], anna);
    expect(await told.next()).toEqual({ waiting: 0, refused: 0 });
    store.close();
  });

  it.each([
    ['deletes the database', (name: string) => Dexie.delete(name)],
    ['lets a newer pane upgrade it', upgradeBeyond],
  ])('%s under a running pane tells whoever watches at once', async (what, act) => {
    const key = accountKey(what.length + 0x910);
    const store = await openLocalStore(key);
    await store.takeRows([template(), salesperson, bob], anna);
    await store.perform(command, anna);
    const told = watched(store);
    expect(await told.next()).toEqual({ waiting: 1, refused: 0 });
    await act(databaseName(key));
    expect(await told.next()).toMatchObject({ code: 'storage-lost' });
    expect(await store.perform(logMail(0x21, [bob], ['message-id:two']), anna)).toEqual({
      outcome: 'failed',
      code: 'storage-lost',
    });
  });

  it('lets a newer pane upgrade it has in the newer one what the older one kept', async () => {
    const key = accountKey(0x940);
    const store = await openLocalStore(key);
    await store.takeRows([template(), salesperson, bob], anna);
    await store.perform(command, anna);
    const commands = await upgradeBeyond(databaseName(key));
    expect(commands).toMatchObject([{ command }]);
  });

  it('is full says that the click is not saved, and nothing half is', async () => {
    const { store, full } = await storeThatCanFill();
    await store.takeRows([template(), salesperson, bob], anna);
    full.now = true;
    expect(await store.perform(command, anna)).toEqual({ outcome: 'failed', code: 'storage-full' });
    full.now = false;
    expect(await store.commands()).toEqual([]);
    expect((await store.history(bob.id, { limit: 5 })).entries).toEqual([]);
    expect(await store.perform(command, anna)).toMatchObject({ outcome: 'saved' });
  });
});

function raise(error: unknown): never {
  throw error;
}

/** What a newer version of Interlog has of the commands after its upgrade. */
async function upgradeBeyond(name: string): Promise<unknown[]> {
  const newer = new Dexie(name, { indexedDB, IDBKeyRange });
  newer.version(9).stores({ commands: '++seq, &id, state, *keys', other: 'id' });
  const commands = await newer.table('commands').toArray();
  newer.close();
  return commands;
}

/** What a watch of the outbox's counts is told, each once: the counts, or why they can't be read. */
function watched(store: LocalStore): { next(): Promise<unknown> } {
  const told: unknown[] = [];
  let wake = Promise.withResolvers<void>();
  let last = '';
  const tell = (what: unknown) => {
    if (JSON.stringify(what) === last) return;
    last = JSON.stringify(what);
    told.push(what);
    wake.resolve();
  };
  store.watch((reader) => reader.counts(), tell, new AbortController().signal, tell);
  return {
    async next() {
      while (told.length === 0) {
        await wake.promise;
        wake = Promise.withResolvers();
      }
      return told.shift();
    },
  };
}
