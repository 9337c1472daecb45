import { describe, expect, it } from 'vitest';
import type { FollowUp } from '../../../src/domain/follow-up.ts';
import type { CommandId, ContactId, EntryId } from '../../../src/domain/ids.ts';
import type { LogEntry } from '../../../src/domain/log-entry.ts';
import type { Row } from '../../../src/domain/row.ts';
import type { Day, Instant } from '../../../src/domain/time.ts';
import { listedOf, mergeRows } from '../../../src/pane/log-list/merge-rows.ts';
import type { ListedEntry } from '../../../src/store/local-store.ts';
import { anna, contact, id, logMail, noon } from '../../support/domain-samples.ts';

const bob = contact(1, { name: 'Bob', companyId: id<ContactId>(9) });
const harbour = contact(9, { type: 'company', name: 'Harbour' });

/** An entry of a day in November; its description is its number. */
function entry(number: number, over: Partial<LogEntry> = {}): LogEntry {
  const { interaction, with: people } = logMail(number, [bob], []);
  const [{ entryId: _, ...perContact } = { entryId: '' }] = people;
  const day = `2026-11-${String(number).padStart(2, '0')}`;
  return {
    ...interaction,
    ...(perContact as Omit<(typeof people)[number], 'entryId'>), // the sample has one contact
    kind: 'entry',
    id: id<EntryId>(number),
    rev: number,
    entryNo: number,
    description: String(number),
    day: day as Day,
    at: `${day}T09:00:00.000Z` as Instant,
    itemId: null,
    commandId: id<CommandId>(number + 0x900),
    userId: anna.userId,
    madeAt: noon,
    receivedAt: noon,
    canceled: [],
    corrections: [],
    postponed: false,
    withheld: false,
    ...over,
  };
}

const listed = (one: LogEntry, pending: CommandId[] = []): ListedEntry => ({
  ...{ entry: one, pending, contact: bob, company: harbour, comments: [], followUp: undefined, isRefused: false },
});
const held = (...all: ListedEntry[]) => new Map(all.map((one) => [one.entry.id, one]));
const none = { entries: [], next: null };
const shown = (rows: ReturnType<typeof mergeRows>) => rows.map(({ entry: one, from }) => `${one.description} ${from}`);

describe('the device’s list and the server’s', () => {
  it('are one, newest first, each entry once, and each says where it is', () => {
    const here = { entries: [listed(entry(7)), listed(entry(4))], next: null };
    const server = { entries: [entry(9), entry(7), entry(4), entry(2)].map((one) => listed(one)), older: null };
    expect(shown(mergeRows(here, server, held(...here.entries), {}))).toEqual([
      '9 server',
      '7 here',
      '4 here',
      '2 server',
    ]);
  });

  it('is the device’s alone until the server has answered', () => {
    const here = { entries: [listed(entry(7))], next: null };
    expect(shown(mergeRows(here, { entries: [], older: undefined }, held(), {}))).toEqual(['7 here']);
  });

  it('ends where the server has older ones, so that nothing is missing between', () => {
    const here = { entries: [listed(entry(7)), listed(entry(1))], next: null };
    const server = { entries: [entry(9), entry(7), entry(5)].map((one) => listed(one)), older: 'more' };
    expect(shown(mergeRows(here, server, held(here.entries[0] ?? listed(entry(7))), {}))).toEqual([
      '9 server',
      '7 here',
      '5 server',
    ]);
  });

  it('ends where the server has looked to, found something there or not', () => {
    const here = { entries: [listed(entry(7)), listed(entry(3)), listed(entry(1))], next: null };
    const lookedTo = '2026-11-02T00:00:00.000Z' as Instant;
    const nothing = { entries: [], older: 'more', lookedTo };
    expect(shown(mergeRows(here, nothing, held(...here.entries), {}))).toEqual(['7 here', '3 here']);
    const some = { entries: [listed(entry(5))], older: 'more', lookedTo };
    expect(shown(mergeRows(here, some, held(...here.entries), {}))).toEqual(['7 here', '5 server', '3 here']);
  });

  it('ends where the device has older ones, for what waits may stand between those', () => {
    const here = { entries: [listed(entry(9)), listed(entry(8))], next: 'more' };
    const server = { entries: [entry(9), entry(5)].map((one) => listed(one)), older: null };
    expect(shown(mergeRows(here, server, held(listed(entry(9))), {}))).toEqual(['9 here', '8 here']);
  });

  it('goes by what waits on the device, also for what is in the list', () => {
    const reason = { commandId: id<CommandId>(1), via: 'entry' as const, by: anna.userId, at: noon, why: '' };
    const canceled = listed(entry(7, { canceled: [reason] }));
    const reinstated = listed(entry(7), [id<CommandId>(2)]);
    const server = { entries: [canceled], older: null };
    expect(shown(mergeRows(none, server, held(), { status: 'canceled' }))).toEqual(['7 server']);
    expect(shown(mergeRows(none, server, held(reinstated), { status: 'canceled' }))).toEqual([]);
  });
});

describe('a page of the server’s', () => {
  it('names contacts, companies and comments of its entries, in their order', () => {
    const comment = { kind: 'comment', id: id(5), entryId: id(3), body: 'Said' } as unknown as Row; // what is read of it
    const rows: Row[] = [entry(2), entry(3), bob, harbour, comment];
    expect(listedOf(rows, [id(3), id(2), id(99)])).toMatchObject([
      { entry: { id: id(3) }, contact: { name: 'Bob' }, company: { name: 'Harbour' }, comments: [{ body: 'Said' }] },
      { entry: { id: id(2) }, comments: [] },
    ]);
  });

  it('tells what is still to be done, first what is due first, and of one that is here what is known here', () => {
    const toDo = (number: number, due: string, over: Partial<FollowUp> = {}): FollowUp => ({
      ...{ kind: 'follow-up', id: id(number), rev: 1, contactId: bob.id, companyId: null, entryId: id(2) },
      ...{ due: due as Day, text: 'Call', userId: id(0x99), madeBy: anna.userId, madeAt: noon, closed: null },
      ...over,
    });
    const [later, sooner] = [toDo(6, '2026-12-05'), toDo(7, '2026-12-01')];
    const dueOf = (here: readonly FollowUp[]) => listedOf([entry(2), later, sooner], [id(2)], here)[0]?.followUp?.due;
    expect(dueOf([])).toBe('2026-12-01');
    const closed = { by: anna.userId, at: noon, how: 'done', entryId: null } as const;
    expect(dueOf([{ ...sooner, closed }])).toBe('2026-12-05');
    expect(dueOf([toDo(8, '2026-11-30')])).toBe('2026-11-30');
    expect(listedOf([entry(3), later], [id(3)])[0]?.followUp).toBeUndefined();
  });
});
