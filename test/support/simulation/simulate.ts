import { createHash } from 'node:crypto';
import type { Command } from '../../../src/domain/commands/command.ts';
import type { EmailAddress } from '../../../src/domain/email-address.ts';
import type { CommandId, ContactId, TenantId } from '../../../src/domain/ids.ts';
import { instantOf } from '../../../src/domain/time.ts';
import { secretHash } from '../../../src/server/secret-hash.ts';
import { createMemoryDatabase } from '../../../src/store/memory/memory-database.ts';
import { cancel, createContact, reinstate } from '../command-samples.ts';
import { anna, contact, id, logMail, mika, noon, salesperson, template } from '../domain-samples.ts';
import { createTestLocks } from '../test-locks.ts';
import { createChance } from './chance.ts';
import { whatIsWrong } from './promises-held.ts';
import { deviceCount, type Event, makeScript } from './script.ts';
import { createSimulatedNetwork } from './simulated-network.ts';
import { type Machine, startSimulatedPane } from './simulated-pane.ts';
import { createSimulatedServer } from './simulated-server.ts';
import { createVirtualTime } from './virtual-time.ts';

export interface Outcome {
  seed: number;
  script: Event[];
  /** What broke a promise; undefined when all were held. */
  failure: string | undefined;
  /** What happened, a line each: the same for the same seed and script. */
  trace: string[];
  /** What the server holds at the end, as a hash. */
  rows: string;
}

const tenantId = id<TenantId>(0xf0);
const company = contact(9, { type: 'company', domains: ['harbourpine.example'] });
const people = [contact(1, { companyId: company.id }), contact(2), contact(3)];
const mails = [
  ['draft:a'],
  ['message-id:a'],
  ['draft:a', 'message-id:a'],
  ['message-id:b'],
  ['draft:c', 'message-id:b'],
  ['draft:c'],
];
const twoDays = 2 * 86_400_000;
/** Longer than any wait of the engine. */
const healing = 30 * 60_000;

/**
 * One run: three machines of two users and a server, all real, over simulated time, network, storage and crashes, as
 * `script` says (by default what the seed makes up). Then everything is well again and the promises are checked.
 */
export async function simulate(seed: number, given?: Event[]): Promise<Outcome> {
  const chance = createChance(seed);
  const script = given ?? makeScript(createChance(seed ^ 0x5eed));
  const trace: string[] = [];
  let failure: string | undefined;
  const broke = (error: unknown) => {
    failure ??= error instanceof Error ? (error.stack ?? error.message) : String(error);
  };

  const time = createVirtualTime(Date.parse(noon));
  const server = await createSimulatedServer(time);
  const network = createSimulatedNetwork({
    ...{ time, chance: chance.fork(), badness: chance.next(), broke },
    told: (what) => trace.push(`  ${((time.now() - Date.parse(noon)) / 1_000).toFixed(3)} s  ${what}`),
    server: () => server.handler(),
  });
  await server.start();
  await server.store().createTenant({ tenantId, name: 'Aurinko Oy' }, [template(), salesperson, company, ...people]);
  for (const [at, actor] of [anna, mika].entries()) {
    const { userId, role, salespersonCode } = actor;
    await server.store().createUser(tenantId, { userId, role, salespersonCode, name: `User ${at}`, email: '' });
    const tokenHash = secretHash(userId);
    await server.store().createSession({ tokenHash, tenantId, userId, createdAt: noon });
  }
  // A copy that the server can be put back to is there from the start.
  server.backUp();

  let last = 0x100;
  const number = () => {
    last += 1;
    return last;
  };
  /** Commands that a pane said were saved, by machine. */
  const saved: Map<string, Command>[] = [];
  const machines = Array.from({ length: deviceCount }, (_, at): Machine => {
    const actor = at === 2 ? mika : anna;
    const { userId, role, salespersonCode } = actor;
    const account = { tenantId, tenantName: '', userId, name: '', email: '' as const, role, salespersonCode };
    const ahead = chance.happens(0.15) ? chance.pick([twoDays, -twoDays]) : 0;
    saved.push(new Map());
    return {
      ...{ disk: createMemoryDatabase(undefined), locks: createTestLocks(), account, actor, token: userId },
      ...{ faults: { full: false }, online: true, ahead, panes: [] },
    };
  });
  const paneChance = chance.fork();
  const open = (machine: Machine) =>
    startSimulatedPane(machine, {
      ...{ time, chance: paneChance, network, broke },
      newUuid: () => id(number() + 0x900000),
    });
  for (const machine of machines) open(machine);

  for (const event of script) {
    await time.runTo(Date.parse(noon) + event.at);
    if (failure !== undefined) break;
    trace.push(describe(event));
    await happen(event).catch(broke);
  }
  await heal();
  const wrong = failure ?? (await whatIsWrong({ server, machines, saved }));
  const rows = createHash('sha256').update(JSON.stringify(server.rows())).digest('hex');
  return { seed, script, failure: wrong, trace, rows };

  function startServer(): void {
    if (!server.handler()) server.start().catch(broke);
  }

  function at<T>(list: readonly T[], place: number): T {
    const found = list[place % list.length];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  /** Lets a person do it in the first pane of the machine; that it is saved is noted when the pane says so. */
  function perform(device: number, command: Command): void {
    const pane = at(machines, device).panes[0];
    if (!pane) return;
    pane.device.perform(command).then((result) => {
      const outcome = result.outcome === 'saved' ? 'saved' : `${result.outcome} (${result.code})`;
      trace.push(`  machine ${device}: ${command.type} ${command.id.slice(-5)} is ${outcome}`);
      if (result.outcome === 'saved') saved[device]?.set(command.id, command);
    }, broke);
  }

  async function happen(event: Event): Promise<void> {
    switch (event.do) {
      case 'server-crash':
        server.stop();
        network.breakAll();
        time.in(5_000 + paneChance.below(60_000), startServer);
        return;
      case 'back-up':
        return server.backUp();
      case 'restore':
        server.stop();
        network.breakAll();
        server.restore();
        time.in(5_000, startServer);
        return;
    }
    const machine = at(machines, event.device);
    const [pane] = machine.panes;
    if (!pane) return;
    switch (event.do) {
      case 'log': {
        const known = (await machine.disk.read((tables) => tables.contacts())).filter(
          ({ type, mergedInto }) => type === 'person' && mergedInto === null,
        );
        const ids = [...new Set(event.contacts.map((one) => known[one % Math.max(1, known.length)]?.id))];
        return log(
          event,
          ids.filter((one) => one !== undefined),
        );
      }
      case 'cancel':
      case 'reinstate': {
        const entries = await machine.disk.read((tables) => tables.newestEntries(undefined, 100));
        const entry = entries[event.pick % Math.max(1, entries.length)];
        if (!entry) return;
        if (event.do === 'cancel') return perform(event.device, cancel(number(), [entry.id]));
        const reasons = entry.canceled.map(({ commandId }) => commandId);
        return perform(event.device, reinstate(number(), entry.id, entry.itemId, reasons));
      }
      case 'undo': {
        const command = [...(saved[event.device]?.values() ?? [])].findLast(({ type }) => type === 'log-interaction');
        if (command?.type !== 'log-interaction') return;
        const entryIds = command.with.map(({ entryId }) => entryId);
        return perform(event.device, cancel(number(), entryIds, { undoes: command.id, needs: [command.id] }));
      }
      case 'create-contact': {
        const made = number();
        const contactId = id<ContactId>(0x5000 + made);
        const email = `new${event.address}@harbourpine.example` as EmailAddress; // of that form
        perform(event.device, createContact(made, contactId, { email, companyId: company.id }));
        if (!event.thenLog) return;
        const then = { device: event.device, mail: made, note: false, shownAgo: 1_000 };
        return log(then, [contactId], [id<CommandId>(made)]);
      }
      case 'retry':
      case 'discard': {
        const all = await machine.disk.read((tables) => tables.commands());
        const refused = all.filter(({ state }) => state === 'refused');
        const one = refused[event.pick % Math.max(1, refused.length)];
        if (!one) return;
        if (event.do === 'discard') {
          await ignoringTrouble(
            pane.store.discard(one.id, machine.actor).then(() => saved[event.device]?.delete(one.id)),
          );
          return;
        }
        const replacement: Command = { ...one.command, id: id<CommandId>(number()) };
        await ignoringTrouble(
          pane.store.retry(one.id, replacement, machine.actor).then((result) => {
            if (result.outcome !== 'saved') return;
            saved[event.device]?.delete(one.id);
            saved[event.device]?.set(replacement.id, replacement);
          }),
        );
        return;
      }
      case 'open-history': {
        const contacts = await machine.disk.read((tables) => tables.contacts());
        const one = contacts[event.pick % Math.max(1, contacts.length)];
        if (one) pane.device.openHistory(one.id);
        return;
      }
      case 'sync-now':
        return pane.device.syncNow();
      case 'crash': {
        for (const running of machine.panes) running.crash();
        machine.panes = [];
        machine.locks = createTestLocks();
        time.in(1_000 + paneChance.below(60_000), () => {
          if (machine.panes.length === 0) open(machine);
        });
        return;
      }
      case 'second-pane':
        if (machine.panes.length < 2) open(machine);
        return;
      case 'close':
        if (machine.panes.length === 2) machine.panes.shift()?.close();
        return;
      case 'hide':
      case 'show':
        pane.visible = event.do === 'show';
        return pane.look();
      case 'go-offline':
      case 'go-online':
        machine.online = event.do === 'go-online';
        for (const one of machine.panes) one.look();
        return;
      case 'disk-full':
      case 'disk-free':
        machine.faults.full = event.do === 'disk-full';
    }
  }

  function log(
    what: { device: number; mail: number; note: boolean; shownAgo: number },
    contactIds: ContactId[],
    needs: CommandId[] = [],
  ): void {
    if (contactIds.length === 0) return;
    const made = number();
    const keys = at(mails, what.mail);
    const contacts = contactIds.map((contactId, place) => ({ ...contact(place), id: contactId }));
    const happenedAt = instantOf(time.now() + at(machines, what.device).ahead - what.shownAgo);
    const over = { note: what.note ? `note ${made}` : '', at: happenedAt };
    perform(what.device, { ...logMail(made, contacts, keys, over), needs });
  }

  async function heal(): Promise<void> {
    network.heal();
    startServer();
    for (const machine of machines) {
      Object.assign(machine, { online: true, faults: Object.assign(machine.faults, { full: false }) });
      if (machine.panes.length === 0) open(machine);
      for (const pane of machine.panes) {
        pane.visible = true;
        pane.look();
      }
    }
    await time.runTo(time.now() + healing / 2);
    for (const machine of machines) {
      const contacts = await machine.disk.read((tables) => tables.contacts());
      for (const one of contacts) machine.panes[0]?.device.openHistory(one.id);
      machine.panes[0]?.device.syncNow();
    }
    await time.runTo(time.now() + healing / 2);
  }
}

/** A pane that is dead never answers, and one whose disk is full says so: neither is news here. */
async function ignoringTrouble(act: Promise<unknown>): Promise<void> {
  act.catch(() => undefined);
  await Promise.resolve();
}

/** An event as a line of a history: when, what, and each of its values by name. */
export function describe({ at, do: what, ...values }: Event): string {
  const named = Object.entries(values).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return [`${(at / 1_000).toFixed(1).padStart(7)} s  ${what}`, ...named].join('  ');
}
