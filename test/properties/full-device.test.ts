import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide } from '../../src/domain/commands/command.ts';
import type { ContactId } from '../../src/domain/ids.ts';
import { knownFrom } from '../../src/domain/known.ts';
import type { LogEntry } from '../../src/domain/log-entry.ts';
import type { Row } from '../../src/domain/row.ts';
import type { Day, Instant } from '../../src/domain/time.ts';
import { parseCursor } from '../../src/protocol/cursor.ts';
import { historyScope } from '../../src/protocol/scope.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { byPlace } from '../../src/store/place.ts';
import { anna, contact, id, logMail, mika, onServer, salesperson, template } from '../support/domain-samples.ts';

const people = [1, 2, 3, 4].map((number) => contact(number, { rev: 1 }));
const setup: Row[] = [template(), salesperson];
const mostEntries = 5;
const firstPage = 3;

const anyStep = fc.record({
  do: fc.constantFrom('log', 'log', 'log', 'open', 'pull', 'older', 'look-up', 'live'),
  who: fc.nat({ max: people.length - 1 }),
  day: fc.nat({ max: 60 }),
});

it('holds every history that has a cursor whole, as far back as it was pulled, however little it may hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 20, maxLength: 60, size: 'max' }), async (steps) => {
      const store = createMemoryStore({ mostEntries });
      await store.takePull('setup', { rows: setup, cursor: 'e.1', more: false, older: null }, anna);
      await store.takePull('contacts', { rows: people, cursor: 'e.1', more: false, older: null }, anna);
      const log: LogEntry[] = [];
      let told = 1;
      const ofContact = (contactId: ContactId) => log.filter((one) => one.contactId === contactId).sort(byPlace);
      // What the server answers; the mark of older entries is how many were given.
      const pull = async (contactId: ContactId) => {
        const scope = historyScope(contactId);
        const asked = await store.cursor(scope);
        const all = ofContact(contactId);
        const since = parseCursor(asked ?? '')?.rev;
        const rows = since === undefined ? all.slice(0, firstPage) : all.filter(({ rev }) => rev > since);
        const older = since === undefined && all.length > firstPage ? placeIn(rows) : null;
        await store.takePull(scope, { rows, cursor: `e.${log.length + 1}`, more: false, older }, anna, asked);
      };
      for (const [at, { do: act, who, day }] of steps.entries()) {
        const { id: contactId } = people[who] ?? contact(1);
        const scope = historyScope(contactId);
        if (act === 'log') log.push(logged(at, contactId, day, log.length + 2));
        if (act === 'open') {
          await store.openScope(scope);
          await pull(contactId);
        }
        if (act === 'pull' && (await store.cursor(scope)) !== undefined) await pull(contactId);
        if (act === 'older') {
          const mark = await store.older(scope);
          if (typeof mark !== 'string') continue;
          const rest = ofContact(contactId).filter((one) => `${one.at} ${one.id}` < mark);
          const rows = rest.slice(0, firstPage);
          const older = rest.length > firstPage ? placeIn(rows) : null;
          await store.takeOlder(scope, { rows, cursor: `e.${log.length + 1}`, more: false, older }, anna);
        }
        const looked = log[day % Math.max(1, log.length)];
        if (act === 'look-up' && looked) {
          await store.takeRows([looked], anna);
          expect(await store.entry(looked.id), 'what was looked up is here').toBeDefined();
        }
        if (act === 'live') {
          const to = log.length + 1;
          const rows = log.filter(({ rev }) => rev > told);
          for (const behind of await store.takeLive({ epoch: 'e', from: told, to, rows }, anna)) {
            const history = people.find((one) => historyScope(one.id) === behind);
            if (history) await pull(history.id);
          }
          told = to;
        }
        for (const one of people) await expectWhole(one.id);
      }

      async function expectWhole(contactId: ContactId): Promise<void> {
        const cursor = parseCursor((await store.cursor(historyScope(contactId))) ?? '');
        if (!cursor) return;
        const mark = await store.older(historyScope(contactId));
        const { entries } = await store.history(contactId, { limit: 1000 });
        const here = new Set(entries.map(({ entry }) => entry.id));
        const missing = ofContact(contactId).filter(
          (one) => one.rev <= cursor.rev && !here.has(one.id) && (!mark || `${one.at} ${one.id}` >= mark),
        );
        expect(missing).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

function placeIn(rows: readonly LogEntry[]): string | null {
  const last = rows.at(-1);
  return last ? `${last.at} ${last.id}` : null;
}

function logged(number: number, contactId: ContactId, day: number, rev: number): LogEntry {
  const at = new Date(Date.parse('2026-08-01T09:00:00.000Z') + day * 86_400_000).toISOString() as Instant; // that form
  const command = logMail(0x200 + number, [contact(1, { id: contactId })], [`message-id:${number}@example.com`], {
    at,
    day: at.slice(0, 10) as Day,
  });
  const decision = decide(command, knownFrom([...setup, ...people]), onServer(mika));
  const row = decision.outcome === 'done' ? decision.changes.find((one) => one.kind === 'entry') : undefined;
  if (row?.kind !== 'entry') throw new Error(`a sample was ${decision.outcome} (${id(number)})`);
  return { ...row, rev };
}
