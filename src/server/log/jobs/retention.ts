import type { CommandId } from '../../../domain/ids.ts';
import type { InteractionTemplate } from '../../../domain/interaction-template.ts';
import type { LogEntry } from '../../../domain/log-entry.ts';
import { firstKeptDay, retentionOf, retentionReason } from '../../../domain/retention.ts';
import { instantOf } from '../../../domain/time.ts';
import type { JobTask } from '../../job-store.ts';
import { createBatchRows } from '../batch-rows.ts';
import { lockTenant } from '../counters.ts';
import { placeOf } from '../entry-place.ts';
import { parseBody } from '../parse-body.ts';
import { startPurging } from '../purge-rows.ts';
import { writeRows } from '../write-rows.ts';
import { type JobKind, type JobReading, type JobWriting, stepSize } from './job-kind.ts';
import { entriesById, entriesOf, nextEntries } from './next-entries.ts';

type Task = Extract<JobTask, { kind: 'retention' }>;

/** It goes through the templates that say an age, in the order of their codes. */
interface Progress {
  code: string;
  /** The place of the last entry that was looked at. */
  mark: number | null;
  /** How many were canceled so far; not there in what an older server began. */
  canceled?: number;
}

const dayMs = 86_400_000;
/** How many entries are looked at for a step, and at once: few enough that who reads meanwhile hardly waits. */
const mostLookedAt = 2_000;
const mostAtOnce = 500;

/**
 * Cancels the entries of templates that say how long theirs are kept, once they are older, and deletes those that were
 * canceled so a while ago (`domain/retention.ts`).
 */
export const retention: JobKind<Task> = {
  async find(reading, _task, before) {
    const limits = await limitsOf(reading);
    let done: Progress = before === null ? { code: '', mark: null, canceled: 0 } : JSON.parse(before);
    let atOnce = stepSize;
    for (let lookedAt = 0; lookedAt < mostLookedAt; ) {
      const limit = limits.find(({ code }) => code >= done.code);
      if (!limit) return { ids: [], progress: JSON.stringify(done), isLast: true };
      const { entries, end } = await nextEntries(
        [entriesOf(reading).where('template_code', '=', limit.code).where('place', '<', endOf(limit, reading))],
        limit.code === done.code ? done.mark : null,
        atOnce,
      );
      const due = entries.filter(({ entry }) => retentionOf(entry, limit.days, reading.now) !== 'keep');
      const taken = due.slice(0, stepSize);
      const mark = due.length > taken.length ? taken.at(-1)?.place : end;
      const following = limits[limits.indexOf(limit) + 1];
      const at = mark === undefined ? { code: following?.code ?? '', mark: null } : { code: limit.code, mark };
      done = { ...done, ...at };
      const isLast = mark === undefined && following === undefined;
      if (taken.length > 0 || isLast)
        return { ids: taken.map(({ entry }) => entry.id), progress: JSON.stringify(done), isLast };
      lookedAt += entries.length;
      // Where nothing is due there is likely much of that.
      atOnce = Math.min(atOnce * 5, mostAtOnce);
    }
    return { ids: [], progress: JSON.stringify(done), isLast: false };
  },

  async take(writing, { id }, step) {
    const limits = new Map((await limitsOf(writing)).map(({ code, days }) => [code, days]));
    const found = await entriesById(writing, step.ids);
    const { cancel = [], delete: going = [] } = Object.groupBy(found, (entry) =>
      retentionOf(entry, limits.get(entry.templateCode) ?? null, writing.now),
    );
    if (cancel.length > 0) await cancelAll(writing, cancel, id as string as CommandId); // jobs name reasons as commands do
    if (going.length > 0) {
      const { now, purgeIds } = writing;
      const purging = await startPurging(writing, { why: 'deleted', at: now, purgeIds });
      await purging.entries(going);
      await purging.end();
    }
    const done: Progress = JSON.parse(step.progress);
    if (done.canceled !== undefined) done.canceled += cancel.length;
    return { count: cancel.length + going.length, progress: JSON.stringify(done) };
  },
};

/** How many entries a job has canceled so far, by its progress; undefined where an older server has counted. */
export function canceledBy(progress: string | null): number | undefined {
  const done: Progress = JSON.parse(progress ?? '{}');
  return done.canceled;
}

interface Limit {
  code: string;
  /** How long entries are kept. */
  days: number;
}

async function limitsOf({ db, tenant }: JobReading): Promise<Limit[]> {
  const found = await db
    .selectFrom('setup_row')
    .select('body')
    .where('tenant', '=', tenant)
    .where('kind', '=', 'template')
    .execute();
  return found
    .map(({ body }) => parseBody(body))
    .filter((row): row is InteractionTemplate => row.kind === 'template')
    .flatMap(({ id, retentionDays }) => (retentionDays === null ? [] : [{ code: id, days: retentionDays }]))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** No entry of a day before the first that is kept lies there or later: a day begins at most a day apart wherever one is. */
function endOf({ days }: Limit, { now }: JobReading): number {
  return placeOf(instantOf(Date.parse(firstKeptDay(days, now)) + 2 * dayMs));
}

async function cancelAll(writing: JobWriting, entries: readonly LogEntry[], commandId: CommandId): Promise<void> {
  const { db, tenant, now } = writing;
  const counters = await lockTenant(db, tenant);
  const rows = createBatchRows();
  for (const entry of entries)
    rows.change(counters.number({ ...entry, canceled: [...entry.canceled, retentionReason(commandId, now)] }));
  await writeRows(writing, rows, counters);
  await counters.raise();
}
