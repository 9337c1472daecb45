// An IndexedDB stands where a browser has its own.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../src/domain/commands/command.ts';
import type { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import type { Contact } from '../../src/domain/contact.ts';
import type { ContactId, GroupCode, SalespersonCode, TemplateCode } from '../../src/domain/ids.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import type { Row, RowKind } from '../../src/domain/row.ts';
import type { Account } from '../../src/protocol/account.ts';
import { createIdbDatabase } from '../../src/store/indexed-db/idb-database.ts';
import { openIdb } from '../../src/store/indexed-db/open-idb.ts';
import { databaseName, openLocalStore } from '../../src/store/indexed-db/open-local-store.ts';
import { rowStores } from '../../src/store/indexed-db/records.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { pendingFinds } from '../../src/store/pending-finds.ts';
import type { KeptCommand } from '../../src/store/tables.ts';
import { cancel, createContact } from '../support/command-samples.ts';
import { id, logMail } from '../support/domain-samples.ts';
import { entryOf } from '../support/new-command-samples.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { createTestDevice } from '../support/test-device.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const schemas = {
  1: {
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
  },
  2: {
    entries: 'id, [contactId+place], [companyId+place], place, postponedBy',
    followUps: 'id, contactId, companyId, [userId+due]',
  },
} as const;
type OldVersion = keyof typeof schemas;

it.each([1, 2] as const)('a full outbox of version %i is all there after the upgrade, and arrives', async (version) => {
  const { account, token } = await server.signIn(version === 1 ? 'anna' : 'mika');
  const request = (path: string, init: RequestInit) => server.fetch(path, init);
  const made = await openLocalStore(keyOf(account, 'https://made.example'));
  const first = createTestDevice({ account, token, request, store: made });
  first.start();
  await first.until(({ live }) => live);
  const commands = await fillOutbox(first, account, version * 0x10_000);
  const before = await shown(made);
  await first.stop();

  const key = keyOf(account, 'https://old.example');
  await asVersion(version, databaseName(keyOf(account, 'https://made.example')), databaseName(key));
  const store = await openLocalStore(key);
  expect(store.durable).toBe(true);
  expect(await store.counts()).toEqual({ waiting: commands.waiting.length, refused: 1 });
  expect((await store.outbox(1_000)).map(({ command }) => command)).toEqual(
    commands.waiting.map((command) => commandOf(version, command)),
  );
  expect((await store.refused()).map(({ command, refusal }) => [command.id, refusal?.code])).toEqual([
    [commands.refused.id, 'invalid-command'],
  ]);
  expect(await shown(store)).toEqual(before);

  const device = createTestDevice({ account, token, request, store });
  device.start();
  await device.until(({ waiting, live }) => waiting === 0 && live);
  expect(await store.counts()).toEqual({ waiting: 0, refused: 1 });
  const entries = await entriesOnServer(account);
  const logged = commands.waiting.filter((command) => command.type === 'log-interaction').map(entryOf);
  expect(logged.filter((entryId) => !entries.has(entryId))).toEqual([commands.joined]);
  expect(entries.get(commands.canceled)?.canceled).toHaveLength(1);
  expect(entries.has(commands.accepted)).toBe(true);
  // What the server took before is shown as ever, and what had joined is what it joined.
  expect((await store.entry(commands.joined))?.entry.id).toBe(commands.joinedTo);
  await device.stop();
});

/** Each server a database of its own: so one account has two of them here. */
function keyOf({ tenantId, userId }: Account, name: string) {
  return { server: name, tenantId, userId };
}

/** One of everything that an outbox can hold, and many of what it mostly holds. */
async function fillOutbox(first: ReturnType<typeof createTestDevice>, account: Account, from: number) {
  const { device, store, surroundings } = first;
  const bob = (await store.contacts()).find(({ name }) => name === 'Bob Ortiz');
  if (!bob) throw new Error('the demo has Bob');
  const log = (number: number, contact: Contact = bob, key = `message-id:${from + number}@full.example`) =>
    logMail(from + number, [contact], [key], {
      templateCode: 'EMAILIN' as TemplateCode,
      groupCode: 'SYSTEM' as GroupCode,
      salespersonCode: account.salespersonCode ?? ('AK' as SalespersonCode),
    });
  const accepted = log(1);
  await perform(accepted);
  await first.untilSent();
  surroundings.change({ online: false });

  const waiting: Command[] = [];
  const many = Array.from({ length: 150 }, (_, at) => log(0x100 + at));
  const [one, other] = many;
  if (!one || !other) throw new Error('unreachable: many were made');
  const again = log(0x300, bob, one.item?.keys[0]);
  const liisa = createContact(from + 0x301, id<ContactId>(from + 0x301), {
    email: `liisa${from}@full.example` as never,
  });
  const withLiisa = { ...log(0x302, { ...bob, id: liisa.contactId, companyId: null }), needs: [liisa.id] };
  const undone = cancel(from + 0x303, [entryOf(other)]);
  for (const command of [...many, again, liisa, withLiisa, undone]) {
    await perform(command);
    waiting.push(command);
  }
  const refused = log(0x304);
  await perform(refused);
  await store.refuseHere(refused.id, 'invalid-command', device.actor);
  return {
    ...{ waiting, refused, accepted: entryOf(accepted) },
    ...{ canceled: entryOf(other), joined: entryOf(again), joinedTo: entryOf(one) },
  };

  async function perform(command: Command): Promise<void> {
    expect(await device.perform(command)).toMatchObject({ outcome: 'saved' });
  }
}

/** What the pane shows of a store. */
async function shown(store: LocalStore) {
  const [log, contacts, setup, cursor] = await Promise.all([
    store.log({ limit: 1_000 }),
    store.contacts(),
    store.setup(),
    store.cursor('mine'),
  ]);
  return { log, contacts, setup, cursor };
}

async function entriesOnServer(account: Account): Promise<Map<string, LogEntry>> {
  const { rows } = await server.store.changesSince(account, 0, 100_000);
  return new Map((rows ?? []).flatMap((row) => (row.kind === 'entry' ? [[row.id, row] as const] : [])));
}

/** Makes the database `to` as the old version had it, of what is in `from`. */
async function asVersion(version: OldVersion, from: string, to: string): Promise<void> {
  const outbox = await outboxOf(from);
  const now = await new Dexie(from, { indexedDB, IDBKeyRange }).open();
  const old = new Dexie(to, { indexedDB, IDBKeyRange });
  old.version(1).stores(schemas[1]);
  if (version === 2) old.version(2).stores(schemas[2]);
  await old.open();
  for (const { name } of old.tables) {
    const records: { row?: Row; command?: Command }[] = outbox.get(name) ?? (await now.table(name).toArray());
    await old.table(name).bulkAdd(
      records
        .filter(({ row }) => !row || knows(version, row))
        .map(({ row, command, ...record }) => ({
          ...record,
          ...(row ? { row: rowOf(version, row) } : {}),
          ...(command ? { command: commandOf(version, command) } : {}),
        })),
    );
  }
  old.close();
  now.close();
}

/** The outbox in the records that it was kept in at first, however it is kept today. */
async function outboxOf(name: string): Promise<ReadonlyMap<string, { row?: Row; command?: Command }[]>> {
  const open = () => openIdb(name, indexedDB, new AbortController().signal);
  const database = createIdbDatabase(await open(), { open });
  const { commands, pending, accepted } = await database.read(async (tables) => ({
    commands: await tables.commands(),
    pending: (await Promise.all(kinds.map((kind) => tables.pendingAfter(kind, '')))).flat(),
    accepted: await tables.accepted(),
  }));
  database.close();
  const keysOf = ({ touches, writes }: KeptCommand) => [
    ...touches.filter((key) => !writes.includes(key)).map((key) => `r:${key}`),
    ...writes.map((key) => `w:${key}`),
  ];
  return new Map<string, { row?: Row; command?: Command }[]>([
    [
      'commands',
      commands.map(({ touches, writes, ...kept }) => ({ ...kept, keys: keysOf({ touches, writes, ...kept }) })),
    ],
    ['pending', pending.map((kept) => ({ ...kept, finds: pendingFinds(kept.row) }))],
    ['accepted', accepted],
  ]);
}

const kinds = Object.keys(rowStores) as RowKind[]; // its type's keys

/** The first version postponed nothing. */
function knows(version: OldVersion, row: Row): boolean {
  return version > 1 || row.kind !== 'entry' || !row.postponed;
}

/** A row without what the old version did not know of it. */
function rowOf(version: OldVersion, row: Row): object {
  const unknown: string[] = row.kind === 'template' ? ['retentionDays'] : [];
  if (version === 1 && row.kind === 'entry') unknown.push('corrections', 'postponed');
  if (version === 1 && ['contact', 'group', 'template'].includes(row.kind)) unknown.push('deleted');
  return Object.fromEntries(Object.entries(row).filter(([name]) => !unknown.includes(name)));
}

function commandOf(version: OldVersion, command: Command): object {
  if (version === 2 || command.type !== 'log-interaction') return command;
  const { postponed: _, ...known }: LogInteraction = command;
  return known;
}
