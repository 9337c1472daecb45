import type { DeleteFilter } from '../domain/delete-filter.ts';
import type { ContactId, JobId, PurgeId, TenantId, UserId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { DeletePreview, ErasurePreview, Job, JobRequest } from '../protocol/job.ts';
import type { Principal } from './log-store.ts';

export interface JobRef {
  tenantId: TenantId;
  id: JobId;
}

/** What a job is to do: what somebody asked for, or the server's own daily one. */
export type JobTask = JobRequest | { kind: 'retention'; id: JobId };

/** What the next step of a job works on, as its kind knows it. */
export interface JobStep {
  ids: string[];
  /** Where the step after it goes on, JSON. */
  progress: string;
  isLast: boolean;
}

/**
 * The jobs of all tenants, on disk. A job is a row of steps. Each is looked for by a read and done by one short write,
 * which also says how far the job is: after a crash it goes on behind the last step that was done.
 */
export interface JobStore {
  /** What a deletion would take, as of now. */
  previewDeletion(principal: Principal, filter: DeleteFilter): Promise<DeletePreview>;
  /** Whom erasing a contact would take, as of now. */
  previewErasure(tenantId: TenantId, contactId: ContactId): Promise<ErasurePreview>;
  /** How many rows the job is about; undefined when what it is about was never there. */
  jobSize(tenantId: TenantId, task: JobTask, now: Instant): Promise<number | undefined>;
  /** Notes the job as running; one that has this id already is given as it is. */
  addJob(tenantId: TenantId, task: JobTask, more: { by: UserId | null; total: number; now: Instant }): Promise<Job>;
  job(tenantId: TenantId, id: JobId): Promise<Job | undefined>;
  /** The last ones, the newest first. */
  jobs(tenantId: TenantId): Promise<Job[]>;
  runningJobs(): Promise<JobRef[]>;
  /** Ends a running job as it is. */
  endJob(job: JobRef, state: 'stopped' | 'failed', now: Instant): Promise<Job | undefined>;
  /** Reads what the job is to do next; undefined when it does not run. */
  nextStep(job: JobRef, now: Instant): Promise<JobStep | undefined>;
  /** Does the step, if the job still runs. */
  doStep(job: JobRef, step: JobStep, more: { now: Instant; purgeIds: PurgeId[] }): Promise<Job>;
  /** Those with templates that say how long entries are kept. */
  tenantsWithRetention(): Promise<TenantId[]>;
}
