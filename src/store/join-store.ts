import type { TellingDatabase } from './contact-news.ts';
import type { LocalStore, StoreWriter } from './local-store.ts';
import { createStoreReader } from './store-reader.ts';
import type { Read } from './tables.ts';

/** A store of the reads of `database` and of `writer`. */
export function joinStore(database: TellingDatabase, writer: StoreWriter): LocalStore {
  const reader = createStoreReader(database.read);
  return {
    ...reader,
    ...writer,
    get durable() {
      return database.durable;
    },
    get trouble() {
      return database.trouble;
    },
    watch: (read, take, signal, failed = () => undefined) => {
      // A long read, such as a search, ends with the watch: its next part is refused, and nobody is told.
      const until =
        (through: Read): Read =>
        (run) =>
          signal.aborted ? Promise.reject(signal.reason) : through(run);
      database.watch((through) => read(createStoreReader(until(through))), take, signal, failed);
    },
    onContacts: (take, signal) => database.onContacts(take, signal),
    close: () => database.close(),
  };
}
