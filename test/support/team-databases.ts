import { createDexieDatabase } from '../../src/store/dexie/dexie-database.ts';
import { createDexie } from '../../src/store/dexie/schema.ts';
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
    const open = async (durability: 'strict' | 'relaxed') => {
      const db = createDexie(`device ${device}`, { indexedDB: factory, IDBKeyRange, durability });
      await db.open();
      return db;
    };
    return createDexieDatabase(await open('strict'), await open('relaxed'));
  };
}
