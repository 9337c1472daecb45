import { type Command, decide, reads } from '../domain/commands/command.ts';
import { aliasableIds, resolveAliases } from '../domain/commands/resolve-aliases.ts';
import type { Actor, Alias, Decision } from '../domain/decision.ts';
import { knownFrom } from '../domain/known.ts';
import { byId, refKey, refKeysOf } from '../domain/ref.ts';
import { rowKey } from '../domain/row-key.ts';
import { readRefs } from './read-refs.ts';
import { resolveAll, shownRows } from './shown-rows.ts';
import type { KeptCommand, NewCommand, PendingRow, Tables } from './tables.ts';

export interface DecidedHere {
  decision: Decision;
  /** The ref keys that the decision hangs on. */
  touches: string[];
  /** The keys of the rows that are here of what the command names. */
  here: ReadonlySet<string>;
}

/** Decides `command` on the rows that are shown now. */
export async function decideHere(tables: Tables, command: Command, actor: Actor): Promise<DecidedHere> {
  const ids = aliasableIds(command);
  const shown = shownRows(tables);
  // Nearly always the ids stand for themselves. Of those that are a row's own that is certain, but for items, which merge.
  const unaliased = await readRefs(shown, reads(command));
  const here = new Set(unaliased.rows.map(rowKey));
  const unsure = ids.filter(({ kind, id }) => kind === 'item' || !here.has(`${kind}:${id}`));
  const resolve = await resolveAll(tables, unsure);
  const areSame = unsure.every(({ kind, id }) => resolve(kind, id) === id);
  const resolved = areSame ? command : resolveAliases(command, resolve);
  const { rows, touches } = areSame ? unaliased : await readRefs(shown, reads(resolved));
  const decision = decide(resolved, knownFrom(rows), { actor, receivedAt: null });
  const unresolved = ids.map(({ kind, id }) => refKey(byId(kind, id)));
  return { decision, touches: [...new Set([...touches, ...unresolved])], here };
}

/** What is kept of a decision with its command. A rule that refuses here has no effect: only the server refuses for good. */
export function effectOf(
  decision: Decision,
  touches: string[],
): Pick<KeptCommand, 'state' | 'touches' | 'writes' | 'rowKeys' | 'aliases'> {
  const none = { touches, writes: [], rowKeys: [], aliases: [] };
  if (decision.outcome === 'ask-server') return { state: 'waiting-unseen', ...none };
  if (decision.outcome === 'refused') return { state: 'waiting', ...none };
  const { changes, aliases } = decision;
  const writes = [...changes.flatMap(refKeysOf), ...aliases.map(({ kind, from }) => refKey(byId(kind, from)))];
  return {
    state: 'waiting',
    touches,
    writes: [...new Set(writes)],
    rowKeys: [...new Set(changes.map(rowKey))],
    aliases,
  };
}

/** Writes a decision's rows and aliases over what is pending. */
export async function writeEffect(tables: Tables, { id }: Pick<NewCommand, 'id'>, decision: Decision): Promise<void> {
  if (decision.outcome !== 'done' && decision.outcome !== 'joined') return;
  const changes = new Map(decision.changes.map((row) => [rowKey(row), row]));
  const [overwritten, taken] = await Promise.all([
    tables.pending([...changes.keys()]),
    decision.aliases.length > 0 ? tables.aliases(decision.aliases.map(aliasKey)) : [],
  ]);
  const before = new Map(overwritten.map((row) => [row.key, row.by]));
  const rows: PendingRow[] = [...changes].map(([key, row]) => ({ key, row, by: [...(before.get(key) ?? []), id] }));
  // What the server says an id stands for is not taken back.
  const given = new Set(taken.filter(({ pending }) => !pending).map(aliasKey));
  const fresh = decision.aliases.filter((alias) => !given.has(aliasKey(alias)));
  await tables.putPending(rows);
  if (fresh.length > 0) await tables.putAliases(fresh.map((alias) => ({ ...alias, pending: true })));
}

function aliasKey({ kind, from }: Alias): string {
  return `${kind}:${from}`;
}
