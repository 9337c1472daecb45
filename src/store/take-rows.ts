import type { EntryId } from '../domain/ids.ts';
import { refKeysOf } from '../domain/ref.ts';
import type { Row, RowKind } from '../domain/row.ts';
import { historyScope } from '../protocol/scope.ts';
import type { Tables } from './tables.ts';
import { type Purged, takePurges, withoutGone } from './take-purges.ts';

/** Takes what the server says, rows and purges; an older row does not bring back what a purge took. */
export async function takeSaid(tables: Tables, said: readonly Row[]): Promise<Purged> {
  const taken = await takePurges(
    tables,
    said.filter((row) => row.kind === 'purge'),
  );
  const rows = await withoutGone(
    tables,
    said.filter((row) => row.kind !== 'purge'),
  );
  for (const key of await takeNewer(tables, rows)) taken.changed.add(key);
  return taken;
}

/** Writes the rows that are newer than what is here; gives the ref keys that changed with them. */
async function takeNewer(tables: Tables, rows: readonly Row[]): Promise<Set<string>> {
  const changed = new Set<string>();
  const newer: Row[] = [];
  for (const [kind, ofKind] of byKind(rows)) {
    const held = new Map((await tables.rows(kind, [...ofKind.keys()])).map((row) => [row.id as string, row]));
    for (const [id, row] of ofKind) {
      const before = held.get(id);
      if (before && before.rev >= row.rev) continue;
      newer.push(row);
      for (const key of [...refKeysOf(row), ...(before ? refKeysOf(before) : [])]) changed.add(key);
      if (row.kind === 'contact' && row.mergedInto !== null) {
        // What was merged into a contact belongs to its history from now on, with revs from before its cursor: a history
        // that is kept starts again, also while somebody looks at it.
        const merged = before?.kind === 'contact' && before.mergedInto === row.mergedInto;
        const scope = historyScope(row.mergedInto);
        if (!merged && (await tables.scope(scope)))
          await tables.putScope({ scope, cursor: undefined, older: undefined });
      }
    }
  }
  await tables.putRows(newer);
  return changed;
}

/**
 * Keeps at most `most` entries: the oldest go, with their comments and with items that nothing else needs. One that
 * waiting commands changed or that is postponed stays.
 */
export async function trimEntries(tables: Tables, most: number): Promise<Set<string>> {
  const changed = new Set<string>();
  const tooMany = (await tables.entryCount()) - most;
  if (tooMany <= 0) return changed;
  const oldest = await tables.oldestEntries(tooMany);
  const pending = new Set((await tables.pending(oldest.map(({ id }) => `entry:${id}`))).map(({ key }) => key));
  const going = oldest.filter(({ id, postponed }) => !postponed && !pending.has(`entry:${id}`));
  const goingIds = new Set<string>(going.map(({ id }) => id));
  const comments = await tables.commentsOf(going.map(({ id }) => id));
  const itemIds = going.flatMap(({ itemId }) => (itemId === null ? [] : [itemId]));
  const items = (await tables.rows('item', [...new Set(itemIds)])).filter((row) => row.kind === 'item');
  const others = items
    .flatMap(({ entries }) => entries.map(({ entryId }) => entryId))
    .filter((id) => !goingIds.has(id));
  const held = new Set<string>((await tables.rows('entry', [...new Set<EntryId>(others)])).map(({ id }) => id));
  const needless = items.filter(({ entries }) => !entries.some(({ entryId }) => held.has(entryId)));
  for (const row of [...going, ...comments, ...needless]) for (const key of refKeysOf(row)) changed.add(key);
  await tables.removeRows('entry', [...goingIds]);
  await tables.removeRows(
    'comment',
    comments.map(({ id }) => id),
  );
  await tables.removeRows(
    'item',
    needless.map(({ id }) => id),
  );
  // Pages of older entries no longer join on to what is here.
  for (const scope of await tables.scopes())
    if (scope.older !== undefined) await tables.putScope({ ...scope, older: undefined });
  return changed;
}

function byKind(rows: readonly Row[]): Map<RowKind, Map<string, Row>> {
  const kinds = new Map<RowKind, Map<string, Row>>();
  for (const row of rows) {
    const ofKind = kinds.get(row.kind) ?? new Map<string, Row>();
    const other = ofKind.get(row.id);
    if (!other || other.rev < row.rev) ofKind.set(row.id, row);
    kinds.set(row.kind, ofKind);
  }
  return kinds;
}
