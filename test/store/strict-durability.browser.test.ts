import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CommandId } from '../../src/domain/ids.ts';
import type { Answer } from '../../src/protocol/push.ts';
import { openLocalStore } from '../../src/store/indexed-db/open-local-store.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { accountKey } from '../support/account-key.ts';
import { createContact } from '../support/command-samples.ts';
import { anna, id, noon } from '../support/domain-samples.ts';

/**
 * A browser may lose what it was not asked to put on the disk at once when the machine loses its power. No test can cut
 * it, so this looks at what the browser is asked for.
 */
let store: LocalStore;
let asked: (string | undefined)[];
let opened = 0;

beforeEach(async () => {
  opened += 1;
  store = await openLocalStore(accountKey(0xd00 + opened));
  asked = [];
  const transaction = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, names, mode, options) {
    if (mode === 'readwrite') asked.push(options?.durability);
    return transaction.call(this, names, mode, options);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  store.close();
});

const command = createContact(1, id(0x101));
const again = { ...command, id: id<CommandId>(2) };
const refusal: Answer = { commandId: command.id, outcome: 'refused', aliases: [], code: 'contact-blocked' };

it('has what a click keeps on the disk before it says so', async () => {
  expect(await store.perform(command, anna)).toMatchObject({ outcome: 'saved' });
  expect(asked).toEqual(['strict']);
});

it('has many commands on the disk before it says that they are kept', async () => {
  await store.performAll([command, again], anna);
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked)).toEqual(new Set(['strict']));
});

it('has an answer on the disk before its command is sent no more', async () => {
  await store.perform(command, anna);
  asked = [];
  await store.takeAnswers({ epoch: 'e', rev: 1, answers: [refusal], rows: [] }, noon, anna);
  expect(asked).toEqual(['strict']);
});

it('has what takes the place of a refused command on the disk as that goes', async () => {
  await store.perform(command, anna);
  await store.takeAnswers({ epoch: 'e', rev: 1, answers: [refusal], rows: [] }, noon, anna);
  asked = [];
  expect(await store.retry(command.id, again, anna)).toMatchObject({ outcome: 'saved' });
  expect(asked).toEqual(['strict']);
});

it('has commands that were read back from a file on the disk before it counts them', async () => {
  expect(await store.takeUnsent([command], anna)).toBe(1);
  expect(asked).toEqual(['strict']);
});
