/** The version of `dexie-schema.ts`, which counts a ten for each. */
const schemaVersion = 30;

/**
 * A connection to the database `name`, in the version of this program. Dexie makes the database and upgrades it, and is
 * loaded for that alone: nearly every start finds everything as it should be. Rejects with `NewerDatabase` where a newer
 * program made it, and with what IndexedDB says. What is opened after `signal` is closed at once.
 */
export async function openIdb(name: string, indexedDB: IDBFactory, signal: AbortSignal): Promise<IDBDatabase> {
  const found = await openAsItIs(name, indexedDB, signal);
  if (found) return found;
  const { bringUpToDate } = await import('./dexie-schema.ts');
  signal.throwIfAborted();
  await bringUpToDate(name, indexedDB, signal);
  const made = await openAsItIs(name, indexedDB, signal);
  if (!made) throw new DOMException('it was deleted while it was opened', 'NotFoundError');
  return made;
}

/** Undefined where there is none, or one of an older version. */
export function openAsItIs(name: string, indexedDB: IDBFactory, signal: AbortSignal): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    let isMissing = false;
    opening.onupgradeneeded = () => {
      isMissing = true;
      opening.transaction?.abort(); // else an empty one would stay
    };
    opening.onsuccess = () => {
      const db = opening.result;
      const isOurs = db.version === schemaVersion;
      if (!isOurs || signal.aborted) db.close();
      if (db.version > schemaVersion) reject(new NewerDatabase());
      else resolve(isOurs ? db : undefined);
    };
    opening.onerror = (event) => {
      event.preventDefault(); // Firefox reports it as an error of the page otherwise
      if (isMissing) resolve(undefined);
      else reject(opening.error);
    };
  });
}

/** A newer program made the database, whose rules are not ours. */
export class NewerDatabase extends Error {}
