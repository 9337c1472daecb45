import type { AcceptedCommand, OutboxTables, PendingRow } from '../tables.ts';
import { amongHeld, present, withAny } from './find.ts';
import { type CommandRecord, commandRecord, keptCommand, pendingRecord } from './records.ts';
import { answer, answers } from './requests.ts';
import type { Stores } from './stores.ts';

/** What the last transaction saw of the outbox: a guess at what the next one will, which only decides what is asked first. */
export interface OutboxGuess {
  isPending: boolean;
}

/** The outbox and what it does to the rows. Writes as in `rowTables`. */
export function outboxTables({ reading, writing }: Stores, guess: OutboxGuess): OutboxTables {
  // Nearly always nothing waits: then one answer is that of everything a transaction asks of pending rows.
  let anyPending: Promise<boolean> | undefined;
  const look = async (store: IDBObjectStore) => {
    // The first there is: counting goes through all of them.
    guess.isPending = (await answer(store.getKey(IDBKeyRange.lowerBound('')))) !== undefined;
    return guess.isPending;
  };
  const unlessNone = async (find: (store: IDBObjectStore) => Promise<PendingRow[]>): Promise<PendingRow[]> => {
    const store = reading('pending');
    anyPending ??= look(store);
    if (!guess.isPending) return (await anyPending) ? (await find(store)).map(pendingRow) : [];
    const [found] = await Promise.all([find(store), anyPending]);
    return found.map(pendingRow);
  };

  return {
    pending: (keys) => unlessNone((store) => present(store, keys)),
    pendingFound: (finds) =>
      unlessNone((store) => withAny<ReturnType<typeof pendingRecord>>(store, 'finds', finds, 'key')),
    async pendingAfter(kind, after, limit) {
      // A semicolon is what follows the colon.
      const range = IDBKeyRange.bound(`${kind}:${after}`, `${kind};`, true, true);
      const found: PendingRow[] = await answer(reading('pending').getAll(range, limit));
      return found.map(pendingRow);
    },
    async putPending(rows) {
      anyPending = undefined;
      for (const row of rows) writing('pending').put(pendingRecord(row));
    },
    async removePending(keys) {
      anyPending = undefined;
      for (const key of keys) writing('pending').delete(key);
    },

    async addCommands(list) {
      for (const command of list) writing('commands').add(commandRecord(command));
    },
    async putCommands(list) {
      for (const command of list) writing('commands').put(commandRecord(command));
    },
    async removeCommands(seqs) {
      for (const seq of seqs) writing('commands').delete(seq);
    },
    async commands() {
      const all: CommandRecord[] = await answer(reading('commands').getAll());
      return all.flatMap(keptCommand); // the primary key is the order
    },
    async commandsById(ids) {
      const index = reading('commands').index('id');
      const wanted = await amongHeld(index, ids);
      const found: CommandRecord[][] = await answers(wanted.map((id) => index.getAll(id)));
      return found
        .flat()
        .flatMap(keptCommand)
        .sort((a, b) => a.seq - b.seq);
    },
    async refusedCommands() {
      const found: CommandRecord[] = await answer(reading('commands').index('state').getAll('refused'));
      return found.flatMap(keptCommand); // those of one state are in the order of their primary keys
    },
    async waitingCommands(limit) {
      const store = reading('commands');
      const [usual, refused]: [CommandRecord[], number] = await Promise.all([
        answer(store.getAll(null, limit)),
        answer(store.index('state').count('refused')),
      ]);
      const read: CommandRecord[] = refused === 0 ? usual : await answer(store.getAll(null, limit + refused));
      return read
        .flatMap(keptCommand)
        .filter(({ state }) => state !== 'refused')
        .slice(0, limit);
    },
    async waitingCommandsWith({ touching, writing: written }) {
      const read = new Set(touching);
      const keys = [...read].map((key) => `r:${key}`);
      for (const key of new Set([...read, ...written])) keys.push(`w:${key}`);
      return (await withAny<CommandRecord>(reading('commands'), 'keys', keys, 'id')).flatMap(keptCommand);
    },
    async commandCounts() {
      const store = reading('commands');
      const [all = 0, refused = 0] = await answers([store.count(), store.index('state').count('refused')]);
      return { waiting: all - refused, refused };
    },
    async putAccepted(list) {
      for (const command of list) writing('accepted').put(command);
    },
    async accepted() {
      const all: AcceptedCommand[] = await answer(reading('accepted').getAll());
      return all.sort((a, b) => a.seq - b.seq);
    },
    async acceptedAmong(ids) {
      const store = reading('accepted');
      const wanted = await amongHeld(store, ids);
      const found = await answers(wanted.map((id) => store.count(id)));
      return wanted.filter((_, at) => found[at] === 1);
    },
    async removeAccepted(before) {
      if (before === undefined) {
        writing('accepted').clear();
        return;
      }
      const range = IDBKeyRange.upperBound(before, true);
      const gone = await answer(reading('accepted').index('acceptedAt').getAllKeys(range));
      for (const id of gone) writing('accepted').delete(id);
    },
  };
}

function pendingRow({ key, row, by }: PendingRow): PendingRow {
  return { key, row, by };
}
