import type { Actor, Alias } from '../../src/domain/decision.ts';
import type { EntryId, UserId } from '../../src/domain/ids.ts';
import type { ItemKey } from '../../src/domain/item.ts';
import type { Row, RowKind } from '../../src/domain/row.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import type { Database, Tables } from '../../src/store/tables.ts';

/** What a run of commands can have named, so that all of a small store can be read back through its tables. */
export interface Named {
  keys: readonly ItemKey[];
  /** Entry, contact and item ids that can have become aliases. */
  ids: readonly { kind: Alias['kind']; id: string }[];
  /** Other rows that a command can have made. */
  made: readonly { kind: RowKind; id: string }[];
  userIds: readonly UserId[];
}

/** The store's pending rows, aliases and states, beside what deciding its whole outbox anew gives. */
export function pendingAndRebuilt(database: Database, named: Named, actor: Actor) {
  return database.read(async (tables) => {
    const rows = await allRows(tables, named);
    const aliases = await tables.aliases(named.ids.map(({ kind, id }) => `${kind}:${id}`));
    const commands = await tables.commands();
    const keys = new Set([...rows.map(rowKey), ...commands.flatMap(({ rowKeys }) => rowKeys)]);
    for (const { kind, id } of named.made) keys.add(`${kind}:${id}`);
    // Also those that a command left behind which is gone.
    for (const { kind, id } of named.ids) keys.add(`${kind}:${id}`).add(`comment:${id}`);
    const kept = {
      pending: sorted(await tables.pending([...keys]), ({ key }) => key),
      aliases: sorted(
        aliases.filter(({ pending }) => pending).map(({ kind, from, to }) => ({ kind, from, to })),
        ({ kind, from }) => `${kind}:${from}`,
      ),
      states: commands.filter(({ state }) => state !== 'refused').map(({ id, state }) => ({ id, state })),
    };
    const given = aliases.filter(({ pending }) => !pending);
    const again = rebuild(rows, given, commands, actor);
    const rebuilt = {
      pending: sorted(again.pending, ({ key }) => key),
      aliases: sorted(again.aliases, ({ kind, from }) => `${kind}:${from}`),
      states: again.states,
    };
    return { kept, rebuilt };
  });
}

async function allRows(tables: Tables, { keys, made, userIds }: Named): Promise<Row[]> {
  const entries = await tables.newestEntries(undefined, 100_000);
  for (const userId of userIds) entries.push(...(await tables.postponedOf(userId)));
  const followUpIds = made.filter(({ kind }) => kind === 'follow-up').map(({ id }) => id);
  const itemIds = entries.flatMap(({ itemId }) => (itemId === null ? [] : [itemId]));
  const rows: Row[] = [
    ...entries,
    ...(await tables.contacts()),
    ...(await tables.setupRows()),
    ...(await tables.rows('follow-up', followUpIds)),
    ...(await tables.itemsByKeys(keys)),
    ...(await tables.rows('item', itemIds)),
    ...(await tables.commentsOf(entries.map(({ id }): EntryId => id))),
  ];
  return [...new Map(rows.map((row) => [rowKey(row), row])).values()];
}

function sorted<T>(list: readonly T[], by: (one: T) => string): T[] {
  return [...list].sort((a, b) => (by(a) < by(b) ? -1 : 1));
}
