import { sql } from 'kysely';
import type { LogFilter } from '../../domain/log-filter.ts';
import type { LogSummaryResponse } from '../../protocol/log-list.ts';
import type { Principal } from '../log-store.ts';
import { dayRanges } from './day-ranges.ts';
import { pastAll } from './entry-place.ts';
import { isOneOf } from './entry-slices.ts';
import { type Condition, conditionsOf } from './entry-streams.ts';
import { type Reader, slicesOf } from './list-log.ts';
import { createSummary, type Summed } from './summary-sums.ts';

/** How many entries that are found one by one are summed in one read. */
const entriesAtOnce = 20_000;

/** Runs something in a read of its own. */
export type Together = <T>(work: (reader: Reader) => Promise<T>) => Promise<T>;

/** Sums of what is live of what the filter shows, by week, template, salesperson and campaign. */
export async function readSummary(
  together: Together,
  principal: Principal,
  filter: LogFilter,
): Promise<LogSummaryResponse> {
  const sums = createSummary();
  const oneByOne = filter.text !== undefined || filter.contact !== undefined;
  for await (const portion of (oneByOne ? byEntries : byDays)(together, principal, filter)) sums.add(portion);
  return sums.response();
}

/** Read from the index that has all of it, as far as the filter allows. */
async function* byDays(together: Together, { tenantId }: Principal, filter: LogFilter): AsyncGenerator<Summed[]> {
  const conditions = conditionsOf(filter);
  for await (const { first, next } of dayRanges((work) => together(({ db }) => work(db)), tenantId, filter)) {
    const days = sql<boolean>`day >= ${first} and day < ${next}`;
    yield await together((reader) => summed(reader, tenantId, [days, ...conditions]));
  }
}

async function* byEntries(together: Together, principal: Principal, filter: LogFilter): AsyncGenerator<Summed[]> {
  for (let below: number | null = pastAll; below !== null; ) {
    const from: number = below;
    const { found, reached } = await together(async (reader) => {
      const next = await slicesOf(reader, principal, filter);
      const slice = await next(from, { most: entriesAtOnce, look: entriesAtOnce, bodies: false });
      const places = slice.entries.map(({ place }) => place);
      return { found: await summed(reader, principal.tenantId, [isOneOf(places)]), reached: slice.reached };
    });
    yield found;
    below = reached;
  }
}

async function summed({ db }: Reader, tenant: string, conditions: readonly Condition[]): Promise<Summed[]> {
  const { rows } = await sql<Summed>`
    select day, template_code as template, salesperson_code as salesperson, campaign_code as campaign,
      count(*) as count, sum(cost) as cost, sum(minutes) as minutes
    from entry where tenant = ${tenant} and standing = 'live' and ${sql.join(conditions, sql` and `)}
    group by day, template_code, salesperson_code, campaign_code`.execute(db);
  return rows;
}
