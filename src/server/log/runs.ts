import type { Kysely } from 'kysely';
import { epochOfRun, lifeOf, parseCursor } from '../../protocol/cursor.ts';
import type { Tables } from './tables.ts';

/**
 * The runs of the server: each has a name and begins at the rev that its database had then. A database that was put back
 * to an older copy gives revs a second time, and nobody can see that by the counter alone once it has grown past the
 * first ones. By the runs one can: a cursor of a run that this database knows nothing of, or of one that ended at a
 * lower rev here, is from the life that was lost.
 */
export async function startRun(db: Kysely<Tables>, id: string): Promise<void> {
  for (const tenant of await db.selectFrom('tenant').select(['id', 'rev']).execute())
    await addRun(db, tenant.id, id, tenant.rev);
}

export async function addRun(db: Kysely<Tables>, tenant: string, id: string, rev: number): Promise<void> {
  const last = await lastRun(db, tenant);
  await db
    .insertInto('run')
    .values({ tenant, seq: (last?.seq ?? 0) + 1, id, from_rev: rev })
    .execute();
}

/** The epoch of the cursors that are given now. */
export async function epochNow(db: Kysely<Tables>, tenant: string, life: string): Promise<string> {
  const run = await lastRun(db, tenant);
  return epochOfRun(life, run?.id ?? '');
}

/** The rev of a cursor; undefined when it counts no longer here, or is no cursor at all. */
export async function readCursor(
  db: Kysely<Tables>,
  tenant: string,
  cursor: string,
  now: { life: string; counter: number },
): Promise<number | undefined> {
  const at = parseCursor(cursor);
  if (!at || lifeOf(at.epoch) !== now.life || at.rev > now.counter) return undefined;
  const run = await db
    .selectFrom('run')
    .select('seq')
    .where('tenant', '=', tenant)
    .where('id', '=', at.epoch.slice(now.life.length + 1))
    .executeTakeFirst();
  if (!run) return undefined;
  const next = await db
    .selectFrom('run')
    .select('from_rev')
    .where('tenant', '=', tenant)
    .where('seq', '=', run.seq + 1)
    .executeTakeFirst();
  return next && at.rev > next.from_rev ? undefined : at.rev;
}

export async function knowsCursor(db: Kysely<Tables>, tenant: string, cursor: string): Promise<boolean> {
  const now = await db
    .selectFrom('tenant')
    .select(['epoch as life', 'rev as counter'])
    .where('id', '=', tenant)
    .executeTakeFirstOrThrow();
  return (await readCursor(db, tenant, cursor, now)) !== undefined;
}

function lastRun(db: Kysely<Tables>, tenant: string): Promise<{ seq: number; id: string } | undefined> {
  return db
    .selectFrom('run')
    .select(['seq', 'id'])
    .where('tenant', '=', tenant)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}
