import type { Kysely } from 'kysely';
import { visibleTo } from '../../domain/visible-to.ts';
import { formatCursor } from '../../protocol/cursor.ts';
import { mostPulledRows } from '../../protocol/pull.ts';
import type { Scope } from '../../protocol/scope.ts';
import type { Principal, Pulled } from '../log-store.ts';
import type { BulkStatements } from './bulk-statements.ts';
import { readOlder, writeOlder } from './cursor.ts';
import { changedEntries, type EntryPage, newestEntries } from './entry-pages.ts';
import { familyOf } from './family-of.ts';
import { parseBody } from './parse-body.ts';
import { epochNow, readCursor } from './runs.ts';
import type { Tables } from './tables.ts';

/** Further behind than this many revs no answer comes: a device gives up what it asked for a minute ago. */
const lateRevs = 10_000;

/**
 * One pull, inside a transaction so that the counter and all rows are of one moment. A page of entries brings their
 * items and comments along; an entry comes again when only these have changed.
 */
export async function pullScope(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  principal: Principal,
  scope: Scope,
  at: { cursor?: string | undefined; before?: string | undefined; seen?: string | undefined; limit: number },
): Promise<Pulled> {
  const { tenantId: tenant } = principal;
  const { epoch: life, rev: counter } = await db
    .selectFrom('tenant')
    .select(['epoch', 'rev'])
    .where('id', '=', tenant)
    .executeTakeFirstOrThrow();
  const limit = Math.min(Math.max(Math.trunc(at.limit), 1), mostPulledRows);
  const epoch = await epochNow(db, tenant, life);
  const since = at.cursor === undefined ? undefined : await readCursor(db, tenant, at.cursor, { life, counter });
  if (at.cursor !== undefined && since === undefined) return { state: 'expired' };

  const page = await readPage();
  if (page === undefined) return { state: 'expired' };
  const { more, last, older } = page;
  const response = {
    rows: page.rows.map((row) => visibleTo(row, principal)),
    cursor: formatCursor({ epoch, rev: more ? last : counter }),
    more,
    older: older === null ? null : writeOlder(older),
  };
  return { state: 'ok', response };

  async function readPage(): Promise<EntryPage | undefined> {
    if (scope === 'setup' || scope === 'contacts') {
      const found = await (scope === 'setup' ? setupAfter() : contactsAfter());
      const rows = found.slice(0, limit);
      return {
        rows: rows.map(({ body }) => parseBody(body)),
        more: found.length > limit,
        last: rows.at(-1)?.rev ?? counter,
        older: null,
      };
    }
    const places =
      scope === 'mine'
        ? ([['user_id', principal.userId]] as const)
        : (await familyOf(db, tenant, scope.slice('history:'.length))).flatMap(
            (id) =>
              [
                ['contact_id', id],
                ['company_id', id],
              ] as const,
          );
    if (at.before !== undefined) {
      const mark = readOlder(at.before);
      return mark === undefined ? undefined : newestEntries(db, bulk, tenant, places, limit, mark);
    }
    return since === undefined
      ? newestEntries(db, bulk, tenant, places, limit)
      : changedEntries(db, bulk, tenant, places, limit, since);
  }

  function contactsAfter(): Promise<Found[]> {
    return db
      .selectFrom('contact')
      .select(['rev', 'body'])
      .where('tenant', '=', tenant)
      .where('rev', '>', since ?? 0)
      .orderBy('rev')
      .limit(limit + 1)
      .execute();
  }

  function setupAfter(): Promise<Found[]> {
    let query = db
      .selectFrom('setup_row')
      .select(['rev', 'body'])
      .where('tenant', '=', tenant)
      .where('rev', '>', since ?? 0);
    // Who starts holds no entry that was deleted before, but maybe what somebody wrote about a person who was erased. Who
    // has had an answer, to a push or a look-up, before its first set-up may hold one as well; so may who gets one after
    // it that was on its way meanwhile, and is told of what was deleted of late.
    if (since === undefined && at.seen === undefined)
      query = query.where(({ eb, or }) =>
        or([eb('kind', '!=', 'purge'), eb('body', 'like', '%"why":"erased"%'), eb('rev', '>', counter - lateRevs)]),
      );
    return query
      .orderBy('rev')
      .limit(limit + 1)
      .execute();
  }
}

type Found = Pick<Tables['setup_row'], 'rev' | 'body'>;
