import type { Kysely } from 'kysely';
import type { EntryId } from '../../domain/ids.ts';
import type { RowOf } from '../../domain/row.ts';
import type { BulkStatements } from './bulk-statements.ts';
import type { Place } from './entry-pages.ts';
import { parseBody } from './parse-body.ts';
import type { Tables } from './tables.ts';

/** Most closed follow-ups that a scope starts with; they are looked at less the older they are. */
const mostClosed = 100;

type Found = Pick<Tables['follow_up'], 'rev' | 'body'>;

/** What a scope starts with: all open follow-ups of its places and the closed ones that changed last. */
export async function presentFollowUps(db: Kysely<Tables>, tenant: string, places: readonly Place[]): Promise<Found[]> {
  const open = await onLists(db, tenant, places).where('f.is_open', '=', 1).execute();
  const closed = onLists(db, tenant, places).where('f.is_open', '=', 0).orderBy('f.rev', 'desc').limit(mostClosed);
  return [...open, ...(await closed.execute())];
}

/** Those that changed after `since`, in the order of change; also such that have left these places. */
export function changedFollowUps(
  db: Kysely<Tables>,
  tenant: string,
  places: readonly Place[],
  limit: number,
  since: number,
): Promise<Found[]> {
  return onLists(db, tenant, places).where('f.rev', '>', since).orderBy('f.rev').limit(limit).execute();
}

/** The open ones that follow up these entries, for whoever reads the entries: a follow-up has no audience. */
export async function openFollowUpsOf(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  entryIds: readonly EntryId[],
): Promise<RowOf<'follow-up'>[]> {
  const listed = await bulk.selectIn(
    db,
    { table: 'follow_up_list', column: 'list', wanted: ['follow_up_id'] },
    tenant,
    entryIds.map((id) => `entry:${id}`),
  );
  const found = await bulk.selectIn(
    db,
    { table: 'follow_up', column: 'id', wanted: ['body'] },
    tenant,
    listed.map(({ follow_up_id }) => follow_up_id),
  );
  // An entry's list also has those that it was logged about, and those that were about it once.
  const asked = new Set(entryIds);
  return found
    .map(({ body }) => parseBody(body))
    .filter((row) => row.kind === 'follow-up')
    .filter(({ closed, entryId }) => closed === null && entryId !== null && asked.has(entryId));
}

function onLists(db: Kysely<Tables>, tenant: string, places: readonly Place[]) {
  return db
    .selectFrom('follow_up_list as l')
    .innerJoin('follow_up as f', (join) => join.onRef('f.tenant', '=', 'l.tenant').onRef('f.id', '=', 'l.follow_up_id'))
    .select(['f.rev', 'f.body'])
    .distinct()
    .where('l.tenant', '=', tenant)
    .where('l.list', 'in', places.map(listOf));
}

function listOf([column, id]: Place): string {
  return `${column.slice(0, -'_id'.length)}:${id}`;
}
