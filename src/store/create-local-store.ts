import { tellContacts } from './contact-news.ts';
import { joinStore } from './join-store.ts';
import type { LocalStore } from './local-store.ts';
import { createStoreWriter, type StoreLimits } from './store-writer.ts';
import type { Database } from './tables.ts';

/** The store's rules over a database. */
export function createLocalStore(database: Database, limits: StoreLimits = {}): LocalStore {
  const telling = tellContacts(database);
  return joinStore(telling, createStoreWriter(telling, limits));
}
