import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryId, TenantId } from '../../src/domain/ids.ts';
import type { LogFilter } from '../../src/domain/log-filter.ts';
import type { Row } from '../../src/domain/row.ts';
import type { Day, Instant } from '../../src/domain/time.ts';
import { pastAll } from '../../src/server/log/entry-place.ts';
import { boundsOf, type NextSlice, streamSlices, textSlices } from '../../src/server/log/entry-slices.ts';
import { conditionsOf, streamsOf } from '../../src/server/log/entry-streams.ts';
import { textSearch } from '../../src/server/log/text-search.ts';
import type { Principal } from '../../src/server/log-store.ts';
import { ftsTextIndex } from '../../src/server/sqlite/fts-text-index.ts';
import { anna, contact, id, logMail, noon, salesperson, template } from '../support/domain-samples.ts';
import { type LogInMemory, openLogInMemory } from '../support/log-in-memory.ts';
import { entryOf, followUp } from '../support/new-command-samples.ts';

const tenantId = id<TenantId>(0x71);
const asAnna: Principal = { ...anna, tenantId };
const bob = contact(1, { name: 'Bob Ortiz', no: null });
const rows: Row[] = [template(), salesperson, bob].map((row) => ({ ...row, rev: 0 }));

let log: LogInMemory;
const written: { id: EntryId; at: string; attemptFailed: boolean; isQuote: boolean }[] = [];
beforeAll(async () => {
  log = await openLogInMemory();
  await log.store.createTenant({ tenantId, name: 'Aurinko Oy' }, rows);
  const commands = Array.from({ length: 200 }, (_, number) => {
    // In no order of time; some at one instant.
    const minute = (number * 37) % 60;
    const attemptFailed = number % 7 === 0;
    const description = number % 3 === 0 ? 'Quote' : 'Delivery';
    const at = `2026-11-2${number % 3}T0${number % 5}:${String(minute).padStart(2, '0')}:00.000Z` as Instant;
    const day = at.slice(0, 10) as Day;
    const command = logMail(number + 1, [bob], [`message-id:${number}`], {
      at,
      day,
      attemptFailed,
      description,
      subject: '',
    });
    written.push({ id: entryOf(command), at, attemptFailed, isQuote: description === 'Quote' });
    return command;
  });
  const toDo = written.map((entry, number) => followUp(number + 0x500, bob, { entryId: entry.id }));
  const all = [...commands, ...toDo];
  for (let start = 0; start < all.length; start += 50) await log.store.push(asAnna, all.slice(start, start + 50), noon);
});
afterAll(() => log.store.close());

const filters: LogFilter[] = [
  {},
  { from: '2026-11-01' as Day, to: '2026-11-30' as Day },
  { contact: bob.id },
  { template: template().id },
  { template: template().id, salesperson: salesperson.id },
  { group: template().groupCode, flow: 'outbound', from: '2026-11-20' as Day },
  { campaign: 'FAIR' as never, status: 'recorded' },
  { evaluation: 'positive' },
  { evaluation: 'none', origin: 'hand' },
  { flow: 'none' },
  { status: 'attempt-failed' },
  { status: 'canceled', salesperson: salesperson.id },
  { text: 'quote' },
  { text: 'ort del', template: template().id },
];

it.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))(
  'reads a page of %s by indexes alone, in their order',
  async (_, filter) => {
    const plans = await log.plansOf(async () => {
      await log.store.list(asAnna, filter, { limit: 10 });
      await log.store.cold(asAnna, { day: '2026-11-01' as Day, limit: 10 });
      await log.store.pull(asAnna, `history:${bob.id}`, { limit: 10 });
    });
    for (const { sql, steps } of plans) {
      // What was found by words is put in order afterwards, and is never more than was looked for; a contact's
      // follow-ups are few.
      const sorts = /json_each|follow_up/.test(sql) ? [] : steps.filter((step) => /B-TREE FOR ORDER/.test(step));
      const scans = steps.filter((step) => /^SCAN (?!json_each|entry_text|family|\(subquery)/.test(step));
      expect({ sql, steps: [...sorts, ...scans] }).toEqual({ sql, steps: [] });
    }
  },
);

describe('however few entries are looked at in one step', () => {
  async function through(next: NextSlice, size: { most: number; look: number }): Promise<string[]> {
    const found: string[] = [];
    for (let below: number | null = pastAll; below !== null; ) {
      const slice = await next(below, { ...size, bodies: false });
      expect(slice.reached ?? Number.MIN_SAFE_INTEGER).toBeLessThan(below);
      found.push(...slice.entries.map((entry) => entry.id));
      below = slice.reached;
    }
    return found;
  }
  const inOrder = (wanted: typeof written) =>
    wanted
      .map((entry, number) => ({ ...entry, number }))
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.number - a.number))
      .map((entry) => entry.id);

  it.each([1, 2, 7, 1_000])('goes through all that pass conditions, each once (%i)', async (look) => {
    const filter: LogFilter = { template: template().id, status: 'attempt-failed' };
    const streams = { streams: [...(await streamsOf(log.db, tenantId, { template: template().id })).streams] };
    const next = streamSlices(log.db, tenantId, { ...streams, conditions: conditionsOf(filter) }, boundsOf(filter));
    expect(await through(next, { most: 5, look })).toEqual(inOrder(written.filter((entry) => entry.attemptFailed)));
  });

  it.each([1, 3, 50, 1_000])('goes through all that words are found in, each once (%i)', async (look) => {
    const filter: LogFilter = { status: 'recorded' };
    const search = await textSearch(log.db, asAnna, 1, 'quo ortiz');
    const next = textSlices(log.db, ftsTextIndex, search, conditionsOf(filter), boundsOf(filter));
    const wanted = written.filter((entry) => entry.isQuote && !entry.attemptFailed);
    expect(await through(next, { most: 5, look })).toEqual(inOrder(wanted));
  });
});
