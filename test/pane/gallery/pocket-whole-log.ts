import * as v from 'valibot';
import { isMeant } from '../../../src/domain/delete-filter.ts';
import { EntryId } from '../../../src/domain/ids.ts';
import { isLive } from '../../../src/domain/is-live.ts';
import type { LogEntry } from '../../../src/domain/log-entry.ts';
import { LogFilter, passes } from '../../../src/domain/log-filter.ts';
import { isOffered } from '../../../src/domain/offered.ts';
import type { Row, RowOf } from '../../../src/domain/row.ts';
import { sortInstant } from '../../../src/domain/sort-instant.ts';
import { fold } from '../../../src/domain/text.ts';
import type { Day, Instant } from '../../../src/domain/time.ts';
import { visibleTo } from '../../../src/domain/visible-to.ts';
import { DeletePreviewRequest, ErasurePreviewRequest, type Job, JobRequest } from '../../../src/protocol/job.ts';
import { ColdQuery, LogFileQuery, LogListQuery } from '../../../src/protocol/log-list.ts';
import type { Principal } from '../../../src/server/log-store.ts';
import type { MemoryLogStore } from '../../support/memory-log-store.ts';

/** Jobs that were started; each look at a running one moves it on, so that a page sees it go and end. */
const jobs = new WeakMap<MemoryLogStore, Job[]>();

/** Answers what only the whole log can tell, over rows in memory. Jobs are only counted: nothing is deleted. */
export async function answerWholeLog(
  log: MemoryLogStore,
  by: Principal,
  url: URL,
  init: RequestInit,
  now: Instant,
): Promise<Response> {
  const rows = log.rows(by.tenantId).map((row) => visibleTo(row, by));
  const query = Object.fromEntries(url.searchParams);
  const entry = /^\/v1\/entries\/(.+)$/.exec(url.pathname)?.[1];
  if (entry !== undefined) return Response.json({ rows: await log.entry(by, v.parse(EntryId, entry)) });
  if (/^\/v1\/(me|contacts\/[^/]+)\/file$/.test(url.pathname)) return Response.json({ rows });
  switch (url.pathname) {
    case '/v1/log':
      return Response.json(list(rows, v.parse(LogListQuery, query)));
    case '/v1/log/file': {
      const { format, language: _, ...filter } = v.parse(LogFileQuery, query);
      const found = listed(rows, filter);
      const csv = () => found.map(({ day, description }) => `${day};${description}\r\n`).join('');
      return format === 'json' ? Response.json(found) : new Response(`\ufeff${csv()}`);
    }
    case '/v1/log/summary':
      return Response.json(summary(listed(rows, v.parse(LogFilter, query)).filter(isLive)));
    case '/v1/contacts/cold':
      return Response.json(cold(rows, v.parse(ColdQuery, query), now));
    default:
      return answerJobs(log, rows, url, init, now);
  }
}

const of = <K extends Row['kind']>(rows: readonly Row[], kind: K) =>
  rows.filter((row): row is RowOf<K> => row.kind === kind);

function listed(rows: readonly Row[], filter: LogFilter): LogEntry[] {
  const contacts = of(rows, 'contact');
  const family =
    filter.contact === undefined
      ? undefined
      : new Set(
          contacts.filter(({ id, mergedInto }) => [id, mergedInto].includes(filter.contact ?? id)).map(({ id }) => id),
        );
  const nameOf = (id: string | null) => contacts.find((one) => one.id === id)?.name ?? '';
  const words = fold(filter.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return of(rows, 'entry')
    .filter((entry) => passes(entry, filter, family))
    .filter((entry) => {
      const comments = of(rows, 'comment').filter(({ entryId }) => entryId === entry.id);
      const { description, subject, note, text } = entry;
      const all = [description, subject, note, text, nameOf(entry.contactId), ...comments.map(({ body }) => body)];
      const own = fold(all.join(' ')).split(/[^\p{L}\p{N}]+/u);
      return words.every((word) => own.some((one) => one.startsWith(word)));
    })
    .sort((a, b) => sortInstant(b).localeCompare(sortInstant(a)) || b.id.localeCompare(a.id));
}

function list(rows: readonly Row[], { before = '0', limit = '50', ...filter }: LogListQuery) {
  const all = listed(rows, filter);
  const [from, to] = [Number(before), Number(before) + Number(limit)];
  const page = all.slice(from, to);
  const ids = new Set<string | null>(
    page.flatMap(({ id, itemId, contactId, companyId }) => [id, itemId, contactId, companyId]),
  );
  return {
    entryIds: page.map(({ id }) => id),
    rows: rows.filter(
      (row) =>
        ids.has(row.id) ||
        (row.kind === 'comment' && ids.has(row.entryId)) ||
        (row.kind === 'follow-up' && row.closed === null && ids.has(row.entryId)),
    ),
    older: to < all.length ? String(to) : null,
  };
}

function summary(entries: readonly LogEntry[]) {
  const sumsOf = (found: readonly LogEntry[]) => ({
    count: found.length,
    cost: found.reduce((sum, { cost }) => sum + cost, 0),
    minutes: found.reduce((sum, { minutes }) => sum + minutes, 0),
  });
  const grouped = (keyOf: (entry: LogEntry) => string) =>
    [...Map.groupBy(entries, keyOf)]
      .map(([key, found]) => ({ key, ...sumsOf(found) }))
      .sort((a, b) => b.count - a.count);
  return {
    total: sumsOf(entries),
    weeks: grouped(({ day }) => mondayOf(day))
      .map(({ key, ...sums }) => ({ week: key, ...sums }))
      .sort((a, b) => a.week.localeCompare(b.week)),
    templates: grouped(({ templateCode }) => templateCode).map(({ key, ...sums }) => ({ code: key, ...sums })),
    salespeople: grouped(({ salespersonCode }) => salespersonCode).map(({ key, ...sums }) => ({ code: key, ...sums })),
    campaigns: grouped(({ campaignCode }) => campaignCode ?? '')
      .filter(({ key }) => key !== '')
      .map(({ key, ...sums }) => ({ code: key, ...sums })),
  };
}

function mondayOf(day: Day): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function cold(
  rows: readonly Row[],
  { days, salesperson, limit = '50' }: v.InferOutput<typeof ColdQuery>,
  now: Instant,
) {
  const since = new Date(Date.parse(now) - Number(days) * 86_400_000).toISOString().slice(0, 10);
  const entries = of(rows, 'entry').filter((entry) => isLive(entry) && !entry.attemptFailed);
  const found = of(rows, 'contact')
    .filter((one) => isOffered(one) && one.type === 'person')
    .filter((one) => salesperson === undefined || one.salespersonCode === salesperson)
    .map((contact) => ({
      contact,
      lastReached: entries
        .filter(({ contactId }) => contactId === contact.id)
        .reduce((last, { day }) => (day > last ? day : last), ''),
    }))
    .filter(({ lastReached }) => lastReached < since)
    .sort((a, b) => (a.lastReached || '9').localeCompare(b.lastReached || '9'))
    .slice(0, Number(limit));
  return {
    contacts: found.map(({ contact, lastReached }) => ({ contactId: contact.id, lastReached: lastReached || null })),
    rows: found.map(({ contact }) => contact),
  };
}

function merged(rows: readonly Row[], contactId: string) {
  const all = of(rows, 'contact');
  const ids = new Set<string>([contactId]);
  for (let before = 0; before < ids.size; ) {
    before = ids.size;
    for (const { id, mergedInto } of all)
      if (mergedInto !== null && (ids.has(id) || ids.has(mergedInto))) for (const one of [id, mergedInto]) ids.add(one);
  }
  return all
    .filter(({ id }) => ids.has(id))
    .map(({ id, name }) => ({ id, name, entries: of(rows, 'entry').filter((one) => one.contactId === id).length }));
}

function answerJobs(log: MemoryLogStore, rows: readonly Row[], url: URL, init: RequestInit, now: Instant): Response {
  const known = jobs.get(log) ?? [];
  jobs.set(log, known);
  const canceled = of(rows, 'entry').filter(({ canceled: reasons }) => reasons.length > 0);
  const id = /^\/v1\/jobs\/(.+)$/.exec(url.pathname)?.[1];
  if (id === 'preview') {
    const { filter } = v.parse(DeletePreviewRequest, JSON.parse(String(init.body)));
    const family = filter.contact && new Set([filter.contact]);
    const found = canceled.filter((entry) => isMeant(entry, filter, family));
    const ids = new Set<string>(found.flatMap(({ id: entry, contactId }) => [entry, contactId]));
    return Response.json({
      asOf: Math.max(...rows.map(({ rev }) => rev)),
      count: found.length,
      comments: of(rows, 'comment').filter(({ entryId }) => ids.has(entryId)).length,
      rows: rows.filter((row) => ids.has(row.id)),
    });
  }
  if (id === 'erasure-preview') {
    const { contactId } = v.parse(ErasurePreviewRequest, JSON.parse(String(init.body)));
    return Response.json({ contacts: merged(rows, contactId) });
  }
  if (url.pathname === '/v1/jobs' && init.method === 'POST') {
    const request = v.parse(JobRequest, JSON.parse(String(init.body)));
    const total = request.kind === 'delete-canceled' ? canceled.length : 3;
    const job: Job = {
      id: request.id,
      kind: request.kind,
      state: 'running',
      done: 0,
      total,
      by: null,
      startedAt: now,
      endedAt: null,
    };
    if (!known.some((one) => one.id === job.id)) known.unshift(job);
    return Response.json(known.find((one) => one.id === job.id));
  }
  if (url.pathname === '/v1/jobs') return Response.json({ jobs: known });
  const job = known.find((one) => one.id === id);
  if (!job) return new Response(null, { status: 404 });
  if (job.state === 'running' && init.method === 'DELETE') Object.assign(job, { state: 'stopped', endedAt: now });
  else if (job.state === 'running' && job.done === job.total) Object.assign(job, { state: 'done', endedAt: now });
  else if (job.state === 'running') job.done += 1;
  return Response.json(job);
}
