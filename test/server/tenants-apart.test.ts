import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TenantId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import { secretHash } from '../../src/server/secret-hash.ts';
import { logFile } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { cancel, createContact, reinstate } from '../support/command-samples.ts';
import { id, logMail } from '../support/domain-samples.ts';
import { listenLive } from '../support/listen-live.ts';
import * as make from '../support/new-command-samples.ts';
import { problemOf, type Session } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { giveMore, makeTenant, only, pushAs, same, type Tenant } from '../support/two-tenants.ts';

/**
 * Two tenants of one server with the same ids, keys, codes and addresses. What we are told is what we were told while we
 * were alone, and whatever we do, no row of theirs changes.
 */
let server: TestServer;
let database: DatabaseSync;
let we: Tenant;
let they: Tenant;
const alone = new Map<string, string>();
const told = new Map<string, string>();

beforeAll(async () => {
  server = await startTestServer();
  database = new DatabaseSync(join(server.folder, logFile), { readOnly: true });
  we = await makeTenant(server, id<TenantId>(0x71), 'ours');
  for (const question of questions) alone.set(question.path, await answerTo(we.admin, question));
  they = await makeTenant(server, id<TenantId>(0x72), 'theirs');
  await giveMore(server, they, 'theirs');
  for (const question of questions) told.set(question.path, await answerTo(they.admin, question));
});
afterAll(async () => {
  database?.close();
  await server?.stop();
});

interface Question {
  path: string;
  body?: unknown;
}
const paths = (...all: string[]): Question[] => all.map((path) => ({ path }));

/** Of every route that only reads rows: what is asked. Each has another answer for each tenant. */
const asked: Record<string, Question[]> = {
  'GET /v1/pull': paths(
    ...['setup', 'contacts', 'mine', 'mine&limit=1'].map((scope) => `/v1/pull?scope=${scope}`),
    ...[same.company, same.person, only.contact].map((one) => `/v1/pull?scope=history:${one.id}`),
  ),
  'GET /v1/items': paths(...[same.key, only.key].map((key) => `/v1/items?key=${key}`)),
  'GET /v1/entries/:id': paths(
    ...[same.mail, only.mail, only.mailAgain, only.draft].map((one) => `/v1/entries/${make.entryOf(one)}`),
  ),
  'GET /v1/contacts': paths(
    ...['every', 'ylermi', 'theirs', 'ylermi@every.example'].map((words) => `/v1/contacts?q=${words}`),
    ...[same.person, only.contact].map((one) => `/v1/contacts?id=${one.id}`),
  ),
  'GET /v1/contacts/cold': paths('/v1/contacts/cold?days=0'),
  'GET /v1/contacts/:id/file': paths(...[same.person, only.contact].map((one) => `/v1/contacts/${one.id}/file`)),
  'GET /v1/log': paths(
    ...['limit=200', 'limit=1', 'text=theirs', 'text=note', 'text=ylermi', 'template=EMAIL', 'status=counted'],
    ...[same.company, same.person, only.contact].map((one) => `contact=${one.id}`),
  ).map(({ path }) => ({ path: `/v1/log?${path}` })),
  'GET /v1/log/file': ['csv', 'json'].flatMap((format) =>
    paths(...['', '&text=theirs', `&contact=${only.contact.id}`].map((and) => `/v1/log/file?format=${format}${and}`)),
  ),
  'GET /v1/log/summary': paths('/v1/log/summary', `/v1/log/summary?contact=${only.contact.id}`),
  'GET /v1/statistics': paths(
    ...['template', 'group', 'salesperson', 'contact'].map((by) => `/v1/statistics?by=${by}`),
    `/v1/statistics?by=template&contact=${only.contact.id}`,
  ),
  'POST /v1/jobs/preview': [{ path: '/v1/jobs/preview', body: { filter: {} } }],
  'POST /v1/jobs/erasure-preview': [{ path: '/v1/jobs/erasure-preview', body: { contactId: same.person.id } }],
  'GET /v1/jobs': paths('/v1/jobs'),
  'GET /v1/jobs/:id': paths(`/v1/jobs/${only.job}`),
  'GET /v1/me': paths('/v1/me'),
  'GET /v1/me/file': paths('/v1/me/file'),
  'GET /v1/users': paths('/v1/users'),
};
const questions = Object.values(asked).flat();

/** Of every other route: what we do by it, with their ids and with those that both have. */
const done: Record<string, () => Promise<void>> = {
  'POST /v1/push': async () => {
    const { contact, mail, draft, followUp } = only;
    const [entryId, itemId] = [make.entryOf(mail), mail.item?.id ?? null];
    const onTheirs = [
      logMail(0xe80, [contact], [only.key]),
      cancel(0xe81, [entryId]),
      reinstate(0xe82, entryId, itemId, [mail.id]),
      make.correct(0xe83, entryId, { description: 'Changed' }, { description: 'Quote 2291 theirs' }),
      make.comment(0xe84, entryId, 'Changed'),
      make.evaluate(0xe85, [entryId], 'negative'),
      make.finish(0xe86, draft),
      make.saveContact(0xe87, contact, { phones: ['+358 40 9'] }),
      make.merge(0xe88, contact.id, same.person.id),
      make.merge(0xe89, same.twin.id, contact.id),
      make.deleteContact(0xe8a, contact.id),
      make.closeFollowUp(0xe8b, followUp),
      make.reopenFollowUp(0xe8c, followUp, entryId),
    ];
    expect(await outcomes(we.admin, onTheirs)).toEqual(onTheirs.map(() => 'refused'));
    const onSame = [
      make.correct(0xe90, make.entryOf(same.mail), { minutes: 99 }, { minutes: 25 }),
      cancel(0xe91, [make.entryOf(same.mail)]),
      make.comment(0xe92, make.entryOf(same.mail), 'Changed'),
      make.saveContact(0xe93, same.person, { language: 'sv' }),
      make.merge(0xe94, same.twin.id, same.person.id),
    ];
    expect(await outcomes(we.admin, onSame)).toEqual(onSame.map(() => 'done'));
    const asThey = await we.admin.push([cancel(0xe95, [entryId])], { tenantId: they.tenantId });
    expect(await problemOf(asThey)).toEqual([403, 'wrong-account']);
  },
  'DELETE /v1/jobs/:id': async () => {
    expect(await problemOf(await stop(only.job))).toEqual([404, 'not-found']);
    expect(await (await stop(same.job)).json()).toMatchObject({ id: same.job, state: 'stopped' });
  },
  'POST /v1/jobs': async () => {
    const erase = (contactId: string) => ({ kind: 'erase-contact', id: id(0xf010), contactId });
    expect(await problemOf(await we.admin.post('/v1/jobs', erase(only.contact.id)))).toEqual([404, 'not-found']);
    const { asOf } = await (await we.admin.post('/v1/jobs/preview', { filter: {} })).json();
    // Under the id of a job of theirs one of ours starts.
    await we.admin.post('/v1/jobs', { kind: 'delete-canceled', id: only.job, filter: {}, asOf });
    await we.admin.post('/v1/jobs', erase(same.person.id));
    await server.jobs.idle();
    for (const job of [only.job, id(0xf010)])
      expect(await (await we.admin.get(`/v1/jobs/${job}`)).json()).toMatchObject({
        state: 'done',
        done: expect.any(Number),
      });
    expect((await (await we.admin.get(`/v1/pull?scope=history:${same.person.id}`)).json()).rows).toEqual([]);
  },
  'POST /v1/invites': async () => {
    const invite = { name: 'Changed', email: only.user.email, role: 'admin', salespersonCode: 'MV' };
    const refused = await we.admin.post('/v1/invites', { ...invite, salespersonCode: only.salespersonCode });
    expect(await problemOf(refused)).toEqual([400, 'bad-request']);
    for (const email of [only.user.email, 'mika@every.example']) {
      const { code } = await (await we.admin.post('/v1/invites', { ...invite, email })).json();
      expect(await signedInBy(code)).toMatchObject({ tenantId: we.tenantId, name: 'Changed', email });
    }
  },
  'POST /v1/sign-in': async () => {
    const codeHash = secretHash('a code');
    const of = { tenantId: we.tenantId, userId: we.admin.account.userId };
    await server.store.createInvite({ codeHash, ...of, expiresAt: '2026-12-31T12:00:00.000Z' as Instant });
    expect(await signedInBy('a code')).toMatchObject(of);
  },
  'POST /v1/hand-over': async () => {
    const { code } = await (await we.admin.post('/v1/hand-over', '')).json();
    expect(await signedInBy(code)).toEqual(we.admin.account);
  },
  'POST /v1/sign-out': async () => {
    await (await we.signIn()).post('/v1/sign-out', '');
    expect((await we.admin.get('/v1/me')).status).toBe(200);
  },
};
/** What tells nobody's rows. */
const ofNobody = ['GET /healthz', 'GET /openapi.json'];

it('knows every route of the server', () => {
  const routes = server.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  expect([...Object.keys(asked), ...Object.keys(done), ...ofNobody, 'GET /v1/live'].sort()).toEqual(
    [...new Set(routes)].sort(),
  );
});

it.each(Object.keys(asked))('tells us by %s what it told us while we were alone', async (route) => {
  for (const question of asked[route] ?? []) {
    const answer = await answerTo(we.admin, question);
    expect(answer, question.path).toBe(alone.get(question.path));
    expect(answer, question.path).not.toContain('theirs');
    expect(told.get(question.path), 'what they were told').not.toBe(answer);
  }
});

it('shows us no page of theirs by what they were given to go on with', async () => {
  for (const path of ['/v1/pull?scope=mine&limit=1', '/v1/log?limit=1']) {
    const { older, cursor } = JSON.parse((told.get(path) ?? '').slice('200 '.length));
    expect(older).toEqual(expect.any(String));
    expect(await answerTo(we.admin, { path: `${path}&before=${older}` })).not.toContain('theirs');
    if (cursor) expect(await answerTo(we.admin, { path: `${path}&cursor=${cursor}` })).not.toContain('theirs');
  }
});

it.each(Object.keys(done))('changes no row of theirs by %s, whatever we do with it', async (route) => {
  const before = theirRows();
  expect(before.entry?.length).toBeGreaterThan(0);
  await done[route]?.();
  expect(theirRows()).toEqual(before);
});

it('tells them after all that what it told them before', async () => {
  for (const question of questions)
    expect(await answerTo(they.admin, question), question.path).toBe(told.get(question.path));
});

it('streams to us what we do, and nothing of theirs', async () => {
  const live = await listenLive(we.admin);
  const { to } = await live.event();
  const command = createContact(0xe70, id(0xe70));
  await pushAs('theirs', they.admin, [command]);
  // The same command under the same id is another one here, and the next thing that happens.
  await pushAs('ours', we.admin, [command]);
  expect(await live.event()).toMatchObject({ from: to, to: to + 1, rows: [{ name: `${command.fields.name} ours` }] });
  await live.cancel();
});

async function answerTo({ get, post }: Session, { path, body }: Question): Promise<string> {
  const response = await (body === undefined ? get(path) : post(path, body));
  return `${response.status} ${await response.text()}`;
}

async function outcomes(session: Session, commands: readonly unknown[]): Promise<string[]> {
  const { answers } = await (await session.push(commands)).json();
  return answers.map(({ outcome }: { outcome: string }) => outcome);
}

async function stop(job: string): Promise<Response> {
  return server.fetch(`/v1/jobs/${job}`, { method: 'DELETE', headers: { authorization: `Bearer ${we.admin.token}` } });
}

async function signedInBy(code: string): Promise<unknown> {
  const { account } = await (await we.admin.post('/v1/sign-in', { code })).json();
  return account;
}

/** All that the database holds of them, by table. */
function theirRows(): Record<string, unknown[]> {
  const tables = database.prepare(
    `select m.name, c.name as tenant from sqlite_schema m join pragma_table_info(m.name) c
      where m.type = 'table' and (c.name = 'tenant' or (m.name = 'tenant' and c.name = 'id'))`,
  );
  return Object.fromEntries(
    tables
      .all()
      .map(({ name, tenant }) => [
        name,
        database.prepare(`select * from "${name}" where "${tenant}" = ?`).all(they.tenantId),
      ]),
  );
}
