import { signal } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { decide } from '../../../src/domain/commands/command.ts';
import type { UserId } from '../../../src/domain/ids.ts';
import { knownFrom } from '../../../src/domain/known.ts';
import type { LogEntry } from '../../../src/domain/log-entry.ts';
import type { LogFilter } from '../../../src/domain/log-filter.ts';
import type { Row } from '../../../src/domain/row.ts';
import type { Day, Instant } from '../../../src/domain/time.ts';
import { createLogSource, type LogSource } from '../../../src/pane/log-list/create-log-source.ts';
import type { PaneState } from '../../../src/pane/state/pane-state.ts';
import type { LogListResponse } from '../../../src/protocol/log-list.ts';
import { createLocalStore } from '../../../src/store/create-local-store.ts';
import type { LocalStore } from '../../../src/store/local-store.ts';
import { createMemoryDatabase } from '../../../src/store/memory/memory-database.ts';
import { anna, contact, id, logMail, noon, onServer, salesperson, template } from '../../support/domain-samples.ts';
import { eventually } from '../../support/eventually.ts';
import { createTestClock, type TestClock } from '../../support/test-clock.ts';

const bob = contact(1, { name: 'Bob' });

/** `count` entries, the newest first, a minute apart. */
function entries(count: number): Row[] {
  return Array.from({ length: count }, (_, at) => {
    const when = new Date(Date.parse('2026-11-23T09:00:00.000Z') - at * 60_000).toISOString() as Instant;
    const made = decide(
      logMail(at + 1, [bob], [`message-id:${at}`], { at: when }),
      knownFrom([bob, template(), salesperson]),
      onServer(anna),
    );
    if (made.outcome !== 'done') throw new Error(made.outcome);
    return { ...(made.changes.find(({ kind }) => kind === 'entry') as Row), rev: at + 1 };
  });
}

const ended = new AbortController();
afterEach(() => vi.restoreAllMocks());

/** The list over a device that holds nothing, and a server that answers as `page` says, if at all. */
function sourceOver(
  page: (before: string | undefined, limit: number) => LogListResponse | undefined,
  { isBroken = false } = {},
): {
  source: LogSource;
  store: LocalStore;
  clock: TestClock;
  asked: () => number;
} {
  let asked = 0;
  const store = createLocalStore(createMemoryDatabase(undefined), {});
  const clock = createTestClock();
  const { watch } = store;
  if (isBroken)
    vi.spyOn(store, 'watch').mockImplementation((_read, take, signal, failed) =>
      watch(() => Promise.reject(new TypeError('no program')), take, signal, failed),
    );
  const pane = {
    sync: signal({ paused: [] }),
    services: {
      clock,
      device: {
        store,
        actor: anna,
        account: { userId: anna.userId },
        wholeLog: {
          list: async (_: LogFilter, { before, limit }: { before?: string; limit: number }) => {
            asked += 1;
            const value = page(before, limit);
            return value ? { known: true, value } : { known: false, why: 'server-unreachable' };
          },
        },
      },
    },
  } as unknown as PaneState; // all that the source asks of it
  return { source: createLogSource(pane, {}, ended.signal), store, clock, asked: () => asked };
}

const empty = (older: string | null): LogListResponse => ({ rows: [], entryIds: [], older, lookedTo: null });
const lines = (source: LogSource) => source.shown.value.rows?.length ?? -1;
const known = (source: LogSource) => eventually(() => expect(source.shown.value.server).toBe('known'));

describe('a server that finds nothing among the entries it looks at first', () => {
  it('is asked on by itself until it finds something', async () => {
    const all = entries(3);
    const { source, asked } = sourceOver((before) =>
      Number(before ?? 0) < 3
        ? empty(String(Number(before ?? 0) + 1))
        : { rows: all, entryIds: all.map(({ id }) => id), older: null, lookedTo: null },
    );
    await known(source);
    expect([lines(source), asked(), source.shown.value.hasMore]).toEqual([3, 4, false]);
  });

  it('is left alone after a few pages, from where “More” looks on', async () => {
    const { source, asked } = sourceOver((before) => empty(String(Number(before ?? 0) + 1)));
    await known(source);
    expect([lines(source), asked(), source.shown.value.hasMore]).toEqual([0, 5, true]);
    source.more();
    await eventually(() => expect(asked()).toBe(10));
  });
});

it('a list that was followed far back is as long after it was asked anew', async () => {
  const all = entries(130);
  const { source } = sourceOver((before, limit) => {
    const from = Number(before ?? 0);
    const rows = all.slice(from, from + limit);
    const older = from + limit < all.length ? String(from + limit) : null;
    return { rows, entryIds: rows.map(({ id }) => id), older, lookedTo: null };
  });
  await known(source);
  expect(lines(source)).toBe(50);
  source.more();
  await eventually(() => expect(lines(source)).toBe(100));
  source.refresh();
  expect(source.shown.value.server).toBe('asking');
  await known(source);
  expect(lines(source)).toBe(100);
});

it('what this device holds is said to be unread when it can not be, and is read when it is tried again', async () => {
  const { source, store } = sourceOver(() => empty(null), { isBroken: true });
  await eventually(() => expect(source.shown.value.isUnread).toBe(true));
  await store.takeRows(entries(1), anna);
  vi.restoreAllMocks();
  source.refresh();
  await eventually(() => expect(source.shown.value).toMatchObject({ isUnread: false, rows: [{ from: 'here' }] }));
});

describe('while the list is open', () => {
  /** A server that holds `held`, and what reaches the device of its changes. */
  function openOver(held: LogEntry[], beside: Row[] = []) {
    const server = { held, isDown: false };
    const { store, ...rest } = sourceOver(() => {
      if (server.isDown) return undefined;
      return {
        rows: [...server.held, ...beside],
        entryIds: server.held.map((entry) => entry.id),
        older: null,
        lookedTo: null,
      };
    });
    let rev = 100;
    let cursor: string | undefined;
    /** A pull or live event: what is not the device's concern moves its cursor all the same. */
    const tell = async (rows: Row[] = []) => {
      rev += 1;
      const before = cursor;
      cursor = `life~run.${rev}`;
      await store.takePull('setup', { rows, cursor, more: false, older: null }, anna, before);
    };
    const purge = (entry: LogEntry): Row => ({
      ...{ kind: 'purge', id: id(900), rev: rev + 1, why: 'deleted', at: noon, rowKeys: [`entry:${entry.id}`] },
    });
    return { ...rest, store, server, tell, purge };
  }
  const shownIds = (source: LogSource) => source.shown.value.rows?.map(({ entry }) => entry.id);

  it('an entry that came to this device and was deleted since is shown no more, whatever the server had said', async () => {
    const [first, second] = entries(2) as [LogEntry, LogEntry];
    const { source, server, tell, purge } = openOver([first, second]);
    await tell();
    await known(source);
    await source.hold([first.id]);
    await eventually(() => expect(source.shown.value.rows?.map(({ from }) => from)).toEqual(['here', 'server']));
    server.isDown = true;
    await tell([purge(first)]);
    await eventually(() => expect(shownIds(source)).toEqual([second.id]));
    expect(source.shown.value.server).toBe('known');
  });

  it('what is to be done about an entry is said before and after the entry came to this device, whoever is to do it', async () => {
    const [entry] = entries(1) as [LogEntry];
    const fields = { contactId: bob.id, companyId: null, entryId: entry.id, due: '2026-12-05' as Day, text: 'Call' };
    const others = { userId: id<UserId>(0x99), madeBy: id<UserId>(0x99), madeAt: noon, closed: null };
    const { source } = openOver([entry], [{ kind: 'follow-up', id: id(700), rev: 9, ...fields, ...others }]);
    await known(source);
    const shown = (from: string) =>
      eventually(() => expect(source.shown.value.rows).toMatchObject([{ from, followUp: { due: '2026-12-05' } }]));
    await shown('server');
    await source.hold([entry.id]);
    await shown('here');
  });

  it('what the server alone holds is asked for again when a colleague changes something', async () => {
    const [first, second] = entries(2) as [LogEntry, LogEntry];
    const { source, server, tell } = openOver([first, second]);
    await tell();
    await known(source);
    const why = { commandId: first.commandId, by: first.userId, at: noon, via: 'entry', why: 'Twice' } as const;
    server.held = [{ ...first, rev: 101, canceled: [why] }];
    await tell();
    await eventually(() => expect(shownIds(source)).toEqual([first.id]));
    expect(source.shown.value.rows?.[0]?.entry.canceled).toHaveLength(1);
  });

  it('a team that changes much makes it ask once now and once after a rest', async () => {
    const { source, tell, clock, asked } = openOver(entries(2) as LogEntry[]);
    await tell();
    await known(source);
    const before = asked();
    for (let change = 0; change < 5; change += 1) await tell();
    await eventually(() => expect(asked()).toBe(before + 1));
    await eventually(() => expect(clock.waits()).toBe(1));
    clock.advance(5_000);
    await eventually(() => expect(asked()).toBe(before + 2));
  });

  it('a list that this device holds whole asks for nothing', async () => {
    const all = entries(2) as LogEntry[];
    const { source, store, tell, asked } = openOver(all);
    await store.takeRows(all, anna);
    await tell();
    await known(source);
    await eventually(() => expect(source.shown.value.rows?.map(({ from }) => from)).toEqual(['here', 'here']));
    const before = asked();
    await tell();
    await store.takeRows([{ ...(all[0] as LogEntry), rev: 300, description: 'Changed' }], anna);
    await eventually(() => expect(source.shown.value.rows?.[0]?.entry.description).toBe('Changed'));
    expect(asked()).toBe(before);
  });
});
