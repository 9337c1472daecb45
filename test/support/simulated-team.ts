import { expect } from 'vitest';
import type { Command } from '../../src/domain/commands/command.ts';
import type { Actor } from '../../src/domain/decision.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { CommandId, ContactId } from '../../src/domain/ids.ts';
import { isOffered } from '../../src/domain/offered.ts';
import type { RowKind } from '../../src/domain/row.ts';
import type { Account } from '../../src/protocol/account.ts';
import { historyScope, type Scope } from '../../src/protocol/scope.ts';
import { createLocalStore } from '../../src/store/create-local-store.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import type { Database } from '../../src/store/tables.ts';
import { createAskServer } from '../../src/sync/ask-server.ts';
import type { Send } from '../../src/sync/device-options.ts';
import { createPull } from '../../src/sync/pull.ts';
import { createPush } from '../../src/sync/push.ts';
import { cancel, createContact, reinstate } from './command-samples.ts';
import { anna, contact, id, logMail, mika } from './domain-samples.ts';
import { createLossyNetwork } from './lossy-network.ts';
import { createMemoryLogStore } from './memory-log-store.ts';
import { deletionOf, erasureOf } from './model-purges.ts';
import { createModelServer } from './model-server.ts';
import { whatIsWrong } from './promises-held.ts';
import { type Act, commandOf, madeBy } from './team-acts.ts';
import { allKeys, company, mails, start, tenantId } from './team-start.ts';
import { createTestClock } from './test-clock.ts';
import { pendingAndRebuilt } from './whole-store.ts';

/** One thing that happens to the team. Numbers pick among what there is at that moment. */
export type Step =
  | { do: 'log'; device: number; contacts: number[]; keys: number; note: boolean }
  | { do: 'cancel' | 'reinstate'; device: number; pick: number }
  | { do: 'act'; act: Act; device: number; pick: number }
  /** `catch-up`: all that a device with a good network does at once. */
  | { do: 'undo' | 'push' | 'live' | 'crash' | 'catch-up'; device: number }
  | { do: 'create-contact'; device: number; address: number; thenLog: boolean }
  | { do: 'pull'; device: number; scope: number }
  | { do: 'arrive' | 'answer' | 'lose'; at: number }
  | { do: 'erase'; pick: number }
  | { do: 'restart' | 'back-up' | 'restore' | 'delete-canceled' };

/** How a device gets its database; `open` gives the same one again after a crash. */
export type OpenDatabase = (device: number) => Promise<Database>;

const userIds = [anna.userId, mika.userId];

interface SimulatedDevice {
  actor: Actor;
  account: Account;
  database: Database;
  store: LocalStore;
  /** Requests that were started and have not ended. */
  active: number;
  liveFrom: number;
  lastLog: Command | undefined;
  kept: Command[];
}

/**
 * Three devices of two users (two are Anna's), a server and a bad network, driven step by step with the real store,
 * push and pull. After each step every device's pending rows are held to the plain definition of them.
 */
export async function simulateTeam(steps: readonly Step[], openDatabase: OpenDatabase): Promise<void> {
  const clock = createTestClock();
  const log = createMemoryLogStore();
  await log.createTenant({ tenantId, name: 'Aurinko Oy' }, start);
  const actors = [anna, anna, mika];
  const principals = new Map(actors.map((actor) => [actor.userId as string, { ...actor, tenantId }]));
  const server = createModelServer(log, principals, clock.now);
  const network = createLossyNetwork(server);
  let backup: unknown;
  let broke: unknown;
  let epochs = 1;
  const erased = new Set<string>();
  const given = new Map<string, Command>();
  let last = 0x100;
  const next = () => {
    last += 1;
    return last;
  };
  const ids: { kind: 'entry' | 'contact' | 'item'; id: string }[] = [];
  const made: { kind: RowKind; id: string }[] = [];

  const devices: SimulatedDevice[] = [];
  for (const [at, actor] of actors.entries()) {
    const database = await openDatabase(at);
    const { userId, role, salespersonCode } = actor;
    const account: Account = { tenantId, tenantName: '', userId, name: '', email: '', role, salespersonCode };
    const store = createLocalStore(database);
    devices.push({ actor, account, database, store, active: 0, liveFrom: 0, lastLog: undefined, kept: [] });
    await upToDate(at);
  }

  for (const step of steps) {
    await take(step);
    await settle();
    if ('device' in step || step.do === 'answer') await holdPendingRows();
  }
  await heal();
  await hold();
  for (const { store } of devices) store.close();

  function deviceAt(at: number): SimulatedDevice {
    const device = devices[at % devices.length];
    if (!device) throw new Error('there are three');
    return device;
  }

  function engine(at: number, send: Send) {
    const { account, actor, store } = deviceAt(at);
    const ask = createAskServer({ request: send, token: account.userId, clock });
    return { push: createPush({ account, actor, store, ask, clock }), pull: createPull({ store, ask, actor }) };
  }

  async function perform(at: number, command: Command): Promise<void> {
    const device = deviceAt(at);
    given.set(command.id, command);
    const result = await device.store.perform(command, device.actor);
    if (result.outcome === 'saved') device.kept.push(command);
  }

  async function take(step: Step): Promise<void> {
    switch (step.do) {
      case 'log': {
        const { store } = deviceAt(step.device);
        const known = (await store.contacts()).filter((one) => one.type === 'person' && isOffered(one));
        const chosen = known.filter((_, at) => step.contacts.includes(at));
        if (chosen.length > 0)
          await logWith(
            step.device,
            chosen.map((one) => one.id),
            step.keys,
            step.note,
          );
        return;
      }
      case 'cancel':
      case 'reinstate': {
        const { entries } = await deviceAt(step.device).store.log({ limit: 100 });
        const { entry } = entries[step.pick % Math.max(1, entries.length)] ?? {};
        if (!entry) return;
        const number = next();
        const removes = entry.canceled.map(({ commandId }) => commandId);
        if (step.do === 'cancel') return perform(step.device, cancel(number, [entry.id]));
        return perform(step.device, reinstate(number, entry.id, entry.itemId, removes));
      }
      case 'act': {
        const { store, actor } = deviceAt(step.device);
        const command = await commandOf(step.act, { number: next(), pick: step.pick, store, actor });
        if (!command) return;
        made.push(...madeBy(command));
        return perform(step.device, command);
      }
      case 'undo': {
        const command = deviceAt(step.device).lastLog;
        if (command?.type !== 'log-interaction') return;
        const entryIds = command.with.map(({ entryId }) => entryId);
        return perform(step.device, cancel(next(), entryIds, { undoes: command.id, needs: [command.id] }));
      }
      case 'create-contact': {
        const number = next();
        const contactId = id<ContactId>(0x5000 + number);
        ids.push({ kind: 'contact', id: contactId });
        const email = `new${step.address}@harbourpine.example` as EmailAddress; // of that form
        await perform(step.device, createContact(number, contactId, { email, companyId: company.id }));
        if (step.thenLog)
          await logWith(step.device, [contactId], number % mails.length, false, [id<CommandId>(number)]);
        return;
      }
      case 'push':
        if (network.sizeOf(step.device) < 4)
          begin(step.device, engine(step.device, network.sendAs(step.device)).push(new AbortController().signal));
        return;
      case 'pull': {
        if (network.sizeOf(step.device) >= 4) return;
        const scopes = await scopesOf(step.device);
        const scope = scopes[step.scope % scopes.length] ?? 'setup';
        const { pull } = engine(step.device, network.sendAs(step.device));
        begin(step.device, pull.scope(scope, new AbortController().signal));
        return;
      }
      case 'catch-up':
        return upToDate(step.device);
      case 'live': {
        const device = deviceAt(step.device);
        const { epoch, to, rows } = await log.changesSince({ ...device.actor, tenantId }, device.liveFrom, 1000);
        await device.store.takeLive({ epoch, from: Math.min(device.liveFrom, to), to, rows }, device.actor);
        device.liveFrom = to;
        return;
      }
      case 'crash': {
        const device = deviceAt(step.device);
        network.loseAllOf(step.device % devices.length);
        await settle();
        device.store.close();
        device.database = await openDatabase(step.device % devices.length);
        device.store = createLocalStore(device.database);
        return;
      }
      case 'arrive':
        return network.arrive(step.at);
      case 'answer':
        return network.answer(step.at);
      case 'lose':
        return network.lose(step.at);
      case 'restart':
        for (const at of devices.keys()) network.loseAllOf(at);
        return;
      case 'back-up':
        backup = log.backUp();
        return;
      case 'delete-canceled':
        log.purge(tenantId, 'deleted', deletionOf);
        return;
      case 'erase': {
        const persons = log.rows(tenantId).filter((row) => row.kind === 'contact' && row.type === 'person');
        const person = persons[step.pick % Math.max(1, persons.length)];
        if (person?.kind !== 'contact') return;
        log.purge(tenantId, 'erased', (rows, aliases) => {
          const plan = erasureOf(rows, aliases, person.id);
          for (const key of plan.gone) erased.add(key);
          return plan;
        });
        return;
      }
      case 'restore':
        if (backup === undefined) return;
        epochs += 1;
        log.restore(backup, `epoch-${epochs}`);
        return;
    }
  }

  async function logWith(at: number, contactIds: ContactId[], mail: number, note: boolean, needs: CommandId[] = []) {
    const number = next();
    const keys = mails[mail % mails.length] ?? [];
    const contacts = contactIds.map((contactId, place) => ({ ...contact(place), id: contactId }));
    const command = { ...logMail(number, contacts, keys, { note: note ? `note ${number}` : '' }), needs };
    for (const { entryId } of command.with) ids.push({ kind: 'entry', id: entryId });
    ids.push({ kind: 'item', id: id(number + 0x1000) });
    deviceAt(at).lastLog = command;
    await perform(at, command);
  }

  /** Lets something go on in the background; it ends by itself or with its request. */
  function begin(at: number, run: Promise<unknown>): void {
    const device = deviceAt(at);
    device.active += 1;
    run.then(
      () => {
        device.active -= 1;
      },
      (error: unknown) => {
        broke ??= error;
        device.active -= 1;
      },
    );
  }

  /** Until everything that was begun has ended or waits for the network. */
  async function settle(): Promise<void> {
    const busy = () => devices.some(({ active }, at) => active > network.sizeOf(at));
    do await new Promise((resolve) => setImmediate(resolve));
    while (busy());
    if (broke !== undefined) throw broke;
  }

  async function scopesOf(at: number): Promise<Scope[]> {
    const contacts = await deviceAt(at).store.contacts();
    return ['setup', 'contacts', 'mine', ...contacts.map((one) => historyScope(one.id))];
  }

  async function upToDate(at: number): Promise<void> {
    const { push, pull } = engine(at, server);
    const { signal } = new AbortController();
    for (let pushed = await push(signal); pushed.ok && pushed.left; ) pushed = await push(signal);
    for (const scope of ['setup', 'contacts'] as const) await pull.scope(scope, signal);
    for (const scope of await scopesOf(at)) await pull.scope(scope, signal);
  }

  /** The network is well again and nobody does anything: a few rounds, as each device's cursor and outbox demand. */
  async function heal(): Promise<void> {
    for (const at of devices.keys()) network.loseAllOf(at);
    await settle();
    for (let round = 0; round < 4; round += 1) for (const at of devices.keys()) await upToDate(at);
  }

  async function holdPendingRows(): Promise<void> {
    for (const { database, actor } of devices) {
      const { kept, rebuilt } = await pendingAndRebuilt(database, { keys: allKeys, ids, made, userIds }, actor);
      expect(kept).toEqual(rebuilt);
    }
  }

  async function hold(): Promise<void> {
    const wrong = await whatIsWrong({
      rows: log.rows(tenantId),
      answer: (commandId) => log.answer(tenantId, commandId),
      ...{ given, erased, keys: allKeys },
      devices: devices.map(({ actor, store, database, kept }) => ({ actor, store, database, saved: kept })),
    });
    expect(wrong).toBeUndefined();
  }
}
