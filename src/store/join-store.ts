import type { LocalStore, StoreWriter } from './local-store.ts';
import { createStoreReader } from './store-reader.ts';
import type { Database } from './tables.ts';

/** A store of the reads of `database` and of `writer`. */
export function joinStore(database: Database, writer: StoreWriter): LocalStore {
  const reader = createStoreReader((run) => database.read(run));
  return {
    ...reader,
    ...writer,
    get durable() {
      return database.durable;
    },
    get trouble() {
      return database.trouble;
    },
    watch: (read, take, signal, failed = () => undefined) => database.watch(() => read(reader), take, signal, failed),
    close: () => database.close(),
  };
}
