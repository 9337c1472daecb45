import type { TenantId, UserId } from '../../domain/ids.ts';
import type { DeviceCode } from '../../domain/problem-code.ts';
import { tellContacts } from '../contact-news.ts';
import { joinStore } from '../join-store.ts';
import { createLaterWriter } from '../later-writer.ts';
import type { LocalStore } from '../local-store.ts';
import { createIdbDatabase } from './idb-database.ts';
import { NewerDatabase, openAsItIs, openIdb } from './open-idb.ts';
import { storageCode } from './storage-code.ts';

export interface OpenLocalStoreOptions {
  /** The server's address: one account of two servers has two databases. */
  server: string;
  tenantId: TenantId;
  userId: UserId;
  /** The platform's own where absent; undefined on platforms that have none. */
  indexedDB?: IDBFactory | undefined;
  /** How long opening may take (ms): a blocked or broken IndexedDB may never answer. */
  patience?: number;
  mostEntries?: number;
  /** When there is time to load what only writes need; at once where absent. */
  later?: Promise<void> | undefined;
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
  if (factory === undefined) return inMemory('storage-denied');
  const name = databaseName(options);
  try {
    const connection = await inTime((signal) => openIdb(name, factory, signal), patience);
    const opened = createIdbDatabase(connection, {
      open: () => inTime((signal) => reopen(name, factory, signal), patience),
      panes: channel(name),
    });
    const database = tellContacts(opened, channel(`${name} contacts`));
    // The list of the log is there, too, when the network is not; else it is loaded when it is asked for.
    options.later?.then(() => import('../list-log.ts')).catch(() => undefined);
    return joinStore(database, createLaterWriter(database, limits, options.later));
  } catch (error) {
    return inMemory(error instanceof NewerDatabase ? 'storage-newer' : (storageCode(error) ?? 'storage-denied'));
  }
}

/** Undefined where the browser gives none: then panes do not see at once what others of them wrote. */
function channel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined; // it is missing, or forbidden in this frame; the storage may well be there
  }
}

async function reopen(name: string, factory: IDBFactory, signal: AbortSignal): Promise<IDBDatabase> {
  const db = await openAsItIs(name, factory, signal);
  if (!db) throw new DOMException('the database was deleted', 'NotFoundError');
  return db;
}

/** Rejects with what the storage would say had it given up itself, and tells `open` so. */
async function inTime<T>(open: (signal: AbortSignal) => Promise<T>, patience: number): Promise<T> {
  const late = new AbortController();
  const tooLate = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new DOMException('opening took too long', 'TimeoutError');
    late.abort(error);
    tooLate.reject(error);
  }, patience);
  try {
    return await Promise.race([open(late.signal), tooLate.promise]);
  } finally {
    clearTimeout(timer);
  }
}
