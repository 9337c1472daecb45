import { createHash } from 'node:crypto';
import { secretHash } from '../../../src/server/secret-hash.ts';
import { createLocalStore } from '../../../src/store/create-local-store.ts';
import { createMemoryDatabase } from '../../../src/store/memory/memory-database.ts';
import { anna, id, mika, noon } from '../domain-samples.ts';
import { whatIsWrong } from '../promises-held.ts';
import { allKeys, start, tenantId } from '../team-start.ts';
import { createTestLocks } from '../test-locks.ts';
import { createChance } from './chance.ts';
import { deviceCount, type Event, type MachineEvent, makeScript } from './script.ts';
import { createSimulatedJobs } from './simulated-jobs.ts';
import { createSimulatedNetwork } from './simulated-network.ts';
import { type Machine, startSimulatedPane } from './simulated-pane.ts';
import { createSimulatedPeople } from './simulated-people.ts';
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
  let last = 0x100;
  const number = () => {
    last += 1;
    return last;
  };
  const newUuid = () => id<string>(number() + 0x900000);

  const time = createVirtualTime(Date.parse(noon));
  const server = await createSimulatedServer(time, newUuid);
  const network = createSimulatedNetwork({
    ...{ time, chance: chance.fork(), badness: chance.next(), broke },
    told: (what) => trace.push(`  ${((time.now() - Date.parse(noon)) / 1_000).toFixed(3)} s  ${what}`),
    server: () => server.handler(),
  });
  await server.start();
  await server.store().createTenant({ tenantId, name: 'Aurinko Oy' }, start);
  for (const [at, actor] of [anna, mika].entries()) {
    const { userId, role, salespersonCode } = actor;
    await server.store().createUser(tenantId, { userId, role, salespersonCode, name: `User ${at}`, email: '' });
    const tokenHash = secretHash(userId);
    await server.store().createSession({ tokenHash, tenantId, userId, createdAt: noon });
  }
  // A copy that the server can be put back to is there from the start.
  server.backUp();

  const people = createSimulatedPeople({ time, number, broke, told: (what) => trace.push(`  ${what}`) });
  const jobs = createSimulatedJobs({ server, time, token: anna.userId, newId: newUuid, broke });
  const machines = Array.from({ length: deviceCount }, (_, at): Machine => {
    const actor = at === 2 ? mika : anna;
    const { userId, role, salespersonCode } = actor;
    const account = { tenantId, tenantName: '', userId, name: '', email: '' as const, role, salespersonCode };
    const ahead = chance.happens(0.15) ? chance.pick([twoDays, -twoDays]) : 0;
    return {
      ...{ name: String(at), disk: createMemoryDatabase(undefined), locks: createTestLocks(), account, actor },
      ...{ token: userId, faults: { full: false }, online: true, ahead, panes: [] },
    };
  });
  const paneChance = chance.fork();
  const open = (machine: Machine) => startSimulatedPane(machine, { time, chance: paneChance, network, broke, newUuid });
  for (const machine of machines) open(machine);
  const erased = new Set<string>();

  for (const event of script) {
    await time.runTo(Date.parse(noon) + event.at);
    if (failure !== undefined) break;
    trace.push(describe(event));
    await happen(event).catch(broke);
  }
  await heal();
  const wrong = failure ?? (await wrongAtRest().catch(broke)) ?? failure;
  const rows = createHash('sha256').update(JSON.stringify(server.rows())).digest('hex');
  return { seed, script, failure: wrong, trace, rows };

  function startServer(): void {
    if (!server.handler()) server.start().catch(broke);
  }

  /** The process ends, and all that is under way with it. */
  function stopServer(backIn: number): void {
    server.stop();
    network.breakAll();
    time.in(backIn, startServer);
  }

  async function happen(event: Event): Promise<void> {
    switch (event.do) {
      case 'server-crash':
        return stopServer(5_000 + paneChance.below(60_000));
      case 'back-up':
        return server.backUp();
      case 'restore':
        stopServer(5_000);
        noteErased();
        return server.restore();
      case 'delete-canceled':
        return jobs.deleteCanceled(event.readFor);
      case 'erase':
        return jobs.erase(event.pick);
    }
    const machine = machines[event.device % machines.length];
    if (!machine) throw new Error('there are three');
    switch (event.do) {
      case 'crash':
      case 'second-pane':
      case 'close':
      case 'hide':
      case 'show':
      case 'go-offline':
      case 'go-online':
      case 'disk-full':
      case 'disk-free':
      case 'sync-now':
        return happenTo(machine, event);
      default:
        return people.act(event, machine);
    }
  }

  function happenTo(machine: Machine, event: MachineEvent): void {
    const [pane] = machine.panes;
    if (!pane) return;
    switch (event.do) {
      case 'sync-now':
        pane.device.syncNow();
        return;
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
        pane.look();
        return;
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

  function noteErased(): void {
    for (const row of server.rows())
      if (row.kind === 'purge' && row.why === 'erased') for (const key of row.rowKeys) erased.add(key);
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
      // Of merged ones the history that they belong to is enough.
      const contacts = (await machine.disk.read((tables) => tables.contacts())).filter(
        (one) => one.mergedInto === null,
      );
      for (const one of contacts) machine.panes[0]?.device.openHistory(one.id);
      machine.panes[0]?.device.syncNow();
    }
    await time.runTo(time.now() + healing / 2);
  }

  async function wrongAtRest(): Promise<string | undefined> {
    const [fault] = server.faults;
    if (fault !== undefined) return `the server failed: ${fault}`;
    noteErased();
    const answers = server.answers();
    return whatIsWrong({
      ...{ rows: server.rows(), answer: (commandId) => answers.get(commandId) },
      ...{ given: people.given, erased, keys: allKeys },
      devices: machines.map((machine) => ({
        ...{ actor: machine.actor, database: machine.disk, saved: people.savedOn(machine) },
        store: createLocalStore({ ...machine.disk, close: () => undefined }),
      })),
    });
  }
}

/** An event as a line of a history: when, what, and each of its values by name. */
export function describe({ at, do: what, ...values }: Event): string {
  const named = Object.entries(values).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return [`${(at / 1_000).toFixed(1).padStart(7)} s  ${what}`, ...named].join('  ');
}
