import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { TenantId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time.ts';
import { Job, JobRequest } from '../../../protocol/job.ts';
import type { JobRef, JobStep, JobStore, JobTask } from '../../job-store.ts';
import { createBulkStatements } from '../bulk-statements.ts';
import type { Tables } from '../tables.ts';
import type { TextIndex } from '../text-index.ts';
import { deleteCanceled, previewDeletion } from './delete-canceled.ts';
import { eraseContact, previewErasure } from './erase-contact.ts';
import type { JobKind, JobReading } from './job-kind.ts';
import { canceledBy, retention } from './retention.ts';

const kinds = { 'delete-canceled': deleteCanceled, 'erase-contact': eraseContact, retention } as const;
const mostListed = 50;
/** How often a step is looked for in vain before that is written down as well. */
const mostLooks = 100;

/**
 * The job store over any database that kysely speaks to. `scrub` frees what rows that went have left behind in the
 * database's files, outside of any transaction. `pause` lets others read between two looks for something to do.
 */
export function createJobStore(
  db: Kysely<Tables>,
  text: TextIndex,
  scrub: () => Promise<void>,
  pause: () => Promise<void> = () => Promise.resolve(),
): JobStore {
  const bulk = createBulkStatements();
  const together = <T>(work: (trx: Kysely<Tables>) => Promise<T>) => db.transaction().execute(work);
  const reading = (trx: Kysely<Tables>, tenant: string, now: Instant): JobReading => ({ db: trx, bulk, tenant, now });

  async function job(trx: Kysely<Tables>, { tenantId, id }: JobRef): Promise<Stored | undefined> {
    return trx.selectFrom('job').selectAll().where('tenant', '=', tenantId).where('id', '=', id).executeTakeFirst();
  }

  async function change(trx: Kysely<Tables>, { tenantId, id }: JobRef, to: Partial<Stored>): Promise<Job> {
    const changed = await trx
      .updateTable('job')
      .set(to)
      .where('tenant', '=', tenantId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return jobOf(changed);
  }

  return {
    previewDeletion: ({ tenantId }, filter) =>
      together((trx) => previewDeletion({ db: trx, bulk, tenant: tenantId }, filter)),

    previewErasure: (tenantId, contactId) =>
      together((trx) => previewErasure({ db: trx, bulk, tenant: tenantId }, contactId)),

    async jobSize(tenantId, task, now) {
      const kind = kindOf(task);
      if (kind.size) return together(async (trx) => kind.size?.(reading(trx, tenantId, now), task));
      for (let progress: string | null = null; ; ) {
        const step: JobStep = await together((trx) => kind.find(reading(trx, tenantId, now), task, progress));
        if (step.ids.length > 0 || step.isLast) return step.ids.length;
        progress = step.progress;
        await pause();
      }
    },

    addJob: (tenantId, task, { by, total, now }) =>
      together(async (trx) => {
        const { id, kind } = task;
        const request = JSON.stringify(kind === 'delete-canceled' ? await asSeenByNow(trx, tenantId, task) : task);
        await trx
          .insertInto('job')
          .values({
            ...{ tenant: tenantId, id, kind, state: 'running', request, progress: null },
            ...{ by_user: by, done: 0, total, started_at: now, ended_at: null },
          })
          .onConflict((conflict) => conflict.columns(['tenant', 'id']).doNothing())
          .execute();
        const added = await job(trx, { tenantId, id });
        if (!added) throw new Error(`job ${id} was not kept`);
        return jobOf(added);
      }),

    async job(tenantId, id) {
      const found = await job(db, { tenantId, id });
      return found && jobOf(found);
    },

    async jobs(tenantId) {
      const found = await db
        .selectFrom('job')
        .selectAll()
        .where('tenant', '=', tenantId)
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .limit(mostListed)
        .execute();
      return found.map(jobOf);
    },

    async runningJobs() {
      const found = await db
        .selectFrom('job')
        .select(['tenant', 'id'])
        .where('state', '=', 'running')
        .orderBy('started_at')
        .execute();
      return found.map(({ tenant, id }) => ({ tenantId: v.parse(TenantId, tenant), id: v.parse(Job.entries.id, id) }));
    },

    endJob: (ref, state, now) =>
      together(async (trx) => {
        const before = await job(trx, ref);
        if (before?.state !== 'running') return before && jobOf(before);
        return change(trx, ref, { state, ended_at: now });
      }),

    async nextStep(ref, now) {
      let from: string | undefined;
      for (let looks = 1; ; looks += 1) {
        const step = await together(async (trx) => {
          const found = await job(trx, ref);
          if (found?.state !== 'running') return undefined;
          const task = taskOf(found);
          return kindOf(task).find(reading(trx, ref.tenantId, now), task, from ?? found.progress);
        });
        if (!step || step.ids.length > 0 || step.isLast || looks === mostLooks) return step;
        from = step.progress;
        await pause();
      }
    },

    async doStep(ref, step, { now, purgeIds }) {
      const after = await together(async (trx) => {
        const before = await job(trx, ref);
        if (!before) throw new Error(`there is no job ${ref.id}`);
        if (before.state !== 'running') return jobOf(before);
        const task = taskOf(before);
        const taken = await kindOf(task).take({ ...reading(trx, ref.tenantId, now), text, purgeIds }, task, step);
        const done = before.done + taken.count;
        const isOver = step.isLast && task.kind !== 'erase-contact';
        return change(trx, ref, {
          ...{ progress: taken.progress ?? step.progress, done, total: Math.max(done, before.total) },
          ...(isOver ? { state: 'done' as const, ended_at: now } : {}),
        });
      });
      if (!step.isLast || after.kind !== 'erase-contact' || after.state !== 'running') return after;
      // Should this be broken off, the last step is found again: it has nothing left to take, and comes here once more.
      await scrub();
      return change(db, ref, { state: 'done', ended_at: now });
    },

    async tenantsWithRetention() {
      const found = await db
        .selectFrom('setup_row')
        .select(['tenant', 'body'])
        .where('kind', '=', 'template')
        .execute();
      const having = found.filter(({ body }) => JSON.parse(body).retentionDays !== null);
      return [...new Set(having.map(({ tenant }) => tenant))].map((tenant) => v.parse(TenantId, tenant));
    },
  };
}

/** Nobody has seen a rev that is still to come: what changes from now on is not what was shown. */
async function asSeenByNow<T extends { asOf: number }>(trx: Kysely<Tables>, tenant: string, task: T): Promise<T> {
  const { rev } = await trx.selectFrom('tenant').select('rev').where('id', '=', tenant).executeTakeFirstOrThrow();
  return { ...task, asOf: Math.min(task.asOf, rev) };
}

type Stored = Tables['job'];

function kindOf<T extends JobTask>(task: T): JobKind<T> {
  return kinds[task.kind] as unknown as JobKind<T>; // the table pairs each kind with its own task
}

function taskOf({ kind, request, id }: Stored): JobTask {
  return kind === 'retention' ? { kind, id: v.parse(Job.entries.id, id) } : v.parse(JobRequest, JSON.parse(request));
}

function jobOf({ id, kind, state, progress, done, total, by_user, started_at, ended_at }: Stored): Job {
  const canceled = kind === 'retention' ? canceledBy(progress) : undefined;
  return v.parse(Job, {
    ...{ id, kind, state, done, total, by: by_user, startedAt: started_at, endedAt: ended_at },
    ...(canceled === undefined ? {} : { canceled }),
  });
}
