import type { SelectQueryBuilder } from 'kysely';
import type { LogEntry } from '../../../domain/log-entry.ts';
import { parseBody } from '../parse-body.ts';
import type { Tables } from '../tables.ts';
import { type JobReading, type JobWriting, stepSize } from './job-kind.ts';

/** Entries to be gone through, in the order of an index that ends with the place. */
export type EntryQuery = SelectQueryBuilder<Tables, 'entry', object>;

/** All entries of the tenant, to be narrowed. */
export function entriesOf({ db, tenant }: Pick<JobReading, 'db' | 'tenant'>): EntryQuery {
  return db.selectFrom('entry').where('tenant', '=', tenant);
}

interface Page {
  entries: { place: number; entry: LogEntry }[];
  /** The place of the last of them; undefined where nothing comes after these. */
  end: number | undefined;
}

/** The next entries of `queries` together after the place `mark` (null: the first), as many as one step takes or `limit`. */
export async function nextEntries(
  queries: readonly EntryQuery[],
  mark: number | null,
  limit = stepSize,
): Promise<Page> {
  const pages = await Promise.all(
    queries.map((query) => {
      const after = mark === null ? query : query.where('place', '>', mark);
      return after.select(['place', 'body']).orderBy('place').limit(limit).execute();
    }),
  );
  const sorted = pages.flat().sort((a, b) => a.place - b.place);
  const found = sorted.slice(0, limit);
  return {
    entries: found.flatMap(({ place, body }) => {
      const entry = parseBody(body);
      return entry.kind === 'entry' ? [{ place, entry }] : [];
    }),
    end: found.length < limit ? undefined : found.at(-1)?.place,
  };
}

/** Those that are still there. */
export async function entriesById({ db, bulk, tenant }: JobWriting, ids: readonly string[]): Promise<LogEntry[]> {
  const found = await bulk.selectIn(db, { table: 'entry', column: 'id', wanted: ['body'] }, tenant, ids);
  return found.map(({ body }) => parseBody(body)).filter((row) => row.kind === 'entry');
}
