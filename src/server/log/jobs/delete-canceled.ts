import { type DeleteFilter, isMeant } from '../../../domain/delete-filter.ts';
import type { ContactId } from '../../../domain/ids.ts';
import type { LogEntry } from '../../../domain/log-entry.ts';
import { mayDelete } from '../../../domain/may-delete.ts';
import type { DeletePreview, JobRequest } from '../../../protocol/job.ts';
import { familyOf } from '../family-of.ts';
import { parseBody } from '../parse-body.ts';
import { startPurging } from '../purge-rows.ts';
import type { JobKind, JobReading } from './job-kind.ts';
import { type EntryQuery, entriesById, entriesOf, nextEntries } from './next-entries.ts';

type Reading = Omit<JobReading, 'now'>;
type Task = Extract<JobRequest, { kind: 'delete-canceled' }>;

/** Deletes canceled entries (`may-delete.ts`): those that the preview counted and that are still as they were then. */
export const deleteCanceled: JobKind<Task> = {
  async size(reading, { filter, asOf }) {
    return (await count(reading, filter, asOf)).entries;
  },

  async find(reading, { filter, asOf }, progress) {
    const mark: number | null = progress === null ? null : JSON.parse(progress);
    const { entries, end } = await nextEntries(await matching(reading, filter, asOf), mark);
    return {
      ids: entries.map(({ entry }) => entry.id),
      progress: JSON.stringify(end ?? null),
      isLast: end === undefined,
    };
  },

  async take(writing, { filter, asOf }, { ids }) {
    const { db, bulk, tenant, now, purgeIds } = writing;
    const purging = await startPurging(writing, { why: 'deleted', at: now, purgeIds });
    const found = await entriesById(writing, ids);
    const comments = await bulk.selectIn(
      db,
      { table: 'comment', column: 'entry_id', wanted: ['entry_id', 'rev'] },
      tenant,
      ids,
    );
    const theirs = Map.groupBy(comments, ({ entry_id }): string => entry_id);
    const family = await contactsOf(writing, filter);
    const going = found.filter(
      (entry) => isMeant(entry, filter, family) && mayDelete(entry, theirs.get(entry.id) ?? [], asOf),
    );
    await purging.entries(going);
    await purging.end();
    return { count: going.length };
  },
};

/** How many of the newest the preview shows. */
const mostShown = 100;

export async function previewDeletion(reading: Reading, filter: DeleteFilter): Promise<DeletePreview> {
  const { db, bulk, tenant } = reading;
  const { rev: asOf } = await db.selectFrom('tenant').select('rev').where('id', '=', tenant).executeTakeFirstOrThrow();
  const { entries, comments } = await count(reading, filter, asOf);
  const queries = await matching(reading, filter, asOf);
  const newest = await Promise.all(
    queries.map((query) => query.select(['place', 'body']).orderBy('place', 'desc').limit(mostShown).execute()),
  );
  const shown = newest
    .flat()
    .sort((a, b) => b.place - a.place)
    .slice(0, mostShown)
    .map(({ body }) => parseBody(body))
    .filter((row): row is LogEntry => row.kind === 'entry');
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
  const all = { entries: 0, comments: 0 };
  for (const going of await matching(reading, filter, asOf)) {
    const entries = await going.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    const comments = await db
      .selectFrom('comment')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('tenant', '=', tenant)
      .where('entry_id', 'in', going.select('id'))
      .executeTakeFirstOrThrow();
    all.entries += entries.count;
    all.comments += comments.count;
  }
  return all;
}

/** What `isMeant` says, as queries: one for each standing that is canceled, so that each is read in the order of places. */
async function matching(reading: Reading, filter: DeleteFilter, asOf: number): Promise<EntryQuery[]> {
  const { entryNo, from, to, campaign, group, template, salesperson } = filter;
  let query = entriesOf(reading).where('rev', '<=', asOf);
  if (from !== undefined) query = query.where('day', '>=', from);
  if (to !== undefined) query = query.where('day', '<=', to);
  if (campaign !== undefined) query = query.where('campaign_code', '=', campaign);
  if (group !== undefined) query = query.where('group_code', '=', group);
  if (template !== undefined) query = query.where('template_code', '=', template);
  if (salesperson !== undefined) query = query.where('salesperson_code', '=', salesperson);
  if (entryNo !== undefined) query = query.where('entry_no', '=', entryNo);
  const family = await contactsOf(reading, filter);
  if (family)
    query = query.where((eb) => eb.or([eb('contact_id', 'in', [...family]), eb('company_id', 'in', [...family])]));
  const narrowed = query;
  return (['canceled', 'discarded'] as const).map((standing) => narrowed.where('standing', '=', standing));
}

/** The contact of the filter and all merged into it; undefined where it names none. */
async function contactsOf({ db, tenant }: Reading, { contact }: DeleteFilter): Promise<Set<ContactId> | undefined> {
  return contact === undefined ? undefined : new Set((await familyOf(db, tenant, contact)) as ContactId[]); // their ids
}
