import { type Kysely, sql } from 'kysely';
import type { LogFilter } from '../../domain/log-filter.ts';
import { afterAll, placeOf } from './entry-place.ts';
import type { Condition, Streams } from './entry-streams.ts';
import type { Tables } from './tables.ts';
import type { Sought, TextIndex } from './text-index.ts';

export type FoundEntry = Pick<Tables['entry'], 'place' | 'id' | 'body'>;

/** Some entries in the order of time, newest first. */
export interface Slice {
  entries: FoundEntry[];
  /** All from here on was looked at; null when there is nothing below. */
  reached: number | null;
}

/** The next entries below a place: at most `most`, of at most about `look` that are looked at. */
export type NextSlice = (below: number, size: { most: number; look: number }) => Promise<Slice>;

/** Entries from the streams that meet the conditions. */
export function streamSlices(
  db: Kysely<Tables>,
  tenant: string,
  { streams, conditions }: Streams,
  { from, to }: Bounds,
): NextSlice {
  return async (given, { most, look }) => {
    const below = Math.min(given, to);
    const range = (stream: Condition, floor: number) =>
      sql`entry where tenant = ${tenant} and ${stream} and place < ${below} and place >= ${floor}`;

    let floor: number | null = null;
    for (const stream of streams) {
      const { rows } = await sql<{ floor: number | null; looked: number }>`
        select min(place) as floor, count(*) as looked from
          (select place from ${range(stream, from)} order by place desc limit ${look})`.execute(db);
      const [end] = rows;
      if (end && end.looked >= look && end.floor !== null) floor = Math.max(floor ?? end.floor, end.floor);
    }
    const found = new Map<number, FoundEntry>();
    for (const stream of streams) {
      const { rows } = await sql<FoundEntry>`select place, id, body from ${range(stream, floor ?? from)}
        and ${sql.join(conditions, sql` and `)} order by place desc limit ${most}`.execute(db);
      for (const row of rows) found.set(row.place, row);
      const last = rows.at(-1);
      if (last && rows.length >= most) floor = Math.max(floor ?? last.place, last.place);
    }
    const reached = floor;
    const entries = [...found.values()].filter(({ place }) => reached === null || place >= reached);
    return { entries: entries.sort((a, b) => b.place - a.place), reached };
  };
}

/** Entries that have a word of each group and meet the conditions. */
export function textSlices(
  db: Kysely<Tables>,
  text: TextIndex,
  groups: readonly (readonly Sought[])[],
  conditions: readonly Condition[],
  { from, to }: Bounds,
): NextSlice {
  return async (given, { look }) => {
    const places = await text.find(db, groups, { below: Math.min(given, to), from }, look);
    const { rows } = await sql<FoundEntry>`select place, id, body from entry
      where place in (select value from json_each(${JSON.stringify(places)}))
        and ${sql.join(conditions, sql` and `)} order by place desc`.execute(db);
    return { entries: rows, reached: places.length < look ? null : (places.at(-1) ?? null) };
  };
}

/** Places outside of which nothing can pass. */
export interface Bounds {
  from: number;
  to: number;
}

const dayMs = 86_400_000;

/** Days are those of the entries' own zones: their instants lie less than a day away from UTC's. */
export function boundsOf({ from, to }: LogFilter): Bounds {
  const away = (day: string, days: number) => placeOf(new Date(Date.parse(day) + days * dayMs).toISOString());
  return {
    from: from === undefined ? Number.MIN_SAFE_INTEGER : away(from, -1),
    to: to === undefined ? afterAll : away(to, 2),
  };
}
