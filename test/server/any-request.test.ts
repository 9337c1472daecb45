import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Command } from '../../src/domain/commands/command.ts';
import { ContactId, EntryId, JobId } from '../../src/domain/ids.ts';
import { ItemKey } from '../../src/domain/item.ts';
import {
  HandOverResponse,
  InviteRequest,
  InviteResponse,
  MeResponse,
  SignInResponse,
  UsersResponse,
} from '../../src/protocol/account.ts';
import {
  DeletePreview,
  DeletePreviewRequest,
  ErasurePreview,
  ErasurePreviewRequest,
  Job,
  JobRequest,
  JobsResponse,
} from '../../src/protocol/job.ts';
import {
  ColdQuery,
  ColdResponse,
  LogFileQuery,
  LogListQuery,
  LogListResponse,
  LogSummaryQuery,
  LogSummaryResponse,
} from '../../src/protocol/log-list.ts';
import { ContactsResponse, EntryResponse, ItemsResponse } from '../../src/protocol/look-up.ts';
import { PullQuery, PullResponse } from '../../src/protocol/pull.ts';
import { PushRequest, PushResponse } from '../../src/protocol/push.ts';
import { Scope } from '../../src/protocol/scope.ts';
import { StatisticsQuery, StatisticsResponse } from '../../src/protocol/statistics.ts';
import { wireVersion } from '../../src/protocol/wire-version.ts';
import type { DemoAccounts } from '../../src/server/demo/seed-demo.ts';
import { logFile } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { anyValueOf, withOnePartChanged } from '../support/any-value.ts';
import { createContact } from '../support/command-samples.ts';
import { id } from '../support/domain-samples.ts';
import { everyCommand } from '../support/every-command.ts';
import { type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';

const runs = { seed: 20261123, numRuns: 100 };
/** No request takes near so long, also on a busy machine: what does, hangs. */
const patienceMs = 30_000;

let server: TestServer;
let anna: Session;
let sessions: Record<string, Session | undefined>;
let database: DatabaseSync;
let paneFolder: string;
/** Texts and numbers of which requests are made: those of the real rows first of all. */
let pool: unknown[];
const probe = createContact(6, id(6));
const code = 'the-token';
const job = id(0xf001);

beforeAll(async () => {
  paneFolder = mkdtempSync(join(tmpdir(), 'interlog-pane-'));
  writeFileSync(join(paneFolder, 'preview.html'), '<title>preview</title>');
  const users: Record<string, DemoAccounts['anna']> = {};
  server = await startTestServer({
    paneFolder,
    mode: { kind: 'preview', hosts: ['interlog.example'], token: code, users },
  });
  Object.assign(users, server.accounts);
  anna = await sessionOf(server, 'anna');
  sessions = {
    anna,
    mika: await sessionOf(server, 'mika'),
    sofia: await sessionOf(server, 'sofia'),
    nobody: undefined,
  };
  database = new DatabaseSync(join(server.folder, logFile), { readOnly: true });
  // Each session notes its first use of the day; from here on nothing but the requests themselves writes.
  for (const session of Object.values(sessions)) await session?.get('/v1/me');
  const response = v.parse(PushResponse, await (await anna.push([...everyCommand(), probe])).json());
  expect(response.answers.filter(({ outcome }) => outcome !== 'done')).toEqual([]);
  await anna.post('/v1/jobs', { kind: 'delete-canceled', id: job, filter: {}, asOf: response.rev });
  await server.jobs.idle();
  pool = [...textsOf(everyCommand().slice(0, 18)), ...textsOf(response.rows), ...others(response)];
});
afterAll(async () => {
  database?.close();
  await server?.stop();
  rmSync(paneFolder, { recursive: true, force: true });
});

/** Each text once, and of ids and the like the same few. */
function textsOf(value: unknown): string[] {
  const found = new Set<string>();
  JSON.stringify(value, (_, inner) => {
    if (typeof inner === 'string') found.add(inner);
    return inner;
  });
  return [...found];
}

function others({ epoch, rev }: PushResponse): unknown[] {
  const { tenantId, userId } = anna.account;
  return [
    ...[tenantId, userId, id(0xffff), `history:${id(0xe01)}`, `${epoch}.${rev}`, `${epoch}.0`, 'other.5'],
    ...['2026-11-23', '1999-12-31', '2026-11-24T12:00:00.000Z', 'UTC', 'fi', 'sv', 'EUR', 'every', 'gmail.com', ''],
    ...['1', '30', '200', '99999', 'EMAIL', 'MV', 'message-id:a@b.example', 'ical:x|-', 'weak:|', '%', "'", '*'],
    ...[0, 1, 2.5, 15, 400, 4000],
  ];
}

/** How one route is asked, and what it answers when it does. */
interface Case {
  params?: Record<string, v.GenericSchema>;
  query?: v.ObjectSchema<v.ObjectEntries, undefined>;
  /** Narrower than what the route takes where a value at random would never be served. */
  body?: () => v.GenericSchema;
  /** None where the answer is a file or nothing. */
  answer?: v.GenericSchema;
  /** The session ends with it. */
  endsSession?: true;
}

const Cursor = v.pipe(v.string(), v.regex(/\.\d+$/));
const Digits = v.pipe(v.string(), v.regex(/^\d+$/));
const at = { cursor: v.optional(Cursor), before: v.optional(v.string()), limit: v.optional(Digits) };
const cases: Record<string, Case> = {
  'POST /v1/push': {
    body: () => {
      const { tenantId, userId } = anna.account;
      const account = { wire: v.literal(wireVersion), tenantId: v.literal(tenantId), userId: v.literal(userId) };
      return v.object({ ...PushRequest.entries, ...account, seen: v.optional(Cursor) });
    },
    answer: PushResponse,
  },
  'GET /v1/pull': {
    query: v.object({ ...PullQuery.entries, ...at, scope: Scope, seen: v.optional(Cursor) }),
    answer: PullResponse,
  },
  'GET /v1/live': {},
  'GET /v1/items': { query: v.object({ key: ItemKey }), answer: ItemsResponse },
  'GET /v1/entries/:id': { params: { id: EntryId }, answer: EntryResponse },
  'GET /v1/contacts': {
    query: v.object({ q: v.optional(v.string()), id: v.optional(ContactId), limit: v.optional(Digits) }),
    answer: ContactsResponse,
  },
  'GET /v1/contacts/cold': { query: v.object({ ...ColdQuery.entries, days: Digits }), answer: ColdResponse },
  'GET /v1/contacts/:id/file': { params: { id: ContactId } },
  'GET /v1/log': { query: v.object({ ...LogListQuery.entries, limit: at.limit }), answer: LogListResponse },
  'GET /v1/log/file': { query: LogFileQuery },
  'GET /v1/log/summary': { query: LogSummaryQuery, answer: LogSummaryResponse },
  'GET /v1/statistics': { query: StatisticsQuery, answer: StatisticsResponse },
  'POST /v1/jobs/preview': { body: () => DeletePreviewRequest, answer: DeletePreview },
  'POST /v1/jobs/erasure-preview': { body: () => ErasurePreviewRequest, answer: ErasurePreview },
  'POST /v1/jobs': { body: () => JobRequest, answer: Job },
  'GET /v1/jobs': { answer: JobsResponse },
  'GET /v1/jobs/:id': { params: { id: v.union([v.literal(job), JobId]) }, answer: Job },
  'DELETE /v1/jobs/:id': { params: { id: v.union([v.literal(job), JobId]) }, answer: Job },
  'GET /v1/me': { answer: MeResponse },
  'GET /v1/me/file': {},
  'POST /v1/sign-in': {
    body: () => v.object({ code: v.literal(code), as: v.picklist(['anna', 'mika']) }),
    answer: SignInResponse,
  },
  'POST /v1/sign-out': { endsSession: true },
  'GET /v1/users': { answer: UsersResponse },
  'POST /v1/invites': {
    body: () => v.object({ ...InviteRequest.entries, salespersonCode: v.picklist(['AK', 'MV']) }),
    answer: InviteResponse,
  },
  'POST /v1/hand-over': { answer: HandOverResponse },
  'GET /healthz': {},
  'GET /openapi.json': {},
  'GET /*': { params: { '*': v.string() } },
};

it('knows every route of the app, its parameters and whether it takes a body', async () => {
  const routes = server.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(cases).sort()).toEqual([...new Set(routes)].sort());
  const { paths } = v.parse(Described, await (await server.fetch('/openapi.json')).json());
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { parameters = [], requestBody }] of Object.entries(methods)) {
      const name = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`;
      const { query, body } = cases[name] ?? {};
      const described = parameters.filter((one) => one.in === 'query').map((one) => one.name);
      expect([name, Object.keys(query?.entries ?? {}).sort()]).toEqual([name, described.sort()]);
      expect([name, body !== undefined]).toEqual([name, requestBody !== undefined]);
    }
});

const Described = v.object({
  paths: v.record(
    v.string(),
    v.record(
      v.string(),
      v.object({
        parameters: v.optional(v.array(v.object({ name: v.string(), in: v.string() }))),
        requestBody: v.optional(v.unknown()),
      }),
    ),
  ),
});

/** Counters and sizes of all that a log holds, but the results by which commands are known. */
function sizes(): unknown {
  const bodies = ['setup_row', 'contact', 'entry', 'comment', 'follow_up', 'item'];
  const plain = ['item_key', 'alias', 'purged', 'contact_domain', 'contact_word', 'contact_name', 'follow_up_list'];
  return [
    ...['entry_no', 'contact_no'].map((counter) => `select ${counter} n from tenant`),
    ...bodies.map((table) => `select count(*) n, max(rev) rev, sum(length(body)) size from ${table}`),
    ...plain.map((table) => `select count(*) n from ${table}`),
  ].map((sql) => database.prepare(sql).all());
}

let made = 0x20000;
/** One that no earlier run has had: a command that is sent again gets its old answer. */
const newId = () => {
  made += 1;
  return id(made);
};

// Before the routes, whose jobs erase what the samples are about.
const kinds = Command.options.map((option) => ({ type: option.entries.type.literal, option }));
it.each(kinds)(
  'answers any $type, holds up no other command, and changes nothing when it refuses',
  async ({ type, option }) => {
    const samples = everyCommand().filter((command) => command.type === type);
    const values = fc.oneof(anyValueOf(option, pool), fc.constantFrom(...samples));
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.oneof(values, withOnePartChanged(values)), async (value) => {
        const before = sizes();
        const command =
          typeof value === 'object' && value !== null && 'id' in value ? { ...value, id: newId() } : value;
        const response = await anna.push([command, probe]);
        expect(response.status).toBe(200);
        const { answers } = v.parse(PushResponse, await response.json());
        expect(answers).toHaveLength(2);
        expect(answers[1]?.outcome).toBe('done');
        if (answers[0]?.outcome === 'refused') expect(sizes()).toEqual(before);
        outcomes.add(answers[0]?.outcome ?? '');
      }),
      runs,
    );
    expect(outcomes, 'outcomes').toContain('refused');
    expect(outcomes.size, 'other outcomes than that').toBeGreaterThan(1);
  },
);

interface Asked {
  who: string;
  params: Record<string, string>;
  query: [string, string][];
  body: string | undefined;
}

function askedIn({ params = {}, query, body }: Case): fc.Arbitrary<Asked> {
  const text = (schema: v.GenericSchema) => fc.oneof(anyValueOf(schema, pool), anyText).map(String);
  const json = (schema: () => v.GenericSchema) => {
    const values = anyValueOf(schema(), pool);
    const parsed = fc.oneof(values, withOnePartChanged(values)).map((value) => JSON.stringify(value) ?? '');
    return fc.oneof({ weight: 8, arbitrary: parsed }, fc.json(), anyText);
  };
  return fc.record({
    who: fc.constantFrom('anna', 'anna', 'mika', 'sofia', 'nobody'),
    params: fc.record(Object.fromEntries(Object.entries(params).map(([name, schema]) => [name, text(schema)]))),
    query: query ? fc.oneof(queryOf(query), withStrangers(queryOf(query))) : withStrangers(fc.constant([])),
    body: body ? json(body) : fc.constant(undefined),
  });
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '\0', '%00', '../../etc/passwd', '-1', '1e309', "'; --", '\ud800', 'x'.repeat(3_000)),
);

function queryOf(schema: v.GenericSchema): fc.Arbitrary<[string, string][]> {
  return anyValueOf(schema, pool).map((value) =>
    Object.entries(value as object).map(([name, one]): [string, string] => [name, String(one)]),
  );
}

function withStrangers(query: fc.Arbitrary<[string, string][]>): fc.Arbitrary<[string, string][]> {
  const stranger = fc.tuple(fc.constantFrom('scope', 'limit', 'key', 'before', 'text', 'x'), anyText);
  return fc.tuple(query, fc.array(stranger, { maxLength: 3 })).map(([own, more]) => [...own, ...more]);
}

/** Unless it answers in time, it hangs. A stream that does not end is read to its first piece. */
async function answerTo(
  route: string,
  { who, params, query, body }: Asked,
): Promise<{ response: Response; text: string }> {
  const [method = '', path = ''] = route.split(' ');
  const filled = path.replace(/:(\w+)|\*/g, (name) => encoded(params[name.replace(':', '')] ?? ''));
  const session = cases[route]?.endsSession && sessions[who] ? await sessionOf(server, 'mika') : sessions[who];
  const ended = new AbortController();
  const asking = new Request(new URL(`${filled}?${new URLSearchParams(query)}`, 'http://interlog.example'), {
    method,
    signal: ended.signal,
    headers: session ? { authorization: `Bearer ${session.token}` } : {},
    ...(body === undefined ? {} : { body }),
  });
  // Each from an address of its own, or the limit on guessing codes would answer for the routes.
  const from = { incoming: { socket: { remoteAddress: crypto.randomUUID() } } };
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`${route} does not answer`)), patienceMs);
  try {
    const response = await Promise.race([server.app.fetch(asking, from), late]);
    if (route !== 'GET /v1/live' || !response.ok)
      return { response, text: await Promise.race([response.text(), late]) };
    const reader = response.body?.getReader();
    const first = await Promise.race([reader?.read(), late]);
    ended.abort();
    await reader?.cancel();
    return { response, text: new TextDecoder().decode(first?.value) };
  } finally {
    clearTimeout(timer);
  }
}

function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed());
}

/** Changes whenever anybody commits anything. */
const committed = () => database.prepare('pragma data_version').get()?.data_version;

it.each(Object.keys(cases))(
  'answers any %s in time, with what it promises or a problem, and changes nothing when it refuses',
  async (route) => {
    const { answer } = cases[route] ?? {};
    let served = 0;
    await fc.assert(
      fc.asyncProperty(askedIn(cases[route] ?? {}), async (asked) => {
        const before = committed();
        const { response, text } = await answerTo(route, asked);
        expect(response.status).toBeLessThan(500);
        if (response.ok) {
          served += 1;
          if (answer) v.parse(answer, JSON.parse(text));
          await server.jobs.idle();
        } else if (response.status !== 304 && route !== 'GET /*')
          expect(response.headers.get('content-type')).toBe('application/problem+json');
        if (!response.ok || route.startsWith('GET')) expect(committed()).toBe(before);
      }),
      runs,
    );
    expect(served, 'requests that were not refused').toBeGreaterThan(0);
    expect(server.logged.filter((line) => line.includes('"err"'))).toEqual([]);
  },
);

it('still gives everything that was taken, in the form that devices read', async () => {
  const { rows } = v.parse(PullResponse, await (await anna.get('/v1/pull?scope=contacts')).json());
  for (const scope of ['setup', 'mine', ...rows.map((row) => `history:${row.id}`)])
    v.parse(PullResponse, await (await anna.get(`/v1/pull?scope=${scope}`)).json());
  const { jobs } = v.parse(JobsResponse, await (await anna.get('/v1/jobs')).json());
  expect(jobs.filter(({ state }) => state === 'failed')).toEqual([]);
  expect(server.logged.filter((line) => line.includes('"err"'))).toEqual([]);
});
