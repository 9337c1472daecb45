import type { Kysely } from 'kysely';
import type { BulkStatements } from './bulk-statements.ts';
import type { OlderMark } from './cursor.ts';
import { changedFollowUps, presentFollowUps } from './follow-up-pages.ts';
import { parseBody } from './parse-body.ts';
import type { Tables } from './tables.ts';

/** Where entries are looked for: a column and its value. A page is drawn from all places of a list together. */
export type Place = readonly ['user_id' | 'contact_id' | 'company_id', string];

export interface EntryPage {
  /** Of the entries, their items and their comments. */
  bodies: string[];
  more: boolean;
  /** The rev up to which a page in order of change goes. */
  last: number;
  older: OlderMark | null;
}

/**
 * The newest entries, those after `mark` in that order. Nothing is skipped over by counting: each page is a range. The
 * first page brings the follow-ups along, and what its user has postponed, however old it is.
 */
export async function newestEntries(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  places: readonly Place[],
  limit: number,
  mark?: OlderMark,
): Promise<EntryPage> {
  const found = await eachPlace(places, async ([column, value]) => {
    let query = db
      .selectFrom('entry')
      .select(['id', 'sort_at', 'touched', 'body'])
      .where('tenant', '=', tenant)
      .where(column, '=', value);
    if (mark)
      query = query
        .where('sort_at', '<=', mark.sortAt)
        .where((eb) => eb.or([eb('sort_at', '<', mark.sortAt), eb('id', '<', mark.id)]));
    return query
      .orderBy('sort_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
  });
  const sorted = found.sort((a, b) => compare(b.sort_at, a.sort_at) || compare(b.id, a.id));
  const page = sorted.slice(0, limit);
  const end = page.at(-1);
  const older = sorted.length > limit && end ? { sortAt: end.sort_at, id: end.id } : null;
  const further = mark ? [] : await postponedEntries(db, tenant, places);
  const once = new Map([...page, ...further].map((entry) => [entry.id, entry]));
  const bodies = await withCompanions(db, bulk, tenant, [...once.values()]);
  if (!mark) for (const { body } of await presentFollowUps(db, tenant, places)) bodies.push(body);
  return { bodies, more: false, last: 0, older };
}

async function postponedEntries(db: Kysely<Tables>, tenant: string, places: readonly Place[]): Promise<Found[]> {
  const users = places.filter(([column]) => column === 'user_id').map(([, id]) => id);
  if (users.length === 0) return [];
  return db
    .selectFrom('entry')
    .select(['id', 'sort_at', 'touched', 'body'])
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
      .select(['id', 'sort_at', 'touched', 'body'])
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
    bodies: [
      ...(await withCompanions(db, bulk, tenant, entries)),
      ...page.filter(({ entry }) => entry === undefined).map(({ body }) => body),
    ],
    more: sorted.length > limit,
    last: page.at(-1)?.at ?? since,
    older: null,
  };
}

type Found = Pick<Tables['entry'], 'id' | 'sort_at' | 'touched' | 'body'>;

async function eachPlace(places: readonly Place[], read: (place: Place) => Promise<Found[]>): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const place of places) for (const row of await read(place)) found.set(row.id, row);
  return [...found.values()];
}

/** The items of a page's entries, those merged into them, and the comments: what a device shows with an entry. */
async function withCompanions(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  page: readonly Found[],
): Promise<string[]> {
  const itemIds = new Set<string>();
  for (const { body } of page) {
    const row = parseBody(body);
    if (row.kind === 'entry' && row.itemId !== null) itemIds.add(row.itemId);
  }
  const companions = [
    await bulk.selectIn(db, { table: 'item', column: 'id', wanted: ['body'] }, tenant, itemIds),
    await bulk.selectIn(db, { table: 'item', column: 'merged_into', wanted: ['body'] }, tenant, itemIds),
    await bulk.selectIn(
      db,
      { table: 'comment', column: 'entry_id', wanted: ['body'] },
      tenant,
      page.map(({ id }) => id),
    ),
  ];
  return [...page, ...companions.flat()].map(({ body }) => body);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
