import type { Actor } from '../domain/decision.ts';
import { decideHere, effectOf, writeEffect } from './decide-here.ts';
import { decideMany } from './decide-many.ts';
import type { KeptCommand, Tables } from './tables.ts';

/**
 * Brings pending rows up to date after rows or aliases changed (`changed`: their ref keys) or commands left the outbox
 * (`gone`). Only the commands that hang on the change are decided anew, in their order, together with all that hang on
 * what those write or wrote: such a group shares no row with any command outside it, so the outcome is that of
 * deciding the whole outbox (`rebuild.ts`).
 */
export async function redecide(
  tables: Tables,
  changed: Iterable<string>,
  gone: readonly KeptCommand[],
  actor: Actor,
): Promise<void> {
  const group = new Map<number, KeptCommand>();
  let found = await tables.waitingCommandsWith({
    touching: new Set([...changed, ...gone.flatMap((command) => command.writes)]),
    writing: gone.flatMap((command) => [...command.touches, ...command.writes]),
  });
  await removeEffects(tables, gone);
  while (found.length > 0) {
    // Deciding anew can bind commands together that had nothing to do with one another: then the larger group once more.
    found = await grow(tables, group, found);
    const ordered = [...group.values()].sort((a, b) => a.seq - b.seq);
    await removeEffects(tables, ordered);
    await decideMany(
      tables,
      ordered,
      ({ command }) => command,
      async (batch, kept) => {
        const { decision, touches } = await decideHere(batch, kept.command, actor);
        await writeEffect(batch, kept, decision);
        const after: KeptCommand = { ...kept, ...effectOf(decision, touches) };
        await batch.putCommands([after]);
        group.set(kept.seq, after);
      },
    );
    found = await neighbours(tables, group);
  }
}

/** Adds `found` and everything bound to it; nothing is left to add afterwards. */
async function grow(tables: Tables, group: Map<number, KeptCommand>, found: KeptCommand[]): Promise<KeptCommand[]> {
  let next = found;
  while (next.length > 0) {
    for (const command of next) group.set(command.seq, command);
    next = await neighbours(tables, group);
  }
  return next;
}

async function neighbours(tables: Tables, group: ReadonlyMap<number, KeptCommand>): Promise<KeptCommand[]> {
  const writes = new Set<string>();
  const touches = new Set<string>();
  for (const command of group.values()) {
    for (const key of command.writes) writes.add(key);
    for (const key of command.touches) touches.add(key);
  }
  const found = await tables.waitingCommandsWith({ touching: writes, writing: new Set([...touches, ...writes]) });
  return found.filter(({ seq }) => !group.has(seq));
}

async function removeEffects(tables: Tables, commands: readonly KeptCommand[]): Promise<void> {
  await tables.removePending([...new Set(commands.flatMap((command) => command.rowKeys))]);
  const keys = commands.flatMap((command) => command.aliases.map(({ kind, from }) => `${kind}:${from}`));
  const pending = (await tables.aliases(keys)).filter((alias) => alias.pending);
  await tables.removeAliases(pending.map(({ kind, from }) => `${kind}:${from}`));
}
