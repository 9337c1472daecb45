import { joinStore } from './join-store.ts';
import type { LocalStore } from './local-store.ts';
import { createStoreWriter, type StoreLimits } from './store-writer.ts';
import type { Database } from './tables.ts';

/** The store's rules over a database. */
export function createLocalStore(database: Database, limits: StoreLimits = {}): LocalStore {
  return joinStore(database, createStoreWriter(database, limits));
}
