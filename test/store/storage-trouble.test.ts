// An IndexedDB stands where a browser has its own.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { createLocalStore } from '../../src/store/create-local-store.ts';
import { createIdbDatabase } from '../../src/store/indexed-db/idb-database.ts';
import { openIdb } from '../../src/store/indexed-db/open-idb.ts';
import { databaseName, openLocalStore } from '../../src/store/indexed-db/open-local-store.ts';
import { accountKey } from '../support/account-key.ts';
import { anna, contact, logMail, salesperson, template } from '../support/domain-samples.ts';

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
    expect([store.durable, store.trouble]).toEqual([false, 'storage-lost']);
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

/** A store whose disk can be full: then a transaction ends by itself at the first pending row, which is written after the command. */
async function storeThatCanFill() {
  const full = { now: false };
  const open = () => openIdb('full', new IDBFactory(), new AbortController().signal);
  const connection = await open();
  const begin = connection.transaction.bind(connection);
  connection.transaction = (...of) => {
    const transaction = begin(...of);
    const objectStore = transaction.objectStore.bind(transaction);
    transaction.objectStore = (name) => {
      if (full.now && name === 'pending' && transaction.mode === 'readwrite') abortAsFull(transaction);
      return objectStore(name);
    };
    return transaction;
  };
  return { store: createLocalStore(createIdbDatabase(connection, { open })), full };
}

/** As browsers do by themselves; the emulation has it as a method of its own. */
function abortAsFull(transaction: IDBTransaction): void {
  const emulated = transaction as unknown as { _abort(name: string): void };
  queueMicrotask(() => emulated._abort('QuotaExceededError'));
}

function raise(error: unknown): never {
  throw error;
}
