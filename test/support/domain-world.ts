import { type Command, decide, reads } from '../../src/domain/commands/command.ts';
import type { Actor, Decision } from '../../src/domain/decision.ts';
import { knownFrom } from '../../src/domain/known.ts';
import type { Row, RowKind, RowOf } from '../../src/domain/row.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import type { Instant } from '../../src/domain/time.ts';
import { anna, noon, onServer } from './domain-samples.ts';

/** The rules over some rows as the server keeps them: each command sees what the earlier ones did. */
export function world(start: readonly Row[]) {
  const rows = new Map(start.map((row) => [rowKey(row), row]));
  let rev = Math.max(0, ...start.map((row) => row.rev));
  return {
    run(command: Command, actor: Actor = anna, receivedAt: Instant = noon): Decision {
      reads(command);
      const decision = decide(command, knownFrom(rows.values()), onServer(actor, receivedAt));
      if (decision.outcome === 'done' || decision.outcome === 'joined')
        for (const row of decision.changes) {
          rev += 1;
          rows.set(rowKey(row), { ...row, rev });
        }
      return decision;
    },
    get: <K extends RowKind>(kind: K, id: string): RowOf<K> => {
      const row = knownFrom(rows.values()).get(kind, id);
      if (!row) throw new Error(`there is no ${kind} ${id}`);
      return row;
    },
    all: <K extends RowKind>(kind: K): RowOf<K>[] => knownFrom(rows.values()).all(kind),
  };
}
