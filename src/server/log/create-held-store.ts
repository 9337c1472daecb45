import type { Kysely } from 'kysely';
import type { Alias } from '../../domain/decision.ts';
import type { HeldStore } from '../held-store.ts';
import { createBulkStatements } from './bulk-statements.ts';
import { sameContacts } from './jobs/same-contacts.ts';
import { parseBody } from './parse-body.ts';
import type { Tables } from './tables.ts';

/** How many comments, whoever wrote them, are looked at for a page. */
const pageSize = 1_000;

export function createHeldStore(db: Kysely<Tables>): HeldStore {
  const bulk = createBulkStatements();
  return {
    heldAbout: ({ tenantId: tenant }, contactId) =>
      db.transaction().execute(async (trx) => {
        const ids = await sameContacts({ db: trx, bulk, tenant }, contactId);
        if (ids.length === 0) return undefined;
        const bodies = async (table: 'contact' | 'follow_up', column: 'id' | 'contact_id') =>
          (await bulk.selectIn(trx, { table, column: column as 'id', wanted: ['body'] }, tenant, ids)).map(({ body }) =>
            parseBody(body),
          ); // only follow-ups have the other column
        const aliases = await bulk.selectIn(
          trx,
          { table: 'alias', column: 'to_id', wanted: ['kind', 'from_id', 'to_id'] },
          tenant,
          ids,
        );
        return {
          contacts: (await bodies('contact', 'id')).filter((row) => row.kind === 'contact'),
          followUps: (await bodies('follow_up', 'contact_id')).filter((row) => row.kind === 'follow-up'),
          aliases: aliases.map(({ kind, from_id: from, to_id: to }) => ({ kind, from, to }) as Alias), // as they were written
        };
      }),

    async ownComments({ tenantId, userId }, after) {
      const found = await db
        .selectFrom('comment')
        .select('body')
        .where('tenant', '=', tenantId)
        .where('id', '>', after ?? '')
        .orderBy('id')
        .limit(pageSize)
        .execute();
      const comments = found.map(({ body }) => parseBody(body)).filter((row) => row.kind === 'comment');
      return {
        comments: comments.filter((comment) => comment.userId === userId),
        next: found.length < pageSize ? undefined : comments.at(-1)?.id,
      };
    },
  };
}
