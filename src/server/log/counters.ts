import { type Kysely, sql } from 'kysely';
import type { Row } from '../../domain/row.ts';
import { epochNow } from './runs.ts';
import type { Tables } from './tables.ts';

/** The numbers that a tenant gives out, while its row is locked. */
export interface Counters {
  tenantNo: number;
  epoch: string;
  rev(): number;
  nextRev(): number;
  /** `row` with the next rev and, where it has none yet, its entry or contact number. */
  number(row: Row): Row;
  /** Writes the counters: the last thing that a transaction does. */
  raise(): Promise<void>;
}

/** Locks the tenant until the transaction ends (by a write to its row, which every database makes others wait for). */
export async function lockTenant(db: Kysely<Tables>, tenant: string): Promise<Counters> {
  const found = await db
    .updateTable('tenant')
    .set({ rev: sql`rev` })
    .where('id', '=', tenant)
    .returning(['no', 'epoch', 'rev', 'entry_no', 'contact_no'])
    .executeTakeFirstOrThrow();
  let { rev, entry_no: entryNo, contact_no: contactNo } = found;

  return {
    tenantNo: found.no,
    epoch: await epochNow(db, tenant, found.epoch),
    rev: () => rev,
    nextRev: () => ++rev,
    number(row) {
      rev += 1;
      if (row.kind === 'entry') return { ...row, rev, entryNo: row.entryNo ?? ++entryNo };
      if (row.kind === 'contact') return { ...row, rev, no: row.no ?? ++contactNo };
      return { ...row, rev };
    },
    async raise() {
      await db
        .updateTable('tenant')
        .set({ rev, entry_no: entryNo, contact_no: contactNo })
        .where('id', '=', tenant)
        .execute();
    },
  };
}
