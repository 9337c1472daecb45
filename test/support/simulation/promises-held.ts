import { isDeepStrictEqual } from 'node:util';
import type { Command } from '../../../src/domain/commands/command.ts';
import { isLive } from '../../../src/domain/is-live.ts';
import type { Row } from '../../../src/domain/row.ts';
import { visibleTo } from '../../../src/domain/visible-to.ts';
import { createLocalStore } from '../../../src/store/create-local-store.ts';
import { rebuild } from '../../../src/store/rebuild.ts';
import type { Machine } from './simulated-pane.ts';
import type { SimulatedServer } from './simulated-server.ts';

/** The first promise that does not hold now that everything is well and nobody does anything; undefined: all do. */
export async function whatIsWrong(world: {
  server: SimulatedServer;
  machines: readonly Machine[];
  /** What panes said was saved, by machine. */
  saved: readonly ReadonlyMap<string, Command>[];
}): Promise<string | undefined> {
  const { server, machines, saved } = world;
  const [fault] = server.faults;
  if (fault !== undefined) return `the server failed: ${fault}`;
  const rows = server.rows();
  const wrong = onServer(rows);
  if (wrong) return wrong;
  const outcomes = server.outcomes();
  for (const [at, machine] of machines.entries()) {
    const here = await onMachine(machine, rows, saved[at] ?? new Map(), outcomes);
    if (here) return `machine ${at}: ${here}`;
  }
  return undefined;
}

function onServer(rows: readonly Row[]): string | undefined {
  const entries = rows.filter((row) => row.kind === 'entry');
  const pairs = new Set<string>();
  for (const entry of entries) {
    if (entry.itemId === null || !isLive(entry)) continue;
    const pair = `${entry.itemId} ${entry.contactId}`;
    if (pairs.has(pair)) return `two live entries of item and contact ${pair}`;
    pairs.add(pair);
  }
  for (const { id, canceled } of entries) {
    const reasons = canceled.map(({ commandId, via }) => `${commandId} ${via}`);
    if (new Set(reasons).size < reasons.length) return `entry ${id} was canceled twice by one command`;
  }
  const made = entries.map(({ commandId, contactId }) => `${commandId} ${contactId}`);
  if (new Set(made).size < made.length) return 'a command made two entries of one contact';
  const numbers = entries.map(({ entryNo }) => entryNo).sort((a, b) => Number(a) - Number(b));
  const dense = numbers.every((number, at) => number === at + 1);
  return dense ? undefined : `entry numbers are not dense: ${numbers}`;
}

async function onMachine(
  machine: Machine,
  rows: readonly Row[],
  saved: ReadonlyMap<string, Command>,
  outcomes: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const { disk, actor } = machine;
  const store = createLocalStore({ ...disk, close: () => undefined });
  const commands = await store.commands();
  const waiting = commands.filter(({ state }) => state !== 'refused').map(({ command }) => command.id.slice(-5));
  if (waiting.length > 0) return `still waiting: ${waiting}; ${JSON.stringify(machine.panes[0]?.device.state())}`;
  const refused = new Set<string>(commands.map(({ command }) => command.id));
  for (const id of saved.keys()) {
    const outcome = outcomes.get(id);
    if (outcome !== 'done' && outcome !== 'joined' && !refused.has(id))
      return `command ${id.slice(-5)} was saved here and is lost (on the server: ${outcome ?? 'unknown'})`;
  }

  const seen = (wanted: readonly Row[]) => sorted(wanted.map((row) => visibleTo(row, actor)));
  const contacts = rows.filter((row) => row.kind === 'contact');
  const entries = rows.filter((row) => row.kind === 'entry');
  const differs = (what: string, here: readonly Row[], there: readonly Row[]) =>
    isDeepStrictEqual(sorted(here), seen(there)) ? undefined : `${what}: ${difference(sorted(here), seen(there))}`;
  const wrong = differs('contacts', await store.contacts(), contacts);
  if (wrong) return wrong;
  for (const one of contacts) {
    const shown = (await store.history(one.id, { limit: 1_000 })).entries;
    const theirs = entries.filter(({ contactId, companyId }) => contactId === one.id || companyId === one.id);
    const here = differs(
      `history of ${one.name}`,
      shown.map(({ entry }) => entry),
      theirs,
    );
    if (here) return here;
  }
  for (const entry of entries) {
    const theirs = rows.filter((row) => row.kind === 'comment' && row.entryId === entry.id);
    const here = differs(`comments of ${entry.id.slice(-6)}`, await store.comments(entry.id), theirs);
    if (here) return here;
  }
  const { pending } = rebuild(rows, [], await disk.read((tables) => tables.commands()), actor);
  if (pending.length > 0) return 'something is pending though nothing waits';
  return undefined;
}

function sorted(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Enough to see what differs. */
function difference(here: readonly Row[], there: readonly Row[]): string {
  const missing = there.filter(({ id }) => !here.some((row) => row.id === id)).map(({ id }) => id.slice(-6));
  const extra = here.filter(({ id }) => !there.some((row) => row.id === id)).map(({ id }) => id.slice(-6));
  const other = here.flatMap((row) => {
    const twin = there.find(({ id }) => id === row.id);
    return !twin || isDeepStrictEqual(row, twin) ? [] : [`${row.id.slice(-6)} at rev ${row.rev}, there ${twin.rev}`];
  });
  return `missing here [${missing}], only here [${extra}], different [${other}]`;
}
