import { type Kysely, sql } from 'kysely';
import { isLive } from '../../domain/is-live.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import type { Day } from '../../domain/time.ts';
import type { BulkStatements } from './bulk-statements.ts';
import type { Places } from './entry-place.ts';
import type { Tables } from './tables.ts';

/**
 * Keeps the day on which contacts were last reached, which *going cold* is read from: of live entries whose attempt did
 * not fail, with the contact or with one that was merged into it, and for a company also with its people. A new entry
 * only raises it; whatever else happened, it is found anew.
 */
export async function reachByEntries(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  entries: readonly LogEntry[],
  places: Places,
): Promise<void> {
  const days = new Map<string, Day>();
  const anew = new Set<string>();
  for (const entry of entries)
    for (const id of [entry.contactId, entry.companyId]) {
      if (id === null) continue;
      const known = days.get(id);
      if (places.has(entry.id)) anew.add(id);
      else if (isLive(entry) && !entry.attemptFailed && (known === undefined || entry.day > known))
        days.set(id, entry.day);
    }
  const found = await bulk.selectIn(
    db,
    { table: 'contact', column: 'id', wanted: ['id', 'merged_into', 'last_reached'] },
    tenant,
    days.keys(),
  );
  for (const { id, merged_into, last_reached } of found) {
    const day = days.get(id);
    if (anew.has(id) || day === undefined || (last_reached !== null && last_reached >= day)) continue;
    if (merged_into !== null) anew.add(id);
    else
      await db
        .updateTable('contact')
        .set({ last_reached: day })
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .execute();
  }
  await findLastReached(db, tenant, anew);
}

/** Finds the day anew for these contacts and all that they were merged into. */
export async function findLastReached(db: Kysely<Tables>, tenant: string, ids: Iterable<string>): Promise<void> {
  const seen = new Set<string>();
  for (const first of ids)
    for (let id: string | null = first; id !== null && !seen.has(id); ) {
      seen.add(id);
      const renewed: { merged_into: string | null } | undefined = await db
        .updateTable('contact')
        .set({ last_reached: lastDayOfFamily(tenant, id) })
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .returning('merged_into')
        .executeTakeFirst();
      id = renewed?.merged_into ?? null;
    }
}

/** Days lie at most two from the order of time, in which the last entry is found first. */
const twoDays = 2 * 86_400_000 * 1_024;

function lastDayOfFamily(tenant: string, id: string) {
  const reached = (column: 'contact_id' | 'company_id') => sql`
    e.tenant = ${tenant} and e.${sql.ref(column)} = family.id and e.standing = 'live' and e.attempt_failed = 0`;
  const lastBy = (column: 'contact_id' | 'company_id') => sql`
    (select max(e.day) from entry e where ${reached(column)} and e.place >=
      (select e.place from entry e where ${reached(column)} order by e.place desc limit 1) - ${twoDays})`;
  return sql<string | null>`(
    with recursive family(id) as (
      select ${id} union select c.id from contact c join family on c.tenant = ${tenant} and c.merged_into = family.id)
    select nullif(max(max(coalesce(${lastBy('contact_id')}, ''), coalesce(${lastBy('company_id')}, ''))), '') from family)`;
}
