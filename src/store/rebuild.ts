import { decide } from '../domain/commands/command.ts';
import { resolveAliases } from '../domain/commands/resolve-aliases.ts';
import type { Actor, Alias } from '../domain/decision.ts';
import type { CommandId } from '../domain/ids.ts';
import { knownFrom } from '../domain/known.ts';
import type { Row } from '../domain/row.ts';
import { rowKey } from '../domain/row-key.ts';
import { effectOf } from './decide-here.ts';
import type { KeptCommand, PendingRow } from './tables.ts';

export interface Rebuilt {
  pending: PendingRow[];
  aliases: Alias[];
  states: { id: CommandId; state: KeptCommand['state'] }[];
}

/**
 * What pending rows are: the outbox decided in order on the server's rows. The store keeps them up to date piece by
 * piece (`redecide.ts`); this is the plain definition that its result is held to.
 */
export function rebuild(
  rows: readonly Row[],
  given: readonly Alias[],
  outbox: readonly Pick<KeptCommand, 'seq' | 'id' | 'command' | 'state'>[],
  actor: Actor,
): Rebuilt {
  const shown = new Map(rows.map((row) => [rowKey(row), row]));
  const pending = new Map<string, PendingRow>();
  const fixed = new Map(given.map((alias) => [`${alias.kind}:${alias.from}`, alias]));
  const aliases = new Map<string, Alias>();
  const states: Rebuilt['states'] = [];
  const resolve = <Id extends string>(kind: Alias['kind'], id: Id): Id => {
    // What is a row's own id stands for that row, but for items, which merge.
    if (kind !== 'item' && shown.has(`${kind}:${id}`)) return id;
    const seen = new Set<string>();
    let at: string = id;
    for (;;) {
      const alias = fixed.get(`${kind}:${at}`) ?? aliases.get(`${kind}:${at}`);
      if (!alias || seen.has(at)) return at as Id; // aliases keep the kind of an id
      seen.add(at);
      at = alias.to;
    }
  };

  const waiting = outbox.filter(({ state }) => state !== 'refused').sort((a, b) => a.seq - b.seq);
  for (const { id, command } of waiting) {
    const resolved = resolveAliases(command, resolve);
    const decision = decide(resolved, knownFrom(shown.values()), { actor, receivedAt: null });
    states.push({ id, state: effectOf(decision, []).state });
    if (decision.outcome !== 'done' && decision.outcome !== 'joined') continue;
    const changes = new Map(decision.changes.map((row) => [rowKey(row), row]));
    for (const [key, row] of changes) {
      shown.set(key, row);
      pending.set(key, { key, row, by: [...(pending.get(key)?.by ?? []), id] });
    }
    for (const alias of decision.aliases) {
      const key = `${alias.kind}:${alias.from}`;
      if (!fixed.has(key)) aliases.set(key, alias);
    }
  }
  return { pending: [...pending.values()], aliases: [...aliases.values()], states };
}
