import type { TenantId, UserId } from '../../domain/ids.ts';
import type { DeviceCode } from '../../domain/problem-code.ts';
import { tellContacts } from '../contact-news.ts';
import { joinStore } from '../join-store.ts';
import { createLaterWriter } from '../later-writer.ts';
import type { LocalStore } from '../local-store.ts';
import { createDexieDatabase, storageCode } from './dexie-database.ts';
import { createDexie, type DexieWithSchema, schemaVersion } from './schema.ts';

export interface OpenLocalStoreOptions {
  /** The server's address: one account of two servers has two databases. */
  server: string;
  tenantId: TenantId;
  userId: UserId;
  /** The platform's own where absent; undefined on platforms that have none. */
  indexedDB?: IDBFactory | undefined;
  IDBKeyRange?: typeof IDBKeyRange | undefined;
  /** How long opening may take (ms): a blocked or broken IndexedDB may never answer. */
  patience?: number;
  mostEntries?: number;
}

/** The name of an account's database, which a person who looks at the browser's storage can read. */
export function databaseName({
  server,
  tenantId,
  userId,
}: Pick<OpenLocalStoreOptions, 'server' | 'tenantId' | 'userId'>) {
  return `interlog ${server} ${tenantId} ${userId}`;
}

/**
 * Opens the store of an account. Where the browser gives no storage (denied, full, blocked, made by a newer version of
 * this program) it is one in memory, with `durable` false and `trouble` saying why. Never rejects for what a browser does.
 */
export async function openLocalStore(options: OpenLocalStoreOptions): Promise<LocalStore> {
  const { mostEntries = 20_000, patience = 8_000 } = options;
  const limits = { mostEntries };
  const inMemory = async (trouble: DeviceCode) =>
    (await import('../memory/memory-store.ts')).createMemoryStore({ trouble, ...limits });
  const factory = options.indexedDB ?? globalThis.indexedDB;
  const keyRange = options.IDBKeyRange ?? globalThis.IDBKeyRange;
  if (factory === undefined || keyRange === undefined) return inMemory('storage-denied');
  const opening: DexieWithSchema[] = [];
  try {
    const name = databaseName(options);
    if (await inTime(isNewer(factory, name), patience)) throw new NewerDatabase();
    for (const durability of ['strict', 'relaxed'] as const) {
      const db = createDexie(name, { indexedDB: factory, IDBKeyRange: keyRange, durability });
      opening.push(db);
      await inTime(db.open(), patience);
    }
    const [strict, relaxed] = opening;
    if (!strict || !relaxed) throw new Error('unreachable: two were opened');
    const channel = globalThis.BroadcastChannel && new BroadcastChannel(`${name} contacts`);
    const database = tellContacts(createDexieDatabase(strict, relaxed), channel);
    return joinStore(database, createLaterWriter(database, limits));
  } catch (error) {
    for (const db of opening) db.close();
    const trouble: DeviceCode =
      error instanceof NewerDatabase ? 'storage-lost' : (storageCode(error) ?? 'storage-denied');
    return inMemory(trouble);
  }
}

/** Dexie would open a database of a newer version and add to it what it misses; its rules are not ours. Versions count in tens. */
async function isNewer(factory: IDBFactory, name: string): Promise<boolean> {
  if (typeof factory.databases !== 'function') return false;
  const found = (await factory.databases()).find((one) => one.name === name);
  return found?.version !== undefined && Math.floor(found.version / 10) > schemaVersion;
}

class NewerDatabase extends Error {}

/** Rejects with what the storage would say had it given up itself. */
async function inTime<T>(opening: PromiseLike<T>, patience: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('opening took too long', 'TimeoutError')), patience);
  });
  try {
    return await Promise.race([opening, late]);
  } finally {
    clearTimeout(timer);
  }
}
