import { createNotice } from '../notice.ts';
import { StorageFailure } from '../storage-failure.ts';
import type { Database, Read, Tables } from '../tables.ts';
import { createOutboxGuess, wasWritten } from './outbox-guess.ts';
import { outboxTables } from './outbox-tables.ts';
import { placeTables } from './place-tables.ts';
import type { StoreName } from './records.ts';
import { rowTables } from './row-tables.ts';
import { storageCode } from './storage-code.ts';
import { createStores } from './stores.ts';

export interface IdbDatabaseOptions {
  /** Opens it anew: a browser can lose a connection that was open. Rejects where the database is not there any more. */
  open(): Promise<IDBDatabase>;
  /** Between the panes of the account; the database closes it. Absent: nobody else writes here. */
  panes?: BroadcastChannel | undefined;
}

/**
 * A database over one connection to IndexedDB. The connection is open; lost by the browser, which the next transaction
 * mends; or let go of, because a newer pane wants to upgrade, somebody deletes the database, or `close` was called:
 * then everything rejects from then on. Watches read again when the connection goes, and so tell whether there is another.
 */
export function createIdbDatabase(connection: IDBDatabase, { open, panes }: IdbDatabaseOptions): Database {
  const notice = createNotice();
  const guess = createOutboxGuess();
  let isLetGo = false;
  let db = connection;
  let names: string[];
  let reopening: Promise<void> | undefined;
  keep(connection);
  if (panes)
    panes.onmessage = ({ data }) => {
      const written = namesIn(data);
      if (written.includes('commands')) wasWritten(guess);
      notice.changed(written);
    };

  async function reopen(): Promise<void> {
    try {
      keep(await open());
    } finally {
      reopening = undefined;
    }
  }

  function keep(opened: IDBDatabase): void {
    db = opened;
    const all = [...opened.objectStoreNames];
    names = all;
    opened.onversionchange = () => {
      isLetGo = true;
      opened.close();
      notice.changed(all);
    };
    opened.onclose = () => {
      wasWritten(guess);
      notice.changed(all);
    };
    if (isLetGo) opened.close();
  }

  function begin(mode: IDBTransactionMode, options: IDBTransactionOptions): IDBTransaction {
    return db.transaction(names, mode, options);
  }

  async function beginAnyway(mode: IDBTransactionMode, options: IDBTransactionOptions): Promise<IDBTransaction> {
    try {
      return begin(mode, options);
    } catch (error) {
      if (isLetGo || !(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
      reopening ??= reopen();
      await reopening;
      return begin(mode, options);
    }
  }

  /** Runs `run` in a transaction: all of it, or nothing and the reason. */
  async function transact<T>(
    mode: IDBTransactionMode,
    options: IDBTransactionOptions,
    noteRead: (name: StoreName) => void,
    run: (tables: Tables) => Promise<T>,
    trusting = false,
  ): Promise<T> {
    const written = new Set<StoreName>();
    try {
      const transaction = await beginAnyway(mode, options);
      const stores = createStores(transaction, { read: noteRead, written: (name) => written.add(name) });
      const value = run({ ...rowTables(stores), ...outboxTables(stores, guess, trusting), ...placeTables(stores) });
      const result = await (mode === 'readonly' ? value : committed(transaction, value));
      // Whoever wrote goes on first, and shows it: watches read again after that.
      if (written.size > 0) setTimeout(tell, 0, [...written]);
      return result;
    } catch (error) {
      const code = storageCode(error);
      throw code === undefined ? error : new StorageFailure(code, error);
    }
  }

  function tell(written: readonly StoreName[]): void {
    notice.changed(written);
    if (!isLetGo) panes?.postMessage(written);
  }

  /** Of a watch, which reads again when another pane says that it wrote. */
  const watching =
    (note: (name: StoreName) => void): Read =>
    (run) =>
      transact('readonly', {}, note, run, panes !== undefined);

  return {
    durable: true,
    trouble: undefined,
    read: (run) => transact('readonly', {}, () => undefined, run),
    write: (durability, run) => transact('readwrite', { durability }, () => undefined, run),
    watch: (read, take, signal, failed) => notice.watch((note) => read(watching(note)), take, signal, failed),
    close() {
      isLetGo = true;
      db.close();
      panes?.close();
      notice.close();
    },
  };
}

/** `value` once the transaction is on the disk. Where `value` rejects, nothing of the transaction stays. */
function committed<T>(transaction: IDBTransaction, value: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let failure: unknown;
    const atEnd = (end: () => void) => {
      try {
        end();
      } catch {
        // It ended by itself, and one of its events tells how.
      }
    };
    transaction.oncomplete = () => value.then(resolve, reject);
    // What the browser says about it is nearer to the cause than what requests were told that were cut off by it.
    transaction.onabort = () => reject(transaction.error ?? failure);
    value.then(
      // Else it would wait for the answers to its last writes before it commits.
      () => atEnd(() => transaction.commit?.()),
      (error: unknown) => {
        failure = error;
        atEnd(() => transaction.abort());
      },
    );
  });
}

/** What another pane says that it wrote. */
function namesIn(data: unknown): string[] {
  return Array.isArray(data) ? data.filter((name) => typeof name === 'string') : [];
}
