import type { CommandId, UserId } from '../../../domain/ids.ts';
import type { InteractionTemplate } from '../../../domain/interaction-template.ts';
import type { LogEntry } from '../../../domain/log-entry.ts';
import { retentionGraceDays } from '../../../domain/retention.ts';
import { instantOf } from '../../../domain/time.ts';
import type { JobTask } from '../../job-store.ts';
import { createBatchRows } from '../batch-rows.ts';
import { lockTenant } from '../counters.ts';
import { placeOf } from '../entry-place.ts';
import { parseBody } from '../parse-body.ts';
import { startPurging } from '../purge-rows.ts';
import { writeRows } from '../write-rows.ts';
import type { JobKind, JobReading, JobWriting } from './job-kind.ts';
import { entriesById, entriesOf, nextEntries } from './next-entries.ts';

type Task = Extract<JobTask, { kind: 'retention' }>;

/** It goes through the templates that say an age, in the order of their codes. */
interface Progress {
  code: string;
  /** The place of the last entry that was looked at. */
  mark: number | null;
}

const dayMs = 86_400_000;

/** Whoever cancels for the server itself: nobody's id. */
const nobody = '00000000-0000-0000-0000-000000000000' as UserId; // of that form

/**
 * Cancels the entries of templates that say how long theirs are kept, once they are older, and deletes those that were
 * canceled so a while ago. An entry that somebody else canceled gets this reason as well, and its time begins then.
 */
export const retention: JobKind<Task> = {
  // Counting all of them would hold up who reads meanwhile: it is known whether there is something.
  async size(reading, task) {
    for (let progress: string | null = null; ; ) {
      const step = await retention.find(reading, task, progress);
      if (step.ids.length > 0 || step.isLast) return step.ids.length;
      progress = step.progress;
    }
  },

  async find(reading, _task, before) {
    const done: Progress = before === null ? { code: '', mark: null } : JSON.parse(before);
    const limits = await limitsOf(reading);
    const limit = limits.find(({ code }) => code >= done.code);
    if (!limit) return { ids: [], progress: JSON.stringify(done), isLast: true };
    const { entries, end } = await nextEntries(
      entriesOf(reading).where('template_code', '=', limit.code).where('place', '<', endOf(limit)),
      limit.code === done.code ? done.mark : null,
    );
    const following = limits[limits.indexOf(limit) + 1];
    const next: Progress =
      end === undefined ? { code: following?.code ?? '', mark: null } : { code: limit.code, mark: end };
    return {
      ids: entries.filter((entry) => isDue(entry, limit, reading.now)).map(({ id }) => id),
      progress: JSON.stringify(next),
      isLast: end === undefined && following === undefined,
    };
  },

  async take(writing, { id }, step) {
    const limits = await limitsOf(writing);
    const due = (await entriesById(writing, step.ids)).filter((entry) =>
      limits.some((limit) => limit.code === entry.templateCode && isDue(entry, limit, writing.now)),
    );
    const going = due.filter((entry) => reasonOf(entry));
    const canceled = due.filter((entry) => !reasonOf(entry));
    if (canceled.length > 0) await cancel(writing, canceled, id as string as CommandId); // jobs name reasons as commands do
    if (going.length > 0) {
      const { now, purgeIds } = writing;
      const purging = await startPurging(writing, { why: 'deleted', at: now, purgeIds });
      await purging.entries(going);
      await purging.end();
    }
    return due.length;
  },
};

interface Limit {
  code: string;
  /** The first day that is kept. */
  before: string;
}

async function limitsOf({ db, tenant, now }: JobReading): Promise<Limit[]> {
  const found = await db
    .selectFrom('setup_row')
    .select('body')
    .where('tenant', '=', tenant)
    .where('kind', '=', 'template')
    .execute();
  return found
    .map(({ body }) => parseBody(body))
    .filter((row): row is InteractionTemplate => row.kind === 'template')
    .flatMap(({ id, retentionDays }) =>
      retentionDays === null ? [] : [{ code: id, before: daysBefore(now, retentionDays).slice(0, 10) }],
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** No entry of a day before lies there or later: a day begins at most a day apart wherever one is. */
function endOf({ before }: Limit): number {
  return placeOf(instantOf(Date.parse(before) + 2 * dayMs));
}

/** Whether an entry is to be given the reason, or was given it so long ago that it is to be deleted. */
function isDue(entry: LogEntry, { before }: Limit, now: string): boolean {
  if (entry.day >= before || (entry.postponed && entry.canceled.length === 0)) return false;
  const reason = reasonOf(entry);
  return reason === undefined || reason.at <= daysBefore(now, retentionGraceDays);
}

function reasonOf({ canceled }: LogEntry) {
  return canceled.find(({ via }) => via === 'retention');
}

async function cancel(writing: JobWriting, entries: LogEntry[], commandId: CommandId): Promise<void> {
  const { db, tenant, now } = writing;
  const counters = await lockTenant(db, tenant);
  const rows = createBatchRows();
  for (const entry of entries) {
    const reason = { commandId, via: 'retention' as const, by: nobody, at: now, why: entry.templateCode };
    rows.change(counters.number({ ...entry, canceled: [...entry.canceled, reason] }));
  }
  await writeRows(writing, rows, counters);
  await counters.raise();
}

function daysBefore(now: string, days: number): string {
  return instantOf(Date.parse(now) - days * dayMs);
}
