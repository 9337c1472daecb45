import type { Kysely } from 'kysely';
import type { PurgeId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time.ts';
import type { JobStep, JobTask } from '../../job-store.ts';
import type { BulkStatements } from '../bulk-statements.ts';
import type { Tables } from '../tables.ts';
import type { TextIndex } from '../text-index.ts';

/** How many entries a step takes: few enough that no push waits for long, since one thread writes for all. */
export const stepSize = 20;

export interface JobReading {
  db: Kysely<Tables>;
  bulk: BulkStatements;
  tenant: string;
  now: Instant;
}

export interface JobWriting extends JobReading {
  text: TextIndex;
  purgeIds: readonly PurgeId[];
}

/** What a step has come to. */
export interface Taken {
  /** How many rows it was done with. */
  count: number;
  /** The step's progress, where doing it has told more than finding it. */
  progress?: string;
}

/** What one kind of job does. */
export interface JobKind<T extends JobTask> {
  /** Undefined when what it is about was never there. Without it a job is known to have something to do, not how much. */
  size?(reading: JobReading, task: T): Promise<number | undefined>;
  /**
   * The step that comes at `progress` (JSON as `find` wrote it; null: the first). It looks at only so much: one that has
   * nothing to do and is not the last says where to look on.
   */
  find(reading: JobReading, task: T, progress: string | null): Promise<JobStep>;
  /** Does a step within one transaction. */
  take(writing: JobWriting, task: T, step: JobStep): Promise<Taken>;
}
