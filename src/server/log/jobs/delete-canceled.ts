import type { LogEntry } from '../../../domain/log-entry.ts';
import type { DeleteFilter, DeletePreview, JobRequest } from '../../../protocol/job.ts';
import { familyOf } from '../family-of.ts';
import { parseBody } from '../parse-body.ts';
import { startPurging } from '../purge-rows.ts';
import type { JobKind, JobReading } from './job-kind.ts';
import { entriesById, entriesOf, nextEntries } from './next-entries.ts';

type Reading = Omit<JobReading, 'now'>;
type Task = Extract<JobRequest, { kind: 'delete-canceled' }>;

/**
 * Deletes canceled entries (`domain.md` §9): those that the preview counted and that are still as they were then. One
 * that was reinstated, corrected or commented on since stays.
 */
export const deleteCanceled: JobKind<Task> = {
  async size(reading, { filter, asOf }) {
    return (await count(reading, filter, asOf)).entries;
  },

  async find(reading, { filter, asOf }, progress) {
    const mark: number | null = progress === null ? null : JSON.parse(progress);
    const { entries, end } = await nextEntries(await matching(reading, filter, asOf), mark);
    return { ids: entries.map(({ id }) => id), progress: JSON.stringify(end ?? null), isLast: end === undefined };
  },

  async take(writing, { asOf }, { ids }) {
    const { db, bulk, tenant, now, purgeIds } = writing;
    const purging = await startPurging(writing, { why: 'deleted', at: now, purgeIds });
    const found = await entriesById(writing, ids);
    const comments = await bulk.selectIn(
      db,
      { table: 'comment', column: 'entry_id', wanted: ['entry_id', 'rev'] },
      tenant,
      ids,
    );
    const commented = new Set(comments.filter(({ rev }) => rev > asOf).map(({ entry_id }) => entry_id));
    const going = found.filter((entry) => entry.canceled.length > 0 && entry.rev <= asOf && !commented.has(entry.id));
    await purging.entries(going);
    await purging.end();
    return going.length;
  },
};

/** How many of the newest the preview shows. */
const mostShown = 100;

export async function previewDeletion(reading: Reading, filter: DeleteFilter): Promise<DeletePreview> {
  const { db, bulk, tenant } = reading;
  const { rev: asOf } = await db.selectFrom('tenant').select('rev').where('id', '=', tenant).executeTakeFirstOrThrow();
  const { entries, comments } = await count(reading, filter, asOf);
  const newest = await (await matching(reading, filter, asOf))
    .select('body')
    .orderBy('place', 'desc')
    .limit(mostShown)
    .execute();
  const shown = newest.map(({ body }) => parseBody(body)).filter((row): row is LogEntry => row.kind === 'entry');
  const contactIds = shown.flatMap(({ contactId, companyId }) => [contactId, ...(companyId ? [companyId] : [])]);
  const contacts = await bulk.selectIn(db, { table: 'contact', column: 'id', wanted: ['body'] }, tenant, contactIds);
  return { asOf, count: entries, comments, rows: [...shown, ...contacts.map(({ body }) => parseBody(body))] };
}

async function count(
  reading: Reading,
  filter: DeleteFilter,
  asOf: number,
): Promise<{ entries: number; comments: number }> {
  const { db, tenant } = reading;
  const going = await matching(reading, filter, asOf);
  const entries = await going.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const comments = await db
    .selectFrom('comment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('tenant', '=', tenant)
    .where('entry_id', 'in', going.select('id'))
    .executeTakeFirstOrThrow();
  return { entries: entries.count, comments: comments.count };
}

async function matching(reading: Reading, filter: DeleteFilter, asOf: number) {
  const { entryNo, contact, from, to, campaign, group, template, salesperson } = filter;
  let query = entriesOf(reading).where('standing', '=', 'canceled').where('rev', '<=', asOf);
  if (from !== undefined) query = query.where('day', '>=', from);
  if (to !== undefined) query = query.where('day', '<=', to);
  if (campaign !== undefined) query = query.where('campaign_code', '=', campaign);
  if (group !== undefined) query = query.where('group_code', '=', group);
  if (template !== undefined) query = query.where('template_code', '=', template);
  if (salesperson !== undefined) query = query.where('salesperson_code', '=', salesperson);
  if (entryNo !== undefined) query = query.where('entry_no', '=', entryNo);
  if (contact !== undefined) {
    const family = await familyOf(reading.db, reading.tenant, contact);
    query = query.where((eb) => eb.or([eb('contact_id', 'in', family), eb('company_id', 'in', family)]));
  }
  return query;
}
