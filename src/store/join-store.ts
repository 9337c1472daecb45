import type { TellingDatabase } from './contact-news.ts';
import type { LocalStore, StoreWriter } from './local-store.ts';
import { createStoreReader } from './store-reader.ts';

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
    watch: (read, take, signal, failed = () => undefined) =>
      database.watch((through) => read(createStoreReader(through)), take, signal, failed),
    onContacts: (take, signal) => database.onContacts(take, signal),
    close: () => database.close(),
  };
}
