import { signal } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { decide } from '../../../src/domain/commands/command.ts';
import { knownFrom } from '../../../src/domain/known.ts';
import type { LogFilter } from '../../../src/domain/log-filter.ts';
import type { Row } from '../../../src/domain/row.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { createLogSource, type LogSource } from '../../../src/pane/log-list/create-log-source.ts';
import type { PaneState } from '../../../src/pane/state/pane-state.ts';
import type { LogListResponse } from '../../../src/protocol/log-list.ts';
import { createLocalStore } from '../../../src/store/create-local-store.ts';
import { createMemoryDatabase } from '../../../src/store/memory/memory-database.ts';
import { anna, contact, logMail, onServer, salesperson, template } from '../../support/domain-samples.ts';

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

/** The list over a device that holds nothing, and a server that answers as `page` says. */
function sourceOver(page: (before: string | undefined, limit: number) => LogListResponse): {
  source: LogSource;
  asked: () => number;
} {
  let asked = 0;
  const store = createLocalStore(createMemoryDatabase(undefined), {});
  const pane = {
    sync: signal({ paused: [] }),
    services: {
      device: {
        store,
        actor: anna,
        account: { userId: anna.userId },
        wholeLog: {
          list: async (_: LogFilter, { before, limit }: { before?: string; limit: number }) => {
            asked += 1;
            return { known: true, value: page(before, limit) };
          },
        },
      },
    },
  } as unknown as PaneState; // all that the source asks of it
  return { source: createLogSource(pane, { text: 'quote' }, ended.signal), asked: () => asked };
}

const empty = (older: string | null): LogListResponse => ({ rows: [], entryIds: [], older, lookedTo: null });
const lines = (source: LogSource) => source.shown.value.rows?.length ?? -1;
const known = (source: LogSource) =>
  vi.waitFor(() => expect(source.shown.value.server).toBe('known'), { timeout: 30_000 });

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
    await vi.waitFor(() => expect(asked()).toBe(10), { timeout: 30_000 });
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
  await vi.waitFor(() => expect(lines(source)).toBe(100), { timeout: 30_000 });
  source.refresh();
  expect(source.shown.value.server).toBe('asking');
  await known(source);
  expect(lines(source)).toBe(100);
});
