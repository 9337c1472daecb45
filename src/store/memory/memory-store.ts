import type { DeviceCode } from '../../domain/problem-code.ts';
import { createLocalStore } from '../create-local-store.ts';
import type { LocalStore } from '../local-store.ts';
import { createMemoryDatabase } from './memory-database.ts';

export interface MemoryStoreOptions {
  /** Why nothing durable could be had, where that is the reason for this store. */
  trouble?: DeviceCode | undefined;
  mostEntries?: number;
}

/** A store that nothing outlives the pane of. */
export function createMemoryStore({ trouble, ...limits }: MemoryStoreOptions = {}): LocalStore {
  return createLocalStore(createMemoryDatabase(trouble), limits);
}
