import type { AcceptedCommand, OutboxTables, PendingRow } from '../tables.ts';
import { amongHeld, present, withAny } from './find.ts';
import { type OutboxGuess, wasSeen, wasWritten } from './outbox-guess.ts';
import { type CommandRecord, commandRecord, keptCommand, pendingRecord } from './records.ts';
import { answer, answers } from './requests.ts';
import type { Stores } from './stores.ts';

/** The outbox and what it does to the rows. Writes as in `rowTables`. `trusting`: what is surely empty is not looked at. */
export function outboxTables({ reading, writing }: Stores, guess: OutboxGuess, trusting: boolean): OutboxTables {
  // Nearly always nothing is kept, and rows are pending only for what is: then one answer is that of everything that a
  // transaction asks of either.
  let isEmpty: Promise<boolean> | undefined;
  // From a write on: what was pending for a command that is removed goes after it.
  const noteWritten = () => {
    isEmpty = Promise.resolve(false);
    wasWritten(guess);
  };
  const look = async () => {
    const store = reading('commands');
    if (trusting && guess.empty === 'surely') return true;
    const { writes } = guess;
    // The first there is: counting goes through all of them.
    const none = (await answer(store.getKey(IDBKeyRange.lowerBound(0)))) === undefined;
    wasSeen(guess, { isEmpty: none, writes });
    return none;
  };
  const unlessEmpty = async <T>(find: () => Promise<T[]>): Promise<T[]> => {
    const isLikely = guess.empty !== 'no';
    isEmpty ??= look();
    if (isLikely) return (await isEmpty) ? [] : find();
    const [found] = await Promise.all([find(), isEmpty]);
    return found;
  };
  const pendingRows = async (find: (store: IDBObjectStore) => Promise<PendingRow[]>): Promise<PendingRow[]> => {
    const store = reading('pending');
    return (await unlessEmpty(() => find(store))).map(pendingRow);
  };

  return {
    pending: (keys) => pendingRows((store) => present(store, keys)),
    pendingFound: (finds) =>
      pendingRows((store) => withAny<ReturnType<typeof pendingRecord>>(store, 'finds', finds, 'key')),
    async pendingAfter(kind, after, limit) {
      // A semicolon is what follows the colon.
      const range = IDBKeyRange.bound(`${kind}:${after}`, `${kind};`, true, true);
      const found: PendingRow[] = await answer(reading('pending').getAll(range, limit));
      return found.map(pendingRow);
    },
    async putPending(rows) {
      for (const row of rows) writing('pending').put(pendingRecord(row));
    },
    async removePending(keys) {
      for (const key of keys) writing('pending').delete(key);
    },

    async addCommands(list) {
      noteWritten();
      for (const command of list) writing('commands').add(commandRecord(command));
    },
    async putCommands(list) {
      noteWritten();
      for (const command of list) writing('commands').put(commandRecord(command));
    },
    async removeCommands(seqs) {
      noteWritten();
      for (const seq of seqs) writing('commands').delete(seq);
    },
    async commands() {
      const all: CommandRecord[] = await answer(reading('commands').getAll());
      return all.flatMap(keptCommand); // the primary key is the order
    },
    async commandsById(ids) {
      const index = reading('commands').index('id');
      const found = await unlessEmpty<CommandRecord[]>(async () =>
        answers((await amongHeld(index, ids)).map((id): IDBRequest<CommandRecord[]> => index.getAll(id))),
      );
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
      const { writes } = guess;
      const [all = 0, refused = 0] = await answers([store.count(), store.index('state').count('refused')]);
      wasSeen(guess, { isEmpty: all === 0, writes });
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
