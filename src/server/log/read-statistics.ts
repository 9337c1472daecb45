import type { Kysely } from 'kysely';
import {
  mostSums,
  type StatisticsBy,
  type StatisticsQuery,
  type StatisticsResponse,
} from '../../protocol/statistics.ts';
import type { Principal } from '../log-store.ts';
import { type DayRange, dayRanges, type InRead } from './day-ranges.ts';
import { familyOf } from './family-of.ts';
import type { Tables } from './tables.ts';

const columns = {
  template: 'template_code',
  group: 'group_code',
  campaign: 'campaign_code',
  salesperson: 'salesperson_code',
  contact: 'contact_id',
} as const satisfies Record<StatisticsBy, keyof Tables['entry']>;

type Sum = StatisticsResponse['sums'][number];

/** Sums of live entries by a code, read in portions from the index that has all of it. */
export async function readStatistics(
  read: InRead,
  { tenantId: tenant }: Principal,
  query: StatisticsQuery,
): Promise<StatisticsResponse> {
  const { by, contact } = query;
  const found = new Map<string, Sum>();
  const add = (sums: readonly Sum[]) => {
    for (const sum of sums) found.set(sum.code, added(found.get(sum.code) ?? { ...none, code: sum.code }, sum));
  };
  if (contact === undefined)
    for await (const days of dayRanges(read, tenant, query)) add(await read((db) => sumsOf(db, tenant, query, days)));
  else add(await read((db) => sumsOf(db, tenant, query)));
  const all = [...found.values()];
  const sums = by === 'contact' ? await read((db) => atTheirRoots(db, tenant, all)) : all;
  const ordered = sums.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  return {
    sums: ordered.slice(0, mostSums),
    total: withoutCode(ordered.reduce(added, none)),
    more: ordered.length > mostSums,
  };
}

const none: Sum = { code: '', count: 0, cost: 0, minutes: 0, responses: 0 };

async function sumsOf(
  db: Kysely<Tables>,
  tenant: string,
  { by, from, to, contact }: StatisticsQuery,
  days?: DayRange,
): Promise<Sum[]> {
  const column = columns[by];
  let query = db
    .selectFrom('entry')
    .select(({ fn, ref }) => [
      ref(column).as('code'),
      fn.countAll<number>().as('count'),
      fn.sum<number>('cost').as('cost'),
      fn.sum<number>('minutes').as('minutes'),
      fn.sum<number>('campaign_response').as('responses'),
    ])
    .where('tenant', '=', tenant)
    .where('standing', '=', 'live')
    .where(column, 'is not', null)
    .groupBy(column);
  if (days) query = query.where('day', '>=', days.first).where('day', '<', days.next);
  if (from !== undefined) query = query.where('day', '>=', from);
  if (to !== undefined) query = query.where('day', '<=', to);
  if (contact !== undefined) {
    const family = await familyOf(db, tenant, contact);
    query = query.where('id', 'in', ({ selectFrom }) => {
      const theirs = (of: 'contact_id' | 'company_id') =>
        selectFrom('entry').select('id').where('tenant', '=', tenant).where(of, 'in', family);
      return theirs('contact_id').union(theirs('company_id'));
    });
  }
  return (await query.execute()).map((row) => ({ ...row, code: row.code ?? '' }));
}

/** What was merged into a contact counts there. */
async function atTheirRoots(db: Kysely<Tables>, tenant: string, sums: readonly Sum[]): Promise<Sum[]> {
  const merged = await db
    .selectFrom('contact')
    .select(['id', 'merged_into'])
    .where('tenant', '=', tenant)
    .where('merged_into', 'is not', null)
    .execute();
  const into = new Map(merged.map(({ id, merged_into }) => [id, merged_into]));
  const byRoot = new Map<string, Sum>();
  for (const sum of sums) {
    const seen = new Set<string>();
    let root = sum.code;
    for (let to = into.get(root); to && !seen.has(to); to = into.get(root)) {
      seen.add(to);
      root = to;
    }
    const before = byRoot.get(root);
    byRoot.set(root, before ? added(before, sum) : { ...sum, code: root });
  }
  return [...byRoot.values()];
}

function added(a: Sum, b: Sum): Sum {
  return {
    code: a.code,
    count: a.count + b.count,
    cost: a.cost + b.cost,
    minutes: a.minutes + b.minutes,
    responses: a.responses + b.responses,
  };
}

function withoutCode({ count, cost, minutes, responses }: Sum): StatisticsResponse['total'] {
  return { count, cost, minutes, responses };
}
