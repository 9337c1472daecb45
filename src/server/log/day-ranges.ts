import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Runs something in a read of its own. */
export type InRead = <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;

/** From its first day on, and before the next. */
export interface DayRange {
  first: string;
  next: string;
}

const daysAtOnce = 28;

/**
 * The days of all live entries in short ranges, so that what sums a large log is read in portions with other reads in
 * between: one thread reads for all. Days without entries are passed over.
 */
export async function* dayRanges(
  read: InRead,
  tenant: string,
  { from = '', to }: { from?: string | undefined; to?: string | undefined },
): AsyncGenerator<DayRange> {
  for (let start = from; ; ) {
    const after = start;
    const found = await read((db) =>
      db
        .selectFrom('entry')
        .select(({ fn }) => fn.min('day').as('day'))
        .where('tenant', '=', tenant)
        .where('standing', '=', 'live')
        .where('day', '>=', after)
        .executeTakeFirst(),
    );
    const first = found?.day ?? undefined;
    if (first === undefined || (to !== undefined && first > to)) return;
    const later = new Date(Date.parse(first) + daysAtOnce * 86_400_000).toISOString().slice(0, first.length);
    // Years beyond 9999 are written otherwise, and would come before all others.
    const next = later > first ? later : '~';
    yield { first, next };
    start = next;
  }
}
