import { createLocalStore } from '../../src/store/create-local-store.ts';
import { createIdbDatabase } from '../../src/store/indexed-db/idb-database.ts';
import { openIdb } from '../../src/store/indexed-db/open-idb.ts';
import type { LocalStore } from '../../src/store/local-store.ts';

/** A store in an emulated IndexedDB whose disk can be full: then a transaction ends by itself at the first pending row, which is written after the command. */
export async function storeThatCanFill(): Promise<{ store: LocalStore; full: { now: boolean } }> {
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
