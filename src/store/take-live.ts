import type { ContactId, UserId } from '../domain/ids.ts';
import type { Row } from '../domain/row.ts';
import { formatCursor, parseCursor } from '../protocol/cursor.ts';
import type { LiveEvent } from '../protocol/live.ts';
import { historyScope, inScope, type Scope } from '../protocol/scope.ts';
import type { KeptScope, Tables } from './tables.ts';

/** What a live event is to this device. */
export interface LiveShare {
  /** The rows for the scopes that are far enough to take them. */
  rows: Row[];
  /** Those scopes, with their cursors moved. */
  moved: KeptScope[];
  /** The scopes that must be pulled instead. */
  behind: Scope[];
}

/** Sorts out `event`, which is of the epoch that the rows here are of. */
export async function shareOf(tables: Tables, event: LiveEvent, userId: UserId): Promise<LiveShare> {
  const moved: KeptScope[] = [];
  const behind: Scope[] = [];
  for (const kept of await tables.scopes()) {
    const rev = kept.cursor === undefined ? undefined : parseCursor(kept.cursor)?.rev;
    if (rev !== undefined && rev >= event.to) continue;
    if (rev === undefined || rev < event.from || event.rows === null) behind.push(kept.scope);
    else moved.push({ ...kept, cursor: formatCursor({ epoch: event.epoch, rev: event.to }) });
  }
  const scopes = new Set(moved.map(({ scope }) => scope));
  const rows = scopes.size === 0 ? [] : await rowsOf(tables, event.rows ?? [], scopes, userId);
  return { rows, moved, behind };
}

/** The rows of `scopes`, and the items and comments that belong to entries which are here. */
async function rowsOf(
  tables: Tables,
  rows: readonly Row[],
  scopes: ReadonlySet<Scope>,
  userId: UserId,
): Promise<Row[]> {
  const taken: Row[] = [];
  const others: Row[] = [];
  for (const row of rows) {
    const belongs = [...scopes].some((scope) => inScope(row, scope, userId));
    const dated = row.kind === 'entry' || row.kind === 'follow-up';
    if (belongs || (dated && (await inMergedHistory(tables, row.contactId, scopes)))) taken.push(row);
    else others.push(row);
  }
  const entryIds = new Set(taken.flatMap((row) => (row.kind === 'entry' ? [row.id] : [])));
  for (const row of others) {
    if (row.kind === 'entry' || row.kind === 'follow-up') {
      // One that came otherwise (a look-up, beside an item, before it moved to another's list) is kept as it is in the log.
      if (await tables.row(row.kind, row.id)) taken.push(row);
      continue;
    }
    const about =
      row.kind === 'comment' ? [row.entryId] : row.kind === 'item' ? row.entries.map(({ entryId }) => entryId) : [];
    if (about.some((id) => entryIds.has(id)) || (await tables.rows('entry', about)).length > 0) taken.push(row);
  }
  return taken;
}

async function inMergedHistory(tables: Tables, id: ContactId, scopes: ReadonlySet<Scope>): Promise<boolean> {
  const seen = new Set<ContactId>();
  let at: ContactId | null = id;
  while (at !== null && !seen.has(at)) {
    if (scopes.has(historyScope(at))) return true;
    seen.add(at);
    const contact: Row | undefined = await tables.row('contact', at);
    at = contact?.kind === 'contact' ? contact.mergedInto : null;
  }
  return false;
}
