import { liveQuery } from 'dexie';
import type { DeviceCode } from '../../domain/problem-code.ts';
import { StorageFailure } from '../storage-failure.ts';
import type { Database } from '../tables.ts';
import { dexieTables } from './dexie-tables.ts';
import type { DexieWithSchema } from './schema.ts';

/**
 * A database over two open Dexie instances of one IndexedDB: durability is set per instance, so that what a person did
 * is on the disk before it is called saved, and what can be pulled again is written faster.
 */
export function createDexieDatabase(strict: DexieWithSchema, relaxed: DexieWithSchema): Database {
  const written = {
    strict: { db: strict, tables: dexieTables(strict) },
    relaxed: { db: relaxed, tables: dexieTables(relaxed) },
  };
  const failing = async <T>(run: () => PromiseLike<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      const code = storageCode(error);
      throw code === undefined ? error : new StorageFailure(code, error);
    }
  };
  return {
    durable: true,
    trouble: undefined,
    // The functions given to Dexie are `async` by name, which is how it knows that native promises come within.
    read: (run) => {
      const { db, tables } = written.strict;
      return failing(() => db.transaction('r', db.tables, async () => run(tables)));
    },
    write: (durability, run) => {
      const { db, tables } = written[durability];
      return failing(() => db.transaction('rw', db.tables, async () => run(tables)));
    },
    watch(read, take, signal, failed) {
      if (signal.aborted) return;
      // A read that fails is told as a value: after a rejection Dexie would not know what the read depends on.
      const outcome = async (): Promise<() => void> => {
        try {
          const value = await read();
          return () => take(value);
        } catch (error) {
          return () => failed(error);
        }
      };
      const subscription = liveQuery(outcome).subscribe((tell) => {
        if (!signal.aborted) tell();
      });
      signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
    },
    close() {
      strict.close();
      relaxed.close();
    },
  };
}

/** What an error of IndexedDB or Dexie means for whoever wanted to write; undefined for a fault of ours. */
export function storageCode(error: unknown): DeviceCode | undefined {
  const names = namesOf(error);
  // A full disk often comes as the reason of an aborted transaction.
  if (names.includes('QuotaExceededError')) return 'storage-full';
  if (names.some((name) => denied.has(name))) return 'storage-denied';
  return names.some((name) => lost.has(name)) ? 'storage-lost' : undefined;
}

const denied: ReadonlySet<string> = new Set(['MissingAPIError', 'SecurityError', 'NotAllowedError']);
const lost: ReadonlySet<string> = new Set([
  'AbortError',
  'DatabaseClosedError',
  'InvalidStateError',
  'NoSuchDatabaseError',
  'NotFoundError',
  'OpenFailedError',
  'TimeoutError',
  'UnknownError',
  'VersionChangeError',
  'VersionError',
]);

/** Of the error, of what caused it, and of the single failures of a bulk write. */
function namesOf(error: unknown): string[] {
  if (!(error instanceof Error || error instanceof DOMException)) return [];
  const inner = 'inner' in error ? namesOf(error.inner) : [];
  const failures = 'failures' in error && Array.isArray(error.failures) ? error.failures.flatMap(namesOf) : [];
  // Chromium's word for blocked third-party storage is an UnknownError that says so only in its message.
  const name =
    error.name === 'UnknownError' && error.message.includes('denied permission') ? 'NotAllowedError' : error.name;
  return [name, ...inner, ...failures];
}
