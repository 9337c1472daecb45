import type { SelectQueryBuilder } from 'kysely';
import type { LogEntry } from '../../../domain/log-entry.ts';
import { parseBody } from '../parse-body.ts';
import type { Tables } from '../tables.ts';
import { type JobReading, type JobWriting, stepSize } from './job-kind.ts';

/** How far a job is that goes through entries by their day. */
export interface DayMark {
  day: string;
  id: string;
}

type Standing = Tables['entry']['standing'];
type Entries = SelectQueryBuilder<Tables, 'entry', object>;

/** Entries of that standing, to be narrowed; the index that sums are read from finds them. */
export function standing({ db, tenant }: Pick<JobReading, 'db' | 'tenant'>, which: Standing): Entries {
  return db.selectFrom('entry').where('tenant', '=', tenant).where('standing', '=', which);
}

/** The next entries of `query` after `mark`, oldest first, as many as one step takes. */
export async function nextByDay(
  query: Entries,
  mark: DayMark | undefined,
): Promise<{ page: LogEntry[]; last: boolean }> {
  let after = query;
  if (mark)
    after = query.where('day', '>=', mark.day).where((eb) => eb.or([eb('day', '>', mark.day), eb('id', '>', mark.id)]));
  const found = await after.select('body').orderBy('day').orderBy('id').limit(stepSize).execute();
  const page = found.map(({ body }) => parseBody(body)).filter((row) => row.kind === 'entry');
  return { page, last: found.length < stepSize };
}

export function markOf({ day, id }: LogEntry): DayMark {
  return { day, id };
}

export async function entriesById({ db, bulk, tenant }: JobWriting, ids: readonly string[]): Promise<LogEntry[]> {
  const found = await bulk.selectIn(db, { table: 'entry', column: 'id', wanted: ['body'] }, tenant, ids);
  return found.map(({ body }) => parseBody(body)).filter((row) => row.kind === 'entry');
}
