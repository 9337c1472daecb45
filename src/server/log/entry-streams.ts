import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { LogFilter } from '../../domain/log-filter.ts';
import { familyOf } from './family-of.ts';
import type { Tables } from './tables.ts';

export type Condition = RawBuilder<boolean>;
type Column = keyof Tables['entry'];

/** What passes a filter: all entries that are in one of the streams and meet the conditions. */
export interface Streams {
  /** Each is found by an index that gives it in the order of time. */
  streams: readonly Condition[];
  /** What is left to check of each entry. */
  conditions: readonly Condition[];
}

/** How many entries of a stream are counted to tell a short one from a long one. */
const shortStream = 1_000;

/**
 * Chooses the streams that lead to what the filter shows: of several indexes that would do, the one with the fewest
 * entries. `text` is not looked at here, nor the days: they bound places.
 */
export async function streamsOf(db: Kysely<Tables>, tenant: string, filter: LogFilter): Promise<Streams> {
  if (filter.contact !== undefined) {
    const family = await familyOf(db, tenant, filter.contact);
    const streams = family.flatMap((id) => [is('contact_id', id), is('company_id', id)]);
    return { streams, conditions: conditionsOf(filter) };
  }
  const parts = (Object.keys(indexed) as (keyof typeof indexed)[]).flatMap((part) => {
    const stream = filter[part] === undefined ? undefined : indexed[part](String(filter[part]));
    return stream ? [{ part, stream }] : [];
  });
  const [first] = parts;
  if (!first)
    return { streams: standingsOf(filter).map((one) => is('standing', one)), conditions: conditionsOf(filter) };
  let best = { ...first, length: Number.POSITIVE_INFINITY };
  if (parts.length > 1)
    for (const one of parts) {
      const length = await lengthOf(db, tenant, one.stream);
      if (length < best.length) best = { ...one, length };
    }
  return { streams: [best.stream], conditions: conditionsOf({ ...filter, [best.part]: undefined }, filter) };
}

/** The parts of a filter that have an index; those with a usual value have one only of the others. */
const indexed = {
  campaign: (code: string) => is('campaign_code', code),
  evaluation: (value: string) => (value === 'none' ? undefined : unusual('evaluation', value, '')),
  origin: (value: string) => (value === 'mail' ? undefined : unusual('origin', value, 'mail')),
  flow: (value: string) => (value === 'none' ? sql<boolean>`flow = ''` : undefined),
  status: (value: string) =>
    value === 'canceled'
      ? is('standing', 'canceled')
      : value === 'attempt-failed'
        ? sql<boolean>`attempt_failed = 1`
        : undefined,
  salesperson: (code: string) => is('salesperson_code', code),
  template: (code: string) => is('template_code', code),
  group: (code: string) => is('group_code', code),
} as const satisfies Partial<Record<keyof LogFilter, (value: string) => Condition | undefined>>;

/** The whole filter as conditions, its contact and text aside. `given` tells of the status where its part is met. */
export function conditionsOf(filter: LogFilter, given: LogFilter = filter): Condition[] {
  const { from, to, group, template, salesperson, campaign, flow, evaluation, origin } = filter;
  const standings = standingsOf(given);
  const conditions = [
    standings.length === 1 ? also('standing', standings[0] ?? '') : sql<boolean>`+standing in ('live', 'canceled')`,
    from === undefined ? undefined : sql<boolean>`+day >= ${from}`,
    to === undefined ? undefined : sql<boolean>`+day <= ${to}`,
    group === undefined ? undefined : also('group_code', group),
    template === undefined ? undefined : also('template_code', template),
    salesperson === undefined ? undefined : also('salesperson_code', salesperson),
    campaign === undefined ? undefined : also('campaign_code', campaign),
    flow === undefined ? undefined : also('flow', flow === 'none' ? '' : flow),
    evaluation === undefined ? undefined : also('evaluation', evaluation === 'none' ? '' : evaluation),
    origin === undefined ? undefined : also('origin', origin),
    given.status === 'attempt-failed' ? also('attempt_failed', 1) : undefined,
    given.status === 'recorded' ? also('attempt_failed', 0) : undefined,
  ];
  return conditions.filter((one) => one !== undefined);
}

function standingsOf({ status }: LogFilter): Tables['entry']['standing'][] {
  if (status === undefined) return ['live', 'canceled'];
  return status === 'canceled' ? ['canceled'] : ['live'];
}

async function lengthOf(db: Kysely<Tables>, tenant: string, stream: Condition): Promise<number> {
  const { rows } = await sql<{ length: number }>`select count(*) as length from
    (select 1 from entry where tenant = ${tenant} and ${stream} limit ${shortStream})`.execute(db);
  return rows[0]?.length ?? 0;
}

function is(column: Column, value: string): Condition {
  return sql`${sql.ref(column)} = ${value}`;
}

// An index of part of the rows is used where its own condition is seen to hold.
function unusual(column: Column, value: string, usual: string): Condition {
  return sql`${sql.ref(column)} = ${value} and ${sql.ref(column)} <> ${sql.lit(usual)}`;
}

// The plus keeps the database from taking another index for these, which would be out of the order of time.
function also(column: Column, value: string | number): Condition {
  return sql`+${sql.ref(column)} = ${value}`;
}
