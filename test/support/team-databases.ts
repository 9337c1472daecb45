import { createIdbDatabase } from '../../src/store/indexed-db/idb-database.ts';
import { openIdb } from '../../src/store/indexed-db/open-idb.ts';
import { createMemoryDatabase } from '../../src/store/memory/memory-database.ts';
import type { Database } from '../../src/store/tables.ts';
import type { OpenDatabase } from './simulated-team.ts';

/** Databases in memory that outlive a crash of their device. */
export function inMemory(): OpenDatabase {
  const databases = new Map<number, Database>();
  return async (device) => {
    const database = databases.get(device) ?? createMemoryDatabase(undefined);
    databases.set(device, database);
    return { ...database, close: () => undefined };
  };
}

/** Databases in an IndexedDB of their own; a crash closes them, and they are opened again. */
export function inIndexedDb(): OpenDatabase {
  const factory = new IDBFactory();
  return async (device) => {
    const open = () => openIdb(`device ${device}`, factory, new AbortController().signal);
    return createIdbDatabase(await open(), { open });
  };
}
