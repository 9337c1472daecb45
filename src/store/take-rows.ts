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
        // that is kept starts again, also while somebody looks at it. So it does where the contact was merged into it before:
        // it may have been separated in between, unseen here.
        const scope = await tables.scope(historyScope(row.mergedInto));
        if (scope) await tables.putScope({ ...scope, cursor: undefined, older: undefined, wholeTo: undefined });
      }
    }
  }
  await tables.putRows(newer);
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
