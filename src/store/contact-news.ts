import type { ContactId } from '../domain/ids.ts';
import type { ContactNews } from './local-store.ts';
import type { Database, Tables } from './tables.ts';

/** A database that tells which contacts were written. */
export interface TellingDatabase extends Database {
  onContacts(take: (news: ContactNews) => void, signal: AbortSignal): void;
}

/**
 * Tells, after each write that has succeeded, which contacts may be other than they were: whoever holds many of them
 * need not read them all again. `channel` carries it to and from the other panes over the same database.
 */
export function tellContacts(database: Database, channel?: BroadcastChannel): TellingDatabase {
  const listeners = new Set<(news: ContactNews) => void>();
  const tell = (news: ContactNews) => {
    for (const take of listeners) take(news);
  };
  // Only stores of this program know the channel's name.
  channel?.addEventListener('message', ({ data }: MessageEvent<ContactNews>) => tell(data));
  return {
    ...database,
    async write(durability, run) {
      const changed: Changed = { ids: new Set(), isAll: false };
      const value = await database.write(durability, (tables) => {
        changed.ids.clear();
        return run(noting(tables, changed));
      });
      const news = changed.isAll ? 'all' : [...changed.ids];
      if (news.length > 0) {
        tell(news);
        channel?.postMessage(news);
      }
      return value;
    },
    onContacts(take, signal) {
      if (signal.aborted) return;
      listeners.add(take);
      signal.addEventListener('abort', () => listeners.delete(take), { once: true });
    },
    close() {
      listeners.clear();
      channel?.close();
      database.close();
    },
  };
}

interface Changed {
  ids: Set<ContactId>;
  isAll: boolean;
}

function noting(tables: Tables, changed: Changed): Tables {
  const note = (id: string) => changed.ids.add(id as ContactId); // of a row of that kind
  const prefix = 'contact:';
  return {
    ...tables,
    putRows(rows) {
      for (const row of rows) if (row.kind === 'contact') note(row.id);
      return tables.putRows(rows);
    },
    removeRows(kind, ids) {
      if (kind === 'contact') for (const id of ids) note(id);
      return tables.removeRows(kind, ids);
    },
    clearRows() {
      changed.isAll = true;
      return tables.clearRows();
    },
    putPending(rows) {
      for (const { row } of rows) if (row.kind === 'contact') note(row.id);
      return tables.putPending(rows);
    },
    removePending(keys) {
      for (const key of keys) if (key.startsWith(prefix)) note(key.slice(prefix.length));
      return tables.removePending(keys);
    },
  };
}
