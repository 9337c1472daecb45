import type { Command } from '../domain/commands/command.ts';
import { purgeableKeys, withoutPurged } from '../domain/commands/without-purged.ts';
import type { Actor } from '../domain/decision.ts';
import type { CommandId, ContactId, EntryId } from '../domain/ids.ts';
import { byId, refKey } from '../domain/ref.ts';
import type { Row } from '../domain/row.ts';
import { type Instant, instantOf } from '../domain/time.ts';
import { formatCursor, lifeOf, parseCursor } from '../protocol/cursor.ts';
import type { PullResponse } from '../protocol/pull.ts';
import type { PushResponse } from '../protocol/push.ts';
import type { Scope } from '../protocol/scope.ts';
import { batchTables } from './batch-tables.ts';
import { decideHere, effectOf, writeEffect } from './decide-here.ts';
import { decideMany } from './decide-many.ts';
import type { PerformResult, StoreWriter } from './local-store.ts';
import { madeBy } from './made-by.ts';
import { placeOf } from './place.ts';
import { redecide } from './redecide.ts';
import { StorageFailure } from './storage-failure.ts';
import type { Database, KeptCommand, KeptScope, Tables } from './tables.ts';
import { shareOf } from './take-live.ts';
import { whyGone } from './take-purges.ts';
import { takeSaid } from './take-rows.ts';
import { noteLookedUp, trimEntries } from './trim-entries.ts';

/** How long accepted commands are kept, to be sent again should the server lose them. */
const acceptedDays = 30;
const dayMs = 86_400_000;

/** How much a store holds. */
export interface StoreLimits {
  /** When more than so many entries are here, the oldest go (`trim-entries.ts`). */
  mostEntries?: number;
}

/** The writes of a store, each in its own transaction. */
export function createStoreWriter(database: Database, { mostEntries = 20_000 }: StoreLimits = {}): StoreWriter {
  /** Takes rows, and decides anew what hangs on them. `epoch` is undefined where the answer did not say it. */
  async function take(
    tables: Tables,
    rows: readonly Row[],
    actor: Actor,
    { epoch, pulled }: { epoch?: string | undefined; pulled?: Scope },
  ): Promise<void> {
    await noteSeen(tables, epoch, rows);
    const { changed, gone } = await takeSaid(tables, rows);
    const brought = new Set(entryIdsOf(rows));
    for (const key of await trimEntries(tables, { most: mostEntries, brought, pulled })) changed.add(key);
    if (changed.size + gone.length > 0) await redecide(tables, changed, gone, actor);
  }

  // A command is made by the pane that performs it: one that was not performed here before can't have been accepted.
  const performed = new Set<CommandId>();
  function noteNew({ id }: Command): boolean {
    const isNew = !performed.has(id);
    performed.add(id);
    return isNew;
  }

  return {
    perform: (command, actor) => {
      const isNew = noteNew(command);
      return saving(() => database.write('strict', (tables) => keep(tables, command, actor, isNew)));
    },
    performAll: (commands, actor) => {
      commands.forEach(noteNew);
      return savingAll(commands, () => database.write('strict', (tables) => keepAll(tables, commands, actor)));
    },
    takeAnswers: (response, now, actor) =>
      database.write('strict', async (tables) => {
        await meetEpoch(tables, response.epoch, actor);
        await takeAnswers(tables, response, now, actor);
        const before = instantOf(Date.parse(now) - acceptedDays * dayMs);
        await tables.removeAccepted(before);
      }),
    takePull: (scope, response, actor, asked) =>
      database.write('relaxed', async (tables) => {
        const epoch = parseCursor(response.cursor)?.epoch;
        if (epoch !== undefined) await meetEpoch(tables, epoch, actor);
        const before = await tables.scope(scope);
        // An answer to a cursor that is no longer the one here leaves a gap behind it: its rows count, its cursor does not.
        const isStale = asked === undefined && (await mergedSince(tables, scope, response.cursor));
        if (before?.cursor === asked && !isStale) {
          const reach = asked === undefined ? reachOf(response, undefined) : {};
          await tables.putScope({ older: undefined, ...before, scope, cursor: response.cursor, ...reach });
        }
        await take(tables, response.rows, actor, { epoch, pulled: scope });
      }),
    takeOlder: (scope, response, actor) =>
      database.write('relaxed', async (tables) => {
        const epoch = parseCursor(response.cursor)?.epoch;
        if (epoch !== undefined) await meetEpoch(tables, epoch, actor);
        const kept = await tables.scope(scope);
        if (kept) await tables.putScope({ ...kept, ...reachOf(response, kept) });
        await take(tables, response.rows, actor, { epoch, pulled: scope });
      }),
    takeRows: (rows, actor, aliases = []) =>
      database.write('relaxed', async (tables) => {
        await tables.putAliases(aliases.map((alias) => ({ ...alias, pending: false })));
        await noteLookedUp(tables, entryIdsOf(rows), mostEntries);
        await take(tables, rows, actor, {});
      }),
    takeLive: (event, actor) =>
      database.write('relaxed', async (tables) => {
        await meetEpoch(tables, event.epoch, actor);
        const { rows, moved, behind } = await shareOf(tables, event, actor.userId);
        // First the cursors: what is taken may take a scope's away again.
        for (const scope of moved) await tables.putScope(scope);
        await take(tables, rows, actor, { epoch: event.epoch });
        return behind;
      }),
    keepClockOff: (off) => database.write('relaxed', (tables) => tables.putClockOff(off)),
    openScope: (scope) =>
      database.write('relaxed', async (tables) => {
        const scopes = await tables.scopes();
        const kept = scopes.find((one) => one.scope === scope) ?? { scope, cursor: undefined, older: undefined };
        const last = Math.max(0, ...scopes.map(({ opened }) => opened ?? 0));
        if (last === 0 || kept.opened !== last) await tables.putScope({ ...kept, opened: last + 1 });
      }),
    resetScope: (scope) => database.write('relaxed', (tables) => tables.removeScope(scope)),
    resetEpoch: (actor) => database.write('strict', (tables) => startAgain(tables, actor)),
    refuseHere: (commandId, code, actor) =>
      database.write('strict', async (tables) => {
        const kept = (await tables.commandsById([commandId])).filter(({ state }) => state !== 'refused');
        await tables.putCommands(kept.map((command) => refusedWith(command, { code, detail: {} })));
        await redecide(tables, [], kept, actor);
      }),
    discard: (commandId, actor) => database.write('strict', (tables) => remove(tables, commandId, actor)),
    noteErasedWork: (told) =>
      database.write('strict', async (tables) => tables.putErasedWork(Math.max(0, (await tables.erasedWork()) - told))),
    retry: (commandId, replacement, actor) =>
      saving(() =>
        database.write('strict', async (tables) => {
          const result = await keep(tables, replacement, actor, false);
          if (result.outcome === 'saved') await remove(tables, commandId, actor);
          return result;
        }),
      ),
    unsent: () => database.read(async (tables) => (await tables.commands()).map(({ command }) => command)),
    takeUnsent: (commands, actor) =>
      database.write('strict', async (tables) => {
        const why = await whyGone(tables, commands);
        const left = commands.flatMap((command) => {
          const after = withoutPurged(command, (key) => (why(key) === 'erased' ? 'erased' : undefined));
          return 'outcome' in after ? [] : [after];
        });
        const fresh = await notKnown(tables, left);
        await decideMany(tables, fresh, itself, (batch, command) => add(batch, command, actor));
        return fresh.length;
      }),
  };
}

/** What the storage itself refuses is a result; everything else is a fault. */
async function saving(write: () => Promise<PerformResult>): Promise<PerformResult> {
  const [result] = await savingAll([undefined], async () => [await write()]);
  if (!result) throw new Error('unreachable: one was given');
  return result;
}

async function savingAll(of: readonly unknown[], write: () => Promise<PerformResult[]>): Promise<PerformResult[]> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error;
    const { code } = error;
    return of.map(() => ({ outcome: 'failed', code }));
  }
}

/** Those that neither wait nor were refused or accepted here, each once. */
async function notKnown(tables: Tables, commands: readonly Command[], areNew = false): Promise<Command[]> {
  const fresh = new Map(commands.map((command) => [command.id, command]));
  const ids = [...fresh.keys()];
  const [kept, accepted] = await Promise.all([tables.commandsById(ids), areNew ? [] : tables.acceptedAmong(ids)]);
  for (const id of [...kept.map((command) => command.id), ...accepted]) fresh.delete(id);
  return [...fresh.values()];
}

/**
 * Decides and keeps a command, unless the rule refuses it. One that is here already is not kept twice. `isNew`: it was
 * not performed before, so nobody can have accepted it, and no purge can have taken what it makes.
 */
async function keep(tables: Tables, command: Command, actor: Actor, isNew: boolean): Promise<PerformResult> {
  // A transaction's time is the number of its turns: everything is asked for together, and written together.
  const batch = batchTables(tables);
  const made = madeBy(command);
  const [fresh, decided] = await Promise.all([
    notKnown(tables, [command], isNew),
    decideHere(batch, command, actor),
    batch.pending(made),
  ]);
  if (fresh.length === 0) return wasKept;
  // What is here no purge took.
  const absent = purgeableKeys(command).filter((key) => !decided.here.has(key) && !(isNew && made.includes(key)));
  const left = absent.length === 0 ? command : withoutPurged(command, await whyGone(tables, [command]));
  if ('outcome' in left) return left;
  const result = await keepDecided(batch, left, left === command ? decided : await decideHere(batch, left, actor));
  await batch.flush();
  return result;
}

/** Keeps many, seeing one another's effects. */
async function keepAll(tables: Tables, commands: readonly Command[], actor: Actor): Promise<PerformResult[]> {
  const results = new Map<CommandId, PerformResult>();
  const [fresh, why] = await Promise.all([notKnown(tables, commands), whyGone(tables, commands)]);
  await decideMany(tables, fresh, itself, async (batch, command) => {
    const left = withoutPurged(command, why);
    const result = 'outcome' in left ? left : await keepDecided(batch, left, await decideHere(batch, left, actor));
    results.set(command.id, result);
  });
  return commands.map(({ id }) => results.get(id) ?? wasKept);
}

const wasKept: PerformResult = { outcome: 'saved', decided: true, joined: [] };

async function keepDecided(
  tables: Tables,
  command: Command,
  { decision, touches }: Awaited<ReturnType<typeof decideHere>>,
): Promise<PerformResult> {
  if (decision.outcome === 'refused') return decision;
  await Promise.all([
    tables.addCommands([{ id: command.id, command, refusal: undefined, ...effectOf(decision, touches) }]),
    writeEffect(tables, command, decision),
  ]);
  if (decision.outcome === 'ask-server') return { outcome: 'saved', decided: false, joined: [] };
  const joined = decision.aliases.filter(({ kind }) => kind === 'entry').map(({ to }) => to as EntryId); // of that kind
  return { outcome: 'saved', decided: true, joined };
}

/** Keeps a command whatever the rule says of it here: the server has the last word. */
async function add(tables: Tables, command: Command, actor: Actor): Promise<void> {
  const { decision, touches } = await decideHere(tables, command, actor);
  await tables.addCommands([{ id: command.id, command, refusal: undefined, ...effectOf(decision, touches) }]);
  await writeEffect(tables, command, decision);
}

async function remove(tables: Tables, id: CommandId, actor: Actor): Promise<void> {
  const gone = await tables.commandsById([id]);
  await tables.removeCommands(gone.map(({ seq }) => seq));
  await redecide(tables, [], gone, actor);
}

async function takeAnswers(tables: Tables, response: PushResponse, now: Instant, actor: Actor): Promise<void> {
  const answers = new Map(response.answers.map((answer) => [answer.commandId, answer]));
  const kept = (await tables.commandsById([...answers.keys()] as CommandId[])) // our own ids, sent back
    .filter(({ state }) => state !== 'refused');
  const isRefused = ({ id }: KeptCommand) => answers.get(id)?.outcome === 'refused';
  const accepted = kept.filter((command) => !isRefused(command));
  await tables.removeCommands(accepted.map(({ seq }) => seq));
  await tables.putAccepted(accepted.map(({ id, seq, command }) => ({ id, seq, command, acceptedAt: now })));
  const refusals = kept.filter(isRefused).map((command) => {
    const { code = 'invalid-command', detail: { field, id } = {} } = answers.get(command.id) ?? {};
    const detail = { ...(field === undefined ? {} : { field }), ...(id === undefined ? {} : { id }) };
    return refusedWith(command, { code, detail });
  });
  await tables.putCommands(refusals);

  await noteSeen(tables, response.epoch, [response, ...response.rows]);
  const { changed, gone } = await takeSaid(tables, response.rows);
  const aliases = response.answers.flatMap((answer) => answer.aliases);
  await tables.putAliases(aliases.map((alias) => ({ ...alias, pending: false })));
  for (const { kind, from } of aliases) changed.add(refKey(byId(kind, from)));
  await redecide(tables, changed, [...kept, ...gone], actor);
}

/**
 * Whether a contact was merged into the one of a history after the server wrote its first page: the page lacks what the
 * other one had, with revs from before its cursor, and nothing would ever bring it.
 */
async function mergedSince(tables: Tables, scope: Scope, cursor: string): Promise<boolean> {
  const [kind, id] = scope.split(':');
  const rev = parseCursor(cursor)?.rev;
  if (kind !== 'history' || rev === undefined) return false;
  return (await tables.contactsMergedInto(id as ContactId)).some((one) => one.rev > rev); // as the scope says
}

/** How far back a scope goes with a page of its newest entries, or of older ones than `before` reached. */
function reachOf({ older, rows }: PullResponse, before: KeptScope | undefined): Pick<KeptScope, 'older' | 'wholeTo'> {
  const places = rows.flatMap((row) => (row.kind === 'entry' && !row.postponed ? [placeOf(row)] : [])).sort();
  return { older, wholeTo: older === null ? undefined : (places[0] ?? before?.wholeTo) };
}

/** A refused command keeps its record and has no effect. */
function refusedWith(command: KeptCommand, refusal: NonNullable<KeptCommand['refusal']>): KeptCommand {
  return { ...command, state: 'refused', refusal, touches: [], writes: [], rowKeys: [], aliases: [] };
}

/**
 * Keeps the highest rev that was seen, so that a server whose database was put back to an older copy is found out: it
 * is shown the cursor with every request before what it says is believed, and so never overwritten unseen.
 */
async function noteSeen(tables: Tables, epoch: string | undefined, said: readonly { rev: number }[]): Promise<void> {
  const before = parseCursor((await tables.seen()) ?? '');
  const rev = Math.max(0, ...said.map((one) => one.rev));
  const known = epoch ?? before?.epoch;
  if (known === undefined || (before && before.rev >= rev)) return;
  await tables.putSeen(formatCursor({ epoch: known, rev }));
}

/** Rows and revs of another epoch say nothing about those here. */
async function meetEpoch(tables: Tables, epoch: string, actor: Actor): Promise<void> {
  const life = lifeOf(epoch);
  const known = await tables.epoch();
  if (known !== undefined && known !== life) await startAgain(tables, actor);
  if (known !== life) await tables.putEpoch(life);
}

/**
 * The server's database is another one (a restored copy): nothing that it said before counts, and what it accepted in
 * the last weeks may be lost there. So all rows, aliases and cursors go and those commands wait again, in their old
 * order and under their old ids, which makes sending them again harmless.
 */
async function startAgain(tables: Tables, actor: Actor): Promise<void> {
  await tables.putSeen(undefined);
  await tables.clearRows();
  await tables.clearAliases();
  const kept = await tables.commands();
  await tables.removePending([...new Set(kept.flatMap((command) => command.rowKeys))]);
  const scopes = await tables.scopes();
  await tables.clearScopes();
  // Which histories were open is the device's own knowledge: they are pulled anew.
  for (const scope of scopes)
    await tables.putScope({ ...scope, cursor: undefined, older: undefined, wholeTo: undefined });
  const effect = effectOf({ outcome: 'ask-server' }, []);
  const again = (await tables.accepted()).map(({ id, seq, command }) => ({ id, seq, command, refusal: undefined }));
  await tables.removeAccepted();
  const waiting = [...again, ...kept.filter(({ state }) => state !== 'refused')].sort((a, b) => a.seq - b.seq);
  await tables.putCommands(waiting.map((command) => ({ ...command, ...effect })));
  await decideMany(
    tables,
    waiting,
    ({ command }) => command,
    async (batch, command) => {
      const { decision, touches } = await decideHere(batch, command.command, actor);
      await writeEffect(batch, command, decision);
      await batch.putCommands([{ ...command, ...effectOf(decision, touches) }]);
    },
  );
}

function entryIdsOf(rows: readonly Row[]): EntryId[] {
  return rows.flatMap((row) => (row.kind === 'entry' ? [row.id] : []));
}

function itself<T>(one: T): T {
  return one;
}
