import { addressesOf } from '../../../domain/addresses-of.ts';
import type { Contact } from '../../../domain/contact.ts';
import type { ContactId } from '../../../domain/ids.ts';
import type { Item, ItemKey } from '../../../domain/item.ts';
import type { LogEntry } from '../../../domain/log-entry.ts';
import type { Row } from '../../../domain/row.ts';
import type { ErasurePreview, JobRequest } from '../../../protocol/job.ts';
import { parseBody } from '../parse-body.ts';
import { startPurging } from '../purge-rows.ts';
import { forgetResults } from './forget-results.ts';
import { type JobKind, type JobReading, type JobWriting, stepSize } from './job-kind.ts';
import { sameContacts } from './same-contacts.ts';

type Task = Extract<JobRequest, { kind: 'erase-contact' }>;

/**
 * Erases a contact in passes:
 *
 *   contact ──► entries ──► follow-ups ──► links ──► (the job store then frees the pages of its files)
 *
 * The contact itself goes first, with all that were merged into it or it into: from then on nothing can be logged with
 * it. Of a company only itself goes and the entries with itself: its people stay, and stand for themselves.
 */
interface Progress {
  pass: 'contact' | 'entries' | 'follow-ups' | 'links';
  /** The ids of the contact. */
  contacts: string[];
}

const passes = ['contact', 'entries', 'follow-ups', 'links'] as const;

export const eraseContact: JobKind<Task> = {
  async size(reading, { contactId }) {
    const { db, tenant } = reading;
    const contacts = await sameContacts(reading, contactId);
    if (contacts.length === 0) {
      const before = await db
        .selectFrom('purged')
        .select('key')
        .where('tenant', '=', tenant)
        .where('key', '=', `contact:${contactId}`)
        .executeTakeFirst();
      return before && 0;
    }
    const count = async (table: 'entry' | 'follow_up') =>
      db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('tenant', '=', tenant)
        .where('contact_id', 'in', contacts)
        .executeTakeFirstOrThrow();
    return contacts.length + (await count('entry')).count + (await count('follow_up')).count;
  },

  async find(reading, { contactId }, before) {
    const { pass, contacts }: Progress =
      before === null ? { pass: 'contact', contacts: await sameContacts(reading, contactId) } : JSON.parse(before);
    const ids = pass === 'contact' ? contacts : await idsOf(reading, pass, contacts);
    const isThrough = pass === 'contact' || ids.length < stepSize;
    const next = isThrough ? passes[passes.indexOf(pass) + 1] : pass;
    const progress: Progress & { did: string } = { pass: next ?? 'links', contacts, did: pass };
    return { ids, progress: JSON.stringify(progress), isLast: next === undefined };
  },

  async take(writing, _task, step) {
    const { db, bulk, tenant, now, purgeIds } = writing;
    const { did, contacts }: Progress & { did: Progress['pass'] } = JSON.parse(step.progress);
    const purging = await startPurging(writing, { why: 'erased', at: now, purgeIds });
    const rows = async (table: 'entry' | 'contact' | 'follow_up' | 'comment', column: 'id' | 'entry_id' = 'id') =>
      (await bulk.selectIn(db, { table, column: column as 'id', wanted: ['body'] }, tenant, step.ids)).map(({ body }) =>
        parseBody(body),
      ); // only comments have the other column
    switch (did) {
      case 'contact':
        for (const item of await withoutTheirKeys(writing, await rows('contact'))) purging.change(item);
        purging.name([...step.ids, ...(await takeAliases(writing, 'contact', step.ids))].map((id) => `contact:${id}`));
        for (const table of ['contact_word', 'contact_domain', 'contact_name'] as const)
          await db.deleteFrom(table).where('tenant', '=', tenant).where('contact_id', 'in', step.ids).execute();
        await db.deleteFrom('contact').where('tenant', '=', tenant).where('id', 'in', step.ids).execute();
        break;
      case 'entries': {
        const entries = (await rows('entry')).filter((row): row is LogEntry => row.kind === 'entry');
        await forgetResults(writing, [...entries, ...(await rows('comment', 'entry_id'))]);
        purging.name((await takeAliases(writing, 'entry', step.ids)).map((id) => `entry:${id}`));
        await purging.entries(entries);
        break;
      }
      case 'follow-ups':
        await purging.followUps(step.ids);
        break;
      case 'links': {
        const gone = new Set<string | null>(contacts);
        for (const table of ['contact', 'entry', 'follow_up'] as const)
          for (const row of await rows(table)) purging.change(withoutLink(row, gone));
        for (const comment of await rows('comment', 'entry_id')) purging.change(withoutLink(comment, gone));
      }
    }
    await purging.end();
    return { count: did === 'links' ? 0 : step.ids.length };
  },
};

/** Whom the job would take, the one that was asked about first, with how many entries each has. */
export async function previewErasure(reading: Omit<JobReading, 'now'>, contactId: ContactId): Promise<ErasurePreview> {
  const { db, bulk, tenant } = reading;
  const ids = await sameContacts(reading, contactId);
  if (ids.length === 0) return { contacts: [] };
  const found = await bulk.selectIn(db, { table: 'contact', column: 'id', wanted: ['body'] }, tenant, ids);
  const counted = await db
    .selectFrom('entry')
    .select(['contact_id', ({ fn }) => fn.countAll<number>().as('count')])
    .where('tenant', '=', tenant)
    .where('contact_id', 'in', ids)
    .groupBy('contact_id')
    .execute();
  const counts = new Map(counted.map((one) => [one.contact_id, one.count]));
  const contacts = found
    .map(({ body }) => parseBody(body))
    .filter((row): row is Contact => row.kind === 'contact')
    .map(({ id, name }) => ({ id, name, entries: counts.get(id) ?? 0 }))
    .sort((a, b) => Number(b.id === contactId) - Number(a.id === contactId) || a.name.localeCompare(b.name));
  return { contacts };
}

async function idsOf({ db, tenant }: JobReading, pass: Progress['pass'], contacts: string[]): Promise<string[]> {
  const having = (table: 'entry' | 'follow_up' | 'contact', column: string) =>
    db
      .selectFrom(table)
      .select('id')
      .where('tenant', '=', tenant)
      .where(column as 'id', 'in', contacts) // a column of that table
      .limit(stepSize)
      .execute();
  if (pass === 'entries') return (await having('entry', 'contact_id')).map(({ id }) => id);
  if (pass === 'follow-ups') return (await having('follow_up', 'contact_id')).map(({ id }) => id);
  const found = [
    ...(await having('contact', 'company_id')),
    ...(await having('contact', 'merged_into')),
    ...(await having('entry', 'company_id')),
    ...(await followUpsWith()),
  ];
  return [...new Set(found.map(({ id }) => id))].slice(0, stepSize);

  async function followUpsWith(): Promise<{ id: string }[]> {
    const listed = await db
      .selectFrom('follow_up_list as l')
      .innerJoin('follow_up as f', (join) =>
        join.onRef('f.tenant', '=', 'l.tenant').onRef('f.id', '=', 'l.follow_up_id'),
      )
      .select(['f.id', 'f.body'])
      .where('l.tenant', '=', tenant)
      .where(
        'l.list',
        'in',
        contacts.map((id) => `company:${id}`),
      )
      .execute();
    return listed.filter(({ body }) => {
      const row = parseBody(body);
      return row.kind === 'follow-up' && row.companyId !== null && contacts.includes(row.companyId);
    });
  }
}

/**
 * Takes the keys that hold an address of one of `contacts` from the items; gives these without them. An item that was
 * recognised by nothing else gets a key that says nothing.
 */
async function withoutTheirKeys({ db, bulk, tenant }: JobWriting, contacts: readonly Row[]): Promise<Item[]> {
  const keys = new Set<string>();
  const ids = new Set<string>();
  for (const address of contacts.flatMap((row) => (row.kind === 'contact' ? addressesOf(row) : []))) {
    const start = `weak:${address}|`;
    const found = await db
      .selectFrom('item_key')
      .select(['key', 'item_id'])
      .where('tenant', '=', tenant)
      .where('key', '>=', start)
      .where('key', '<', `${start}\u{10ffff}`)
      .execute();
    for (const one of found) {
      keys.add(one.key);
      ids.add(one.item_id);
    }
    await db
      .deleteFrom('item_key')
      .where('tenant', '=', tenant)
      .where('key', '>=', start)
      .where('key', '<', `${start}\u{10ffff}`)
      .execute();
  }
  const bodies = await bulk.selectIn(db, { table: 'item', column: 'id', wanted: ['body'] }, tenant, ids);
  const items = bodies.map(({ body }) => parseBody(body)).filter((row): row is Item => row.kind === 'item');
  return items.map((item) => {
    const left = item.keys.filter((key) => !keys.has(key));
    return { ...item, keys: left.length > 0 ? left : [`draft:${item.id}` as ItemKey] }; // has the checked form
  });
}

/** Takes what `ids` were also known as out of the aliases and gives it: commands may still name it. */
async function takeAliases(
  { db, bulk, tenant }: JobWriting,
  kind: 'contact' | 'entry',
  ids: readonly string[],
): Promise<string[]> {
  const known = new Set<string>();
  let next: readonly string[] = ids;
  while (next.length > 0) {
    const found = await bulk.selectIn(
      db,
      { table: 'alias', column: 'to_id', wanted: ['kind', 'from_id'] },
      tenant,
      next,
    );
    next = found.filter((alias) => alias.kind === kind && !known.has(alias.from_id)).map(({ from_id }) => from_id);
    for (const id of next) known.add(id);
  }
  const all = [...known];
  if (all.length > 0)
    await db
      .deleteFrom('alias')
      .where('tenant', '=', tenant)
      .where('kind', '=', kind)
      .where('from_id', 'in', all)
      .execute();
  return all;
}

function withoutLink(row: Row, gone: ReadonlySet<string | null>): Row {
  const without = <Id extends string>(id: Id | null) => (gone.has(id) ? null : id);
  if (row.kind === 'contact')
    return { ...row, companyId: without(row.companyId), mergedInto: without(row.mergedInto) } satisfies Contact;
  if (row.kind === 'entry' || row.kind === 'comment' || row.kind === 'follow-up')
    return { ...row, companyId: without(row.companyId) };
  return row;
}
