import type { Kysely } from 'kysely';
import type { Row } from '../../domain/row.ts';
import type { BulkStatements } from './bulk-statements.ts';
import { companionsOf } from './entry-companions.ts';
import { changedFollowUps, presentFollowUps } from './follow-up-pages.ts';
import { parseBody } from './parse-body.ts';
import type { Tables } from './tables.ts';

/** Where entries are looked for: a column and its value. A page is drawn from all places of a list together. */
export type Place = readonly ['user_id' | 'contact_id' | 'company_id', string];

export interface EntryPage {
  /** The entries, their items and their comments. */
  rows: Row[];
  more: boolean;
  /** The rev up to which a page in order of change goes. */
  last: number;
  /** The place of the last entry, where there are older ones. */
  older: number | null;
}

/**
 * The newest entries, those below the place `mark`. Nothing is skipped over by counting: each page is a range. The
 * first page brings the follow-ups along, and what its user has postponed, however old it is.
 */
export async function newestEntries(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  places: readonly Place[],
  limit: number,
  mark?: number,
): Promise<EntryPage> {
  const found = await eachPlace(places, async ([column, value]) => {
    let query = db
      .selectFrom('entry')
      .select(['id', 'place', 'touched', 'body'])
      .where('tenant', '=', tenant)
      .where(column, '=', value);
    if (mark !== undefined) query = query.where('place', '<', mark);
    return query
      .orderBy('place', 'desc')
      .limit(limit + 1)
      .execute();
  });
  const sorted = found.sort((a, b) => b.place - a.place);
  const page = sorted.slice(0, limit);
  const end = page.at(-1);
  const older = sorted.length > limit && end ? end.place : null;
  const further = mark !== undefined ? [] : await postponedEntries(db, tenant, places);
  const once = new Map([...page, ...further].map((entry) => [entry.id, entry]));
  const rows = await withCompanions(db, bulk, tenant, [...once.values()]);
  if (mark === undefined) for (const { body } of await presentFollowUps(db, tenant, places)) rows.push(parseBody(body));
  return { rows, more: false, last: 0, older };
}

async function postponedEntries(db: Kysely<Tables>, tenant: string, places: readonly Place[]): Promise<Found[]> {
  const users = places.filter(([column]) => column === 'user_id').map(([, id]) => id);
  if (users.length === 0) return [];
  return db
    .selectFrom('entry')
    .select(['id', 'place', 'touched', 'body'])
    .where('tenant', '=', tenant)
    .where('standing', '=', 'postponed')
    .where('user_id', 'in', users)
    .execute();
}

/** The entries that changed after `since`, by themselves or by their item or comments, and follow-ups, in the order of change. */
export async function changedEntries(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  places: readonly Place[],
  limit: number,
  since: number,
): Promise<EntryPage> {
  const found = await eachPlace(places, ([column, value]) =>
    db
      .selectFrom('entry')
      .select(['id', 'place', 'touched', 'body'])
      .where('tenant', '=', tenant)
      .where(column, '=', value)
      .where('touched', '>', since)
      .orderBy('touched')
      .limit(limit + 1)
      .execute(),
  );
  const followUps = await changedFollowUps(db, tenant, places, limit + 1, since);
  const sorted = [
    ...found.map((entry) => ({ at: entry.touched, entry, body: entry.body })),
    ...followUps.map(({ rev, body }) => ({ at: rev, entry: undefined, body })),
  ].sort((a, b) => a.at - b.at);
  const page = sorted.slice(0, limit);
  const entries = page.map(({ entry }) => entry).filter((entry) => entry !== undefined);
  return {
    rows: [
      ...(await withCompanions(db, bulk, tenant, entries)),
      ...page.filter(({ entry }) => entry === undefined).map(({ body }) => parseBody(body)),
    ],
    more: sorted.length > limit,
    last: page.at(-1)?.at ?? since,
    older: null,
  };
}

type Found = Pick<Tables['entry'], 'id' | 'place' | 'touched' | 'body'>;

async function eachPlace(places: readonly Place[], read: (place: Place) => Promise<Found[]>): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const place of places) for (const row of await read(place)) found.set(row.id, row);
  return [...found.values()];
}

async function withCompanions(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  page: readonly Found[],
): Promise<Row[]> {
  const entries = page.map(({ body }) => parseBody(body)).filter((row) => row.kind === 'entry');
  return [...entries, ...(await companionsOf(db, bulk, tenant, entries))];
}
