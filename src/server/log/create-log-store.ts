import type { Kysely } from 'kysely';
import type { LogStore } from '../log-store.ts';
import { createAccounts } from './accounts.ts';
import { createBatchRows } from './batch-rows.ts';
import { createBulkStatements } from './bulk-statements.ts';
import { lockTenant } from './counters.ts';
import { findContacts, readChanges, readContact, readEntry, readItemsByKeys } from './look-ups.ts';
import { pullScope } from './pull-scope.ts';
import { readStatistics } from './read-statistics.ts';
import { runPush } from './run-push.ts';
import { addRun, knowsCursor } from './runs.ts';
import type { Tables } from './tables.ts';
import type { TextIndex } from './text-index.ts';
import { writeRows } from './write-rows.ts';

/**
 * The log store over any database that kysely speaks to. `newEpoch` names the life of a tenant's counter: cursors of
 * another one no longer count.
 */
export function createLogStore(db: Kysely<Tables>, text: TextIndex, newEpoch: () => string): LogStore {
  const bulk = createBulkStatements();
  const together = <T>(work: (trx: Kysely<Tables>) => Promise<T>) => db.transaction().execute(work);

  return {
    push: (principal, commands, receivedAt) =>
      together((trx) => runPush({ db: trx, bulk, text }, principal, commands, receivedAt)),
    knows: (principal, cursor) => together((trx) => knowsCursor(trx, principal.tenantId, cursor)),
    pull: (principal, scope, at) => together((trx) => pullScope(trx, bulk, principal, scope, at)),
    changesSince: (principal, from, limit) => together((trx) => readChanges(trx, principal, from, limit)),
    itemsByKeys: (principal, keys) => together((trx) => readItemsByKeys(trx, bulk, principal, keys)),
    entry: (principal, id) => together((trx) => readEntry(trx, bulk, principal, id)),
    searchContacts: (principal, query, limit) => together((trx) => findContacts(trx, bulk, principal, query, limit)),
    contact: (principal, id) => together((trx) => readContact(trx, bulk, principal, id)),
    statistics: (principal, query) => readStatistics(together, principal, query),

    createTenant: ({ tenantId, name }, rows) =>
      together(async (trx) => {
        const last = await trx
          .selectFrom('tenant')
          .select(({ fn }) => fn.max('no').as('no'))
          .executeTakeFirst();
        const made = await trx
          .insertInto('tenant')
          .values({
            id: tenantId,
            name,
            epoch: newEpoch(),
            rev: 0,
            entry_no: 0,
            contact_no: 0,
            no: (last?.no ?? 0) + 1,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!made) return false;
        await addRun(trx, tenantId, newEpoch(), 0);
        const counters = await lockTenant(trx, tenantId);
        const batch = createBatchRows();
        for (const row of rows) batch.change(counters.number(row));
        await writeRows({ db: trx, bulk, text, tenant: tenantId }, batch, counters);
        await counters.raise();
        return true;
      }),
    ...createAccounts(db),
    close: () => db.destroy(),
  };
}
