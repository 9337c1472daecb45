import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Command } from '../../src/domain/commands/command.ts';
import { SaveSetup } from '../../src/domain/commands/save-setup.ts';
import type { JobId, TenantId } from '../../src/domain/ids.ts';
import { isLive } from '../../src/domain/is-live.ts';
import type { Row } from '../../src/domain/row.ts';
import type { Instant } from '../../src/domain/time.ts';
import { Job } from '../../src/protocol/job.ts';
import { createJobRunner, type JobRunner } from '../../src/server/job-runner.ts';
import type { JobTask } from '../../src/server/job-store.ts';
import { createLiveHub } from '../../src/server/live-hub.ts';
import type { Principal } from '../../src/server/log-store.ts';
import { openSqliteLogStore } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import type { SqliteStore } from '../../src/server/sqlite/worker-messages.ts';
import { type Act, acts, bob, startOf, startRows } from '../support/concurrency/acts.ts';
import { changedFacts, factsOf } from '../support/concurrency/facts.ts';
import { anna, id, mika, noon } from '../support/domain-samples.ts';

const doc = fileURLToPath(new URL('../../docs/concurrent-commands.md', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'interlog-pairs-'));
let store: SqliteStore;
let runner: JobRunner;
let last = 0;
/** When retention runs, what is logged on the day of the tests is older than its template says. */
const monthsLater = '2027-04-01T12:00:00.000Z' as Instant;
let now = noon;

beforeAll(async () => {
  store = await openSqliteLogStore(folder, { epoch: 'epoch-1' });
  const log = { info: () => undefined, error: (facts: object) => expect(facts).toBeUndefined() };
  const newId = () => id(0x90000 + ++last);
  runner = createJobRunner({ store, live: createLiveHub(), now: () => now, newId, log });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Course {
  /** Of the one that came first and the one that came second. */
  outcomes: [string, string];
  end: string;
  rows: Row[];
}

/** Both are made on the same start; the server gets them in this order. */
async function course(order: readonly [Act, 1 | 2][], needs: ReadonlySet<NonNullable<Act['needs']>>): Promise<Course> {
  last += 1;
  const tenantId = id<TenantId>(0x70000 + last);
  const outsider: Principal = { ...mika, userId: id(0xa4), tenantId };
  const people: Record<1 | 2, Principal> = {
    1: { ...mika, role: 'admin', tenantId },
    2: { ...anna, role: 'admin', tenantId },
  };
  await store.createTenant({ tenantId, name: 'Aurinko Oy' }, startRows);
  const start = await store.push(people[1], startOf(needs), noon);
  expect(start.answers.filter(({ outcome }) => outcome !== 'done')).toEqual([]);
  const rowsNow = async () => (await store.changesSince(people[1], 0, 10_000)).rows ?? [];
  const before = factsOf(await rowsNow());
  const filter = { contact: bob.id };
  const { asOf } = await store.previewDeletion(people[1], filter);

  const outcomes: string[] = [];
  for (const [act, n] of order) {
    if (typeof act.make === 'function') {
      const { answers } = await store.push(act.by === undefined ? people[n] : outsider, [act.make(n)], noon);
      outcomes.push(answers[0]?.code ?? answers[0]?.outcome ?? '');
      continue;
    }
    const job = { tenantId, id: id<JobId>(0x80000 + n) };
    const about = { 'erase-contact': { contactId: bob.id }, 'delete-canceled': { filter, asOf }, retention: {} };
    const task = { kind: act.make, id: job.id, ...about[act.make] } as JobTask; // with what its kind is about
    now = act.make === 'retention' ? monthsLater : noon;
    const total = await store.jobSize(tenantId, task, now);
    await store.addJob(tenantId, task, { by: people[n].userId, total: total ?? 0, now });
    runner.start(job);
    await runner.idle();
    now = noon;
    const done = await store.job(tenantId, job.id);
    outcomes.push(done?.state === 'done' ? (done.done === 0 ? 'takes nothing' : 'done') : `job ${done?.state}`);
  }
  const rows = await rowsNow();
  const [first = '', second = ''] = outcomes;
  const asked = [...needs].map((need) => saidOf[need]);
  return { outcomes: [first, second], end: changedFacts(before, factsOf(rows), asked), rows };
}

/** The fact that a pair is about which needs something of the start. */
const saidOf = {
  canceled: 'the entry is',
  merged: 'Bob is',
  'follow-up': 'the follow-up is',
  'closed-follow-up': 'the follow-up is',
} as const;

function inWords([first, second]: [string, string]): string {
  if (first === 'done' && second === 'done') return 'both';
  const said = (which: string, outcome: string) =>
    outcome === 'done' ? [] : [outcome === 'joined' ? `the ${which} joins` : `the ${which}: ${outcome}`];
  return [...said('first', first), ...said('second', second)].join('; ');
}

/** What holds after any two, whatever they are. */
function hold({ rows, outcomes }: Course): void {
  for (const outcome of outcomes) expect(['', 'invalid-command', 'job failed']).not.toContain(outcome);
  const entries = rows.filter((row) => row.kind === 'entry');
  const live = entries.filter((entry) => isLive(entry) && entry.itemId !== null);
  expect(new Set(live.map(({ itemId, contactId }) => `${itemId} ${contactId}`)).size).toBe(live.length);
  const has = (kind: Row['kind'], of: string) => rows.some((row) => row.kind === kind && row.id === of);
  for (const entry of entries) expect(has('contact', entry.contactId)).toBe(true);
  for (const row of rows) {
    if (row.kind === 'comment') expect(has('entry', row.entryId)).toBe(true);
    if (row.kind === 'follow-up') expect(has('contact', row.contactId)).toBe(true);
  }
}

const lines: string[] = [];
const names = Object.keys(acts);

it.each(names)('%s meets every other act in both orders without harm', async (name) => {
  for (const other of names.slice(names.indexOf(name))) {
    const [a, b] = [acts[name], acts[other]];
    if (!a || !b) throw new Error('they are named in the table');
    const needs = new Set([a.needs, b.needs].filter((need) => need !== undefined));
    const forth = await course(
      [
        [a, 1],
        [b, 2],
      ],
      needs,
    );
    const back = await course(
      [
        [b, 2],
        [a, 1],
      ],
      needs,
    );
    for (const one of [forth, back]) hold(one);
    const end =
      forth.end === back.end || name === other
        ? forth.end
        : `*${name}* first: ${forth.end}. *${other}* first: ${back.end}`;
    lines.push(`| ${name} | ${other} | ${inWords(forth.outcomes)} | ${inWords(back.outcomes)} | ${end} |`);
  }
});

it('has an act for every command, and for every row of the set-up', () => {
  const made = Object.values(acts).flatMap(({ make }) => (typeof make === 'function' ? [make(1)] : []));
  expect(new Set(made.map(({ type }) => type))).toEqual(
    new Set(Command.options.map(({ entries }) => entries.type.literal)),
  );
  const changed = made.flatMap((command) => (command.type === 'save-setup' ? [command.change.what] : []));
  expect(new Set(changed)).toEqual(
    new Set(SaveSetup.entries.change.options.map(({ entries }) => entries.what.literal)),
  );
  const jobs = Object.values(acts).flatMap(({ make }) => (typeof make === 'string' ? [make] : []));
  expect(new Set(jobs)).toEqual(new Set(Job.entries.kind.options));
});

it('is what the table in the documentation says', () => {
  const page = readFileSync(doc, 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| one |'));
  if (process.env['WRITE_DOCS']) {
    const head = page.slice(0, page.indexOf('| one |'));
    writeFileSync(
      doc,
      `${head}| one | the other | the one comes first | the other comes first | in the end |\n|---|---|---|---|---|\n${lines.join('\n')}\n`,
    );
    return;
  }
  expect(rows).toEqual(lines);
});
