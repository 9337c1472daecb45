import type { StoreName } from './records.ts';

/** The object stores of one transaction. Which were read and which were written is noted: watches go by it. */
export interface Stores {
  reading(name: StoreName): IDBObjectStore;
  writing(name: StoreName): IDBObjectStore;
}

export function createStores(
  transaction: IDBTransaction,
  note: { read(name: StoreName): void; written(name: StoreName): void },
): Stores {
  return {
    reading(name) {
      note.read(name);
      return transaction.objectStore(name);
    },
    writing(name) {
      note.written(name);
      return transaction.objectStore(name);
    },
  };
}
