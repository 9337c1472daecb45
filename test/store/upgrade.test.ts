// An IndexedDB stands where a browser has its own.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { decide } from '../../src/domain/commands/command.ts';
import { knownFrom } from '../../src/domain/known.ts';
import { databaseName, openLocalStore } from '../../src/store/indexed-db/open-local-store.ts';
import { placeOf } from '../../src/store/place.ts';
import { accountKey } from '../support/account-key.ts';
import { anna, contact, logMail, onServer, salesperson, template } from '../support/domain-samples.ts';
import { entryOf, postpone } from '../support/new-command-samples.ts';

const bob = contact(1);
const log = logMail(0x20, [bob], ['message-id:one']);
const waiting = logMail(0x21, [bob], ['message-id:two']);

/** The tables as version 1 had them, with what it kept in them. */
async function versionOne(name: string): Promise<void> {
  const db = new Dexie(name, { indexedDB, IDBKeyRange });
  db.version(1).stores({
    entries: 'id, [contactId+place], [companyId+place], place',
    contacts: 'id, *addresses, *domains, mergedInto',
    items: 'id, *keys',
    comments: 'id, entryId',
    setup: 'key',
    pending: 'key, *finds',
    commands: '++seq, &id, state, *keys',
    accepted: 'id, acceptedAt',
    aliases: 'key',
    scopes: 'scope',
    meta: 'key',
  });
  const decision = decide(log, knownFrom([bob, template(), salesperson]), onServer(anna));
  const entry = decision.outcome === 'done' ? decision.changes.find((row) => row.kind === 'entry') : undefined;
  if (!entry) throw new Error('one is logged');
  const { corrections: _corrections, postponed: _postponed, ...row } = entry;
  const { deleted: _bob, ...oldBob } = bob;
  const { deleted: _template, ...oldTemplate } = template();
  const { postponed: _waiting, ...command } = waiting;
  await db.table('entries').add({ id: row.id, contactId: row.contactId, place: placeOf(entry), row });
  await db.table('contacts').add({ id: bob.id, addresses: [], domains: [], row: oldBob });
  await db.table('setup').add({ key: 'template:EMAIL', row: oldTemplate });
  await db.table('setup').add({ key: 'salesperson:AK', row: salesperson });
  const none = { touches: [], writes: [], rowKeys: [], aliases: [], keys: [] };
  await db.table('commands').add({ id: command.id, command, state: 'waiting', refusal: undefined, ...none });
  await db.table('scopes').add({ scope: 'contacts', cursor: 'e.5', older: undefined });
  db.close();
}

it('keeps the unsent commands of an older version as they are, and shows its rows with what is new', async () => {
  const key = accountKey(0x950);
  await versionOne(databaseName(key));
  const store = await openLocalStore(key);
  expect(store.durable).toBe(true);
  const { postponed: _, ...command } = waiting;
  expect((await store.outbox(10)).map((one) => one.command)).toEqual([command]);
  expect((await store.entry(entryOf(log)))?.entry).toMatchObject({ corrections: [], postponed: false });
  expect(await store.contact(bob.id)).toEqual(bob);
  expect((await store.setup()).templates).toEqual([template()]);
  expect(await store.cursor('contacts')).toBe('e.5');
  expect((await store.history(bob.id, { limit: 5 })).entries).toHaveLength(1);

  await store.perform(postpone(0x30, [bob]), anna);
  expect(await store.postponed(anna.userId)).toHaveLength(1);
  expect(await store.followUps({ userId: anna.userId })).toEqual([]);
  store.close();
});
