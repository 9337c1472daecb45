import * as v from 'valibot';
import { JobId, PurgeId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { JobRef, JobStore } from './job-store.ts';
import type { LiveHub } from './live-hub.ts';
import type { ServerLog } from './services.ts';

/** More than a step needs. */
const purgesOfAStep = 8;

/** Works through the jobs of this process, one after another and a step at a time, so that pushes come between. */
export interface JobRunner {
  /** Takes up a job that was added, behind those that wait already. */
  start(job: JobRef): void;
  /** Goes on with the jobs that an earlier run of the server left. */
  resume(): Promise<void>;
  /** Starts the daily work of all tenants that have some: what retention cancels and deletes. */
  daily(): Promise<void>;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
  /** Resolves when no step runs any more; what is left goes on after the next start. */
  close(): Promise<void>;
}

interface JobRunnerOptions {
  store: JobStore;
  live: LiveHub;
  now(): Instant;
  newId(): string;
  /** Does a step and leaves some time to others before it resolves; at once where absent. */
  giveWay?<T>(step: () => Promise<T>): Promise<T>;
  log: ServerLog;
}

export function createJobRunner({
  store,
  live,
  now,
  newId,
  giveWay = (step) => step(),
  log,
}: JobRunnerOptions): JobRunner {
  const waiting = new Map<string, JobRef>();
  let working: Promise<void> | undefined;
  let closing = false;

  async function work(): Promise<void> {
    try {
      for (const [key, job] of waiting) {
        if (closing) return;
        try {
          await run(job);
        } catch (error) {
          log.error({ err: error, tenant: job.tenantId, job: job.id }, 'a job failed');
          await store.endJob(job, 'failed', now());
        }
        waiting.delete(key);
      }
    } finally {
      // In the same turn as the last look for one more: whoever comes later begins anew.
      working = undefined;
    }
  }

  async function run(job: JobRef): Promise<void> {
    for (let step = await store.nextStep(job, now()); step; step = await store.nextStep(job, now())) {
      if (closing) return;
      const purgeIds = Array.from({ length: purgesOfAStep }, () => v.parse(PurgeId, newId()));
      const { kind, state, done } = await giveWay(async () => {
        const after = await store.doStep(job, step, { now: now(), purgeIds });
        live.changed(job.tenantId);
        return after;
      });
      if (state === 'done') log.info({ tenant: job.tenantId, job: job.id, kind, done }, 'a job is done');
    }
  }

  const self: JobRunner = {
    start(job) {
      if (closing) return;
      waiting.set(job.id, job);
      working ??= work().catch((error: unknown) => log.error({ err: error }, 'the jobs stopped'));
    },
    async resume() {
      for (const job of await store.runningJobs()) self.start(job);
    },
    async daily() {
      for (const tenantId of await store.tenantsWithRetention()) {
        const task = { kind: 'retention' as const, id: v.parse(JobId, newId()) };
        const total = await store.jobSize(tenantId, task, now());
        if (!total) continue;
        await store.addJob(tenantId, task, { by: null, total, now: now() });
        self.start({ tenantId, id: task.id });
      }
    },
    async idle() {
      while (working) await working;
    },
    async close() {
      closing = true;
      await working;
    },
  };
  return self;
}
