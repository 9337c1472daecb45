import type { Kysely } from 'kysely';
import type { LogFilter } from '../../domain/log-filter.ts';
import type { RowOf } from '../../domain/row.ts';
import { visibleTo } from '../../domain/visible-to.ts';
import { type LogListResponse, mostListed } from '../../protocol/log-list.ts';
import type { Principal } from '../log-store.ts';
import type { BulkStatements } from './bulk-statements.ts';
import { readOlder, writeOlder } from './cursor.ts';
import { shownInLines } from './entry-companions.ts';
import { instantOfPlace, pastAll } from './entry-place.ts';
import {
  boundsOf,
  broadWords,
  type FoundEntry,
  type NextSlice,
  type Slice,
  streamSlices,
  textSlices,
} from './entry-slices.ts';
import { conditionsOf, streamsOf } from './entry-streams.ts';
import { soughtContact } from './entry-words.ts';
import { familyOf } from './family-of.ts';
import { parseBody } from './parse-body.ts';
import type { Tables } from './tables.ts';
import type { TextIndex } from './text-index.ts';
import { textSearch } from './text-search.ts';

export interface Reader {
  db: Kysely<Tables>;
  bulk: BulkStatements;
  text: TextIndex;
}

/** How many entries one request looks at for those that pass, in growing steps: mostly the first has a page full. */
const looks = [1_000, 19_000];

/** A page of what the filter shows, newest first. */
export async function listLog(
  reader: Reader,
  principal: Principal,
  filter: LogFilter,
  page: { before?: string | undefined; limit: number },
): Promise<LogListResponse | 'unknown'> {
  const limit = Math.min(Math.max(Math.trunc(page.limit), 1), mostListed);
  const before = page.before === undefined ? pastAll : readOlder(page.before);
  if (before === undefined) return 'unknown';

  const next = await slicesOf(reader, principal, filter);
  const found: FoundEntry[] = [];
  let reached: number | null = before;
  for (const look of looks) {
    const slice: Slice = await next(reached, { most: limit + 1 - found.length, look, bodies: true });
    reached = slice.reached;
    found.push(...slice.entries);
    if (reached === null || found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  const older = found.length > limit ? (shown.at(-1)?.place ?? null) : reached;
  const rows = await shownInLines(reader.db, reader.bulk, principal.tenantId, shown.map(entryOf));
  return {
    rows: [...shown.map(entryOf), ...rows].map((row) => visibleTo(row, principal)),
    entryIds: shown.map(({ id }) => id),
    older: older === null ? null : writeOlder(older),
    lookedTo: older === null ? null : instantOfPlace(older),
  };
}

/** Where the entries of a filter come from. */
export async function slicesOf({ db, text }: Reader, principal: Principal, filter: LogFilter): Promise<NextSlice> {
  const { tenantId: tenant } = principal;
  const bounds = boundsOf(filter);
  if (filter.text === undefined) return streamSlices(db, tenant, await streamsOf(db, tenant, filter), bounds);

  const { no } = await db.selectFrom('tenant').select('no').where('id', '=', tenant).executeTakeFirstOrThrow();
  const search = await textSearch(db, principal, no, filter.text);
  if (search.groups.length === 0)
    return streamSlices(db, tenant, await streamsOf(db, tenant, filter), bounds, (range, most) =>
      broadWords(db, text, search, range, most),
    );
  if (filter.contact !== undefined) {
    const family = await familyOf(db, tenant, filter.contact);
    search.groups.push(family.map((id) => soughtContact(no, id)));
  }
  return textSlices(db, text, search, conditionsOf(filter), bounds);
}

function entryOf({ body }: FoundEntry): RowOf<'entry'> {
  return parseBody(body) as RowOf<'entry'>; // the table holds nothing else
}
