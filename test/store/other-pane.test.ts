// An IndexedDB stands where a browser has its own; panes tell one another through Node's own channel.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CommandId } from '../../src/domain/ids.ts';
import { openLocalStore } from '../../src/store/indexed-db/open-local-store.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { accountKey } from '../support/account-key.ts';
import { anna, contact, id, logMail, noon, salesperson, template } from '../support/domain-samples.ts';

const bob = contact(1);
let opened = 0;
let ours: LocalStore;
let theirs: LocalStore;
let stop: AbortController;

beforeEach(async () => {
  opened += 1;
  stop = new AbortController();
  [ours, theirs] = await Promise.all([openLocalStore(accountKey(opened)), openLocalStore(accountKey(opened))]);
  await theirs.takeRows([template(), salesperson, bob], anna);
});
afterEach(() => {
  stop.abort();
  ours.close();
  theirs.close();
});

/** The commands that wait with the entries of a history, from each time that it was read. */
function watchHistory() {
  const seen: CommandId[][] = [];
  let look: () => void = () => undefined;
  ours.watch(
    (reader) => reader.history(bob.id, { limit: 10 }),
    ({ entries }) => {
      seen.push(entries.flatMap(({ pending }) => pending));
      look();
    },
    stop.signal,
  );
  return (wanted: readonly CommandId[]) =>
    new Promise<void>((resolve) => {
      look = () => {
        if (JSON.stringify(seen.at(-1)) === JSON.stringify(wanted)) resolve();
      };
      look();
    });
}

it('a watch shows what another pane keeps, each time that the outbox was empty before', async () => {
  const shows = watchHistory();
  await shows([]);
  for (const number of [20, 21]) {
    const command = logMail(number, [bob], [`message-id:${number}@example.com`]);
    expect(await theirs.perform(command, anna)).toMatchObject({ outcome: 'saved' });
    await shows([id<CommandId>(number)]);
    const answers = [{ commandId: command.id, outcome: 'done' as const, aliases: [] }];
    await theirs.takeAnswers({ epoch: 'e', rev: number, answers, rows: [] }, noon, anna);
    await shows([]);
  }
});

it('what another pane has kept just now is decided by, before this pane has heard of it', async () => {
  await watchHistory()([]);
  const [theirMail, ourMail] = [20, 21].map((number) => logMail(number, [bob], ['message-id:one@example.com']));
  if (!theirMail || !ourMail) throw new Error('unreachable: two were made');
  const [, joined] = await Promise.all([theirs.perform(theirMail, anna), ours.perform(ourMail, anna)]);
  expect(joined).toEqual({ outcome: 'saved', decided: true, joined: [theirMail.with[0]?.entryId] });
});
