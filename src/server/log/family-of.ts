import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A contact and all that were merged into it, directly or by way of another: their histories are read as one. */
export async function familyOf(db: Kysely<Tables>, tenant: string, contactId: string): Promise<string[]> {
  const family = new Set([contactId]);
  let next = [contactId];
  while (next.length > 0) {
    const found = await db
      .selectFrom('contact')
      .select('id')
      .where('tenant', '=', tenant)
      .where('merged_into', 'in', next)
      .execute();
    next = found.map(({ id }) => id).filter((id) => !family.has(id));
    for (const id of next) family.add(id);
  }
  return [...family];
}
