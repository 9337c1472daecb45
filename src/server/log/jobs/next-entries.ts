import type { SelectQueryBuilder } from 'kysely';
import type { LogEntry } from '../../../domain/log-entry.ts';
import { parseBody } from '../parse-body.ts';
import type { Tables } from '../tables.ts';
import { type JobReading, type JobWriting, stepSize } from './job-kind.ts';

/** All entries of the tenant, to be narrowed. */
export function entriesOf({ db, tenant }: Pick<JobReading, 'db' | 'tenant'>) {
  return db.selectFrom('entry').where('tenant', '=', tenant);
}

interface Page {
  entries: LogEntry[];
  /** The place of the last of them; undefined where nothing comes after these. */
  end: number | undefined;
}

/** The next entries of `query` after the place `mark` (null: the first), as many as one step takes. */
export async function nextEntries(
  query: SelectQueryBuilder<Tables, 'entry', object>,
  mark: number | null,
): Promise<Page> {
  const after = mark === null ? query : query.where('place', '>', mark);
  const found = await after.select(['place', 'body']).orderBy('place').limit(stepSize).execute();
  return {
    entries: found.map(({ body }) => parseBody(body)).filter((row) => row.kind === 'entry'),
    end: found.length < stepSize ? undefined : found.at(-1)?.place,
  };
}

/** Those that are still there. */
export async function entriesById({ db, bulk, tenant }: JobWriting, ids: readonly string[]): Promise<LogEntry[]> {
  const found = await bulk.selectIn(db, { table: 'entry', column: 'id', wanted: ['body'] }, tenant, ids);
  return found.map(({ body }) => parseBody(body)).filter((row) => row.kind === 'entry');
}
