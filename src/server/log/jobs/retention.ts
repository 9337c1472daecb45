import type { CommandId, UserId } from '../../../domain/ids.ts';
import type { InteractionTemplate } from '../../../domain/interaction-template.ts';
import type { LogEntry } from '../../../domain/log-entry.ts';
import { retentionGraceDays } from '../../../domain/retention.ts';
import { instantOf } from '../../../domain/time.ts';
import type { JobTask } from '../../job-store.ts';
import { createBatchRows } from '../batch-rows.ts';
import { lockTenant } from '../counters.ts';
import { parseBody } from '../parse-body.ts';
import { startPurging } from '../purge-rows.ts';
import { writeRows } from '../write-rows.ts';
import { type DayMark, entriesById, markOf, nextByDay, standing } from './entries-by-day.ts';
import type { JobKind, JobReading, JobWriting } from './job-kind.ts';

type Task = Extract<JobTask, { kind: 'retention' }>;

/** What it goes through: entries that count, then those that are canceled. */
interface Progress {
  pass: 'live' | 'canceled';
  mark: DayMark | undefined;
}

/** Whoever cancels for the server itself: nobody's id. */
const nobody = '00000000-0000-0000-0000-000000000000' as UserId; // of that form

/**
 * Cancels the entries of templates that say how long theirs are kept, once they are older, and deletes those that were
 * canceled so a while ago. An entry that somebody else canceled gets this reason as well, and its time begins then.
 */
export const retention: JobKind<Task> = {
  async size(reading) {
    const limits = await limitsOf(reading);
    let total = 0;
    for (const pass of ['live', 'canceled'] as const)
      for (let mark: DayMark | undefined, more = limits.length > 0; more; ) {
        const { page, last } = await nextByDay(aged(reading, pass, limits), mark);
        total += page.filter((entry) => isDue(entry, reading.now)).length;
        mark = page.length > 0 ? markOf(page[page.length - 1] as LogEntry) : mark; // just counted
        more = !last;
      }
    return total;
  },

  async find(reading, _task, before) {
    const { pass, mark }: Progress = before === null ? { pass: 'live', mark: undefined } : JSON.parse(before);
    const limits = await limitsOf(reading);
    const { page, last } =
      limits.length === 0 ? { page: [], last: true } : await nextByDay(aged(reading, pass, limits), mark);
    const end = page.at(-1);
    const next: Progress =
      last && pass === 'live' ? { pass: 'canceled', mark: undefined } : { pass, mark: end ? markOf(end) : mark };
    const ids = page.filter((entry) => isDue(entry, reading.now)).map(({ id }) => id);
    return { ids, progress: JSON.stringify(next), isLast: last && pass === 'canceled' };
  },

  async take(writing, { id }, step) {
    const limits = await limitsOf(writing);
    const due = (await entriesById(writing, step.ids)).filter(
      (entry) =>
        isDue(entry, writing.now) &&
        limits.some(({ code, before }) => entry.templateCode === code && entry.day < before),
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
    );
}

function aged(reading: JobReading, pass: Progress['pass'], limits: readonly Limit[]) {
  return standing(reading, pass).where((eb) =>
    eb.or(limits.map(({ code, before }) => eb('template_code', '=', code).and('day', '<', before))),
  );
}

/** Whether there is something to do with an aged entry: to give it the reason, or to delete it. */
function isDue(entry: LogEntry, now: string): boolean {
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
  return instantOf(Date.parse(now) - days * 86_400_000);
}
