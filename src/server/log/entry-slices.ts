import { type Kysely, sql } from 'kysely';
import type { LogFilter } from '../../domain/log-filter.ts';
import { pastAll, placeOf } from './entry-place.ts';
import type { Condition, Streams } from './entry-streams.ts';
import type { Tables } from './tables.ts';
import type { TextIndex } from './text-index.ts';
import type { TextSearch } from './text-search.ts';

export type FoundEntry = Pick<Tables['entry'], 'place' | 'id' | 'body'>;

/** Some entries in the order of time, newest first. */
export interface Slice {
  entries: FoundEntry[];
  /** All from here on was looked at; null when there is nothing below. */
  reached: number | null;
}

/** The next entries below a place: at most `most` (of one stream), of at most about `look` that are looked at. */
export type NextSlice = (below: number, size: SliceSize) => Promise<Slice>;

export interface SliceSize {
  most: number;
  look: number;
  /** False where only the places are wanted: bodies are empty then. */
  bodies: boolean;
}

/** More conditions for the entries of a range, and from where on in it they hold good. */
type ConditionsIn = (range: Range, most: number) => Promise<{ conditions: Condition[]; from: number }>;

/** Entries from the streams that meet the conditions. */
export function streamSlices(
  db: Kysely<Tables>,
  tenant: string,
  { streams, conditions }: Streams,
  { from, to }: Bounds,
  moreIn?: ConditionsIn,
): NextSlice {
  return async (given, { most, look, bodies }) => {
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
    const more = await moreIn?.({ below, from: floor ?? from }, look);
    if (more && more.from > (floor ?? from)) floor = more.from;
    const all = [...conditions, ...(more?.conditions ?? [])];
    const found = new Map<number, FoundEntry>();
    for (const stream of streams) {
      const { rows } = await sql<FoundEntry>`select ${columns(bodies)} from ${range(stream, floor ?? from)}
        and ${sql.join(all, sql` and `)} order by place desc limit ${most}`.execute(db);
      for (const row of rows) found.set(row.place, row);
      const last = rows.at(-1);
      if (last && rows.length >= most) floor = Math.max(floor ?? last.place, last.place);
    }
    const reached = floor;
    const entries = [...found.values()].filter(({ place }) => reached === null || place >= reached);
    return { entries: entries.sort((a, b) => b.place - a.place), reached };
  };
}

/** Entries that have a word of each group, the broad ones too, and meet the conditions. */
export function textSlices(
  db: Kysely<Tables>,
  text: TextIndex,
  search: TextSearch,
  conditions: readonly Condition[],
  { from, to }: Bounds,
): NextSlice {
  return async (given, { most, look, bodies }) => {
    const below = Math.min(given, to);
    const places = await text.find(db, search.groups, { below, from }, look);
    const end = places.length < look ? null : (places.at(-1) ?? null);
    const words = await broadWords(db, text, search, { below, from: end ?? from }, look);
    const all = [isOneOf(places), ...conditions, ...words.conditions];
    const { rows } = await sql<FoundEntry>`select ${columns(bodies)} from entry
      where ${sql.join(all, sql` and `)} order by place desc limit ${most}`.execute(db);
    return { entries: rows, reached: rows.length < most ? end : (rows.at(-1)?.place ?? end) };
  };
}

/**
 * Broad words as conditions: entries have them in their texts, which the index finds among those that have a word of
 * each group, or their contacts in their names. Where it finds more than `most`, the conditions hold good only so far.
 */
export async function broadWords(
  db: Kysely<Tables>,
  text: TextIndex,
  { groups, broad }: TextSearch,
  range: Range,
  most: number,
): ReturnType<ConditionsIn> {
  let { from } = range;
  const conditions: Condition[] = [];
  for (const { inTexts, isNamed } of broad) {
    const places = await text.find(db, [...groups, inTexts], range, most);
    if (places.length >= most) from = Math.max(from, places.at(-1) ?? from);
    conditions.push(sql`(${isOneOf(places)} or ${isNamed})`);
  }
  return { conditions, from };
}

function columns(bodies: boolean) {
  return bodies ? sql`place, id, body` : sql`place, id, '' as body`;
}

export function isOneOf(places: readonly number[]): Condition {
  return sql`place in (select value from json_each(${JSON.stringify(places)}))`;
}

interface Range {
  below: number;
  from: number;
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
    to: to === undefined ? pastAll : away(to, 2),
  };
}
