import type { Kysely } from 'kysely';
import type { EntryId } from '../../domain/ids.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { sortInstant } from '../../domain/sort-instant.ts';
import { type Instant, instantOf } from '../../domain/time.ts';
import type { BulkStatements } from './bulk-statements.ts';
import type { Tables } from './tables.ts';

/** How many entries of one millisecond lie in it; further ones lie in the next. */
const perMs = 1_024;
/** 1830 to 2248: places stay whole numbers that JavaScript can tell apart. What lies beyond lies at the edge. */
const [earliest, latest] = [-(2 ** 42), 2 ** 43 - 2];

/** After all places. */
export const pastAll = Number.MAX_SAFE_INTEGER;

/** The first place of an instant (or a day's start): what is before it has a lower one. */
export function placeOf(instant: string): number {
  return Math.min(Math.max(Date.parse(instant), earliest), latest) * perMs;
}

/** The instant that a place lies in. */
export function instantOfPlace(place: number): Instant {
  return instantOf(Math.floor(place / perMs));
}

/** Where entries lie and have lain. */
export interface Places {
  of(id: EntryId): number;
  /** Whether the entry was there before. */
  has(id: EntryId): boolean;
  /** Those whose time has changed: their rows are to be taken out before they are written anew. */
  moved: EntryId[];
}

/**
 * Gives entries their places in time: whole numbers over all tenants, in the order of their instants and, within one, of
 * their coming here. A place is the key of the row, so that every index is in the order of time without holding it.
 */
export async function placeEntries(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  entries: readonly LogEntry[],
): Promise<Places> {
  const wanted = ['id', 'place', 'sort_at'] as const;
  const ids = entries.map(({ id }) => id);
  const found = await bulk.selectIn(db, { table: 'entry', column: 'id', wanted }, tenant, ids);
  const before = new Map(found.map((row) => [row.id, row]));
  const places = new Map<string, number>();
  const moved: EntryId[] = [];
  const fresh: LogEntry[] = [];
  for (const entry of entries) {
    const was = before.get(entry.id);
    if (was?.sort_at === sortInstant(entry)) places.set(entry.id, was.place);
    else fresh.push(entry);
    if (was && was.sort_at !== sortInstant(entry)) moved.push(entry.id);
  }

  const firsts = fresh.map((entry) => placeOf(sortInstant(entry)));
  const there = await bulk.selectIn(db, { table: 'entry', column: 'place', wanted: ['place'] }, undefined, firsts);
  const taken = new Set(there.map(({ place }) => place));
  for (const entry of fresh) {
    const place = await freePlace(db, placeOf(sortInstant(entry)), taken);
    taken.add(place);
    places.set(entry.id, place);
  }
  return {
    has: (id) => before.has(id),
    moved,
    of(id) {
      const place = places.get(id);
      if (place === undefined) throw new Error('an entry was not placed');
      return place;
    },
  };
}

/** The first place from `first` on behind all that are taken without a gap to the end of a millisecond. */
async function freePlace(db: Kysely<Tables>, first: number, taken: ReadonlySet<number>): Promise<number> {
  if (!taken.has(first)) return first;
  for (let start = first; ; start += perMs) {
    const { last } = await db
      .selectFrom('entry')
      .select(({ fn }) => fn.max('place').as('last'))
      .where('place', '>=', start)
      .where('place', '<', start + perMs)
      .executeTakeFirstOrThrow();
    let place = (last ?? start - 1) + 1;
    while (taken.has(place)) place += 1;
    if (place < start + perMs) return place;
  }
}
