import { sql } from 'kysely';
import type { ContactId, SalespersonCode } from '../../domain/ids.ts';
import type { Day } from '../../domain/time.ts';
import type { ColdResponse } from '../../protocol/log-list.ts';
import type { Principal } from '../log-store.ts';
import type { Reader } from './list-log.ts';
import { withCompanies } from './look-ups.ts';

/** Most contacts of one answer. */
const mostCold = 200;

/** Contacts that were last reached before `day`, by their own index: first those reached longest ago, then the others. */
export async function readCold(
  { db, bulk }: Reader,
  { tenantId: tenant }: Principal,
  { day, salesperson, limit }: { day: Day; salesperson?: SalespersonCode | undefined; limit: number },
): Promise<ColdResponse> {
  const most = Math.min(Math.max(Math.trunc(limit), 1), mostCold);
  let cold = db
    .selectFrom('contact')
    .select(['id', 'last_reached'])
    .where('tenant', '=', tenant)
    .where('merged_into', 'is', null)
    .where('deleted', '=', sql.lit(0)); // as the index has it
  if (salesperson !== undefined) cold = cold.where('salesperson_code', '=', salesperson);
  const reached = await cold
    .where('last_reached', '<', day)
    .orderBy('last_reached')
    .orderBy('id')
    .limit(most)
    .execute();
  const never = await cold
    .where('last_reached', 'is', null)
    .orderBy('id')
    .limit(most - reached.length)
    .execute();
  const found = [...reached, ...never];
  return {
    // Stored in these forms.
    contacts: found.map(({ id, last_reached }) => ({
      contactId: id as ContactId,
      lastReached: last_reached as Day | null,
    })),
    rows: await withCompanies(
      db,
      bulk,
      tenant,
      found.map(({ id }) => id),
    ),
  };
}
