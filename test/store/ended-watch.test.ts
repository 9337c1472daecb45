import { expect, it } from 'vitest';
import { type Command, decide } from '../../src/domain/commands/command.ts';
import { knownFrom } from '../../src/domain/known.ts';
import type { Row } from '../../src/domain/row.ts';
import { createLocalStore } from '../../src/store/create-local-store.ts';
import { createMemoryDatabase } from '../../src/store/memory/memory-database.ts';
import { anna, contact, logMail, onServer, salesperson, template } from '../support/domain-samples.ts';

const bob = contact(1);
const setup: Row[] = [template(), salesperson, bob];

it('a search through a long log ends when nobody watches it any more', async () => {
  const { store, reads } = countingStore();
  await store.takeRows([...setup, ...entries(700)], anna);
  const all = await readsOf(store, new AbortController());
  expect(all).toBeGreaterThan(3);

  const gone = new AbortController();
  reads.after = () => gone.abort();
  expect(await readsOf(store, gone)).toBe(1);
  store.close();

  /** How many reads a search for a word that is nowhere took until it was through, or given up. */
  function readsOf(of: typeof store, watching: AbortController): Promise<number> {
    reads.count = 0;
    return new Promise((resolve) => {
      of.watch(
        (reader) => reader.list({ text: 'nowhere' }, { limit: 50 }).finally(() => resolve(reads.count)),
        () => watching.abort(),
        watching.signal,
      );
    });
  }
});

/** A store whose watches count their reads; `after` is called after each. */
function countingStore() {
  const reads: { count: number; after(): void } = { count: 0, after: () => undefined };
  const database = createMemoryDatabase(undefined);
  const store = createLocalStore({
    ...database,
    watch: (read, take, signal, failed) =>
      database.watch(
        (through) =>
          read(async (run) => {
            reads.count += 1;
            const value = await through(run);
            reads.after();
            return value;
          }),
        take,
        signal,
        failed,
      ),
  });
  return { store, reads };
}

function entries(count: number): Row[] {
  return Array.from({ length: count }, (_, at): Command => logMail(0x1000 + at, [bob], [`message-id:${at}`])).flatMap(
    (command) => {
      const decision = decide(command, knownFrom(setup), onServer(anna));
      return decision.outcome === 'done' ? decision.changes : [];
    },
  );
}
