import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SaveFollowUp } from '../../src/domain/commands/save-follow-up.ts';
import type { Row } from '../../src/domain/row.ts';
import { ColdResponse, LogListResponse, LogSummaryResponse } from '../../src/protocol/log-list.ts';
import { EntryResponse } from '../../src/protocol/look-up.ts';
import { id, logMail } from '../support/domain-samples.ts';
import { closeFollowUp, entryOf, followUp } from '../support/new-command-samples.ts';
import { problemOf, type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { createTestDevice } from '../support/test-device.ts';

let server: TestServer;
let anna: Session;
beforeAll(async () => {
  server = await startTestServer();
  anna = await sessionOf(server, 'anna');
});
afterAll(() => server.stop());

const ask = async (query: string) => v.parse(LogListResponse, await (await anna.get(`/v1/log?${query}`)).json());
const { signal } = new AbortController();
async function deviceOf() {
  const { token, account } = await server.signIn('anna');
  return createTestDevice({ account, token, request: server.fetch });
}

it('lists the team’s log in pages that go on where the last one ended', async () => {
  const whole = await ask('limit=200');
  expect(whole.older).toBeNull();
  const first = await ask('limit=10');
  expect(first.entryIds).toEqual(whole.entryIds.slice(0, 10));
  const second = await ask(`limit=10&before=${first.older}`);
  expect(second.entryIds).toEqual(whole.entryIds.slice(10, 20));
});

it('is asked by a device, which is told when it can not be', async () => {
  const { device, surroundings } = await deviceOf();
  const listed = await device.wholeLog.list({ status: 'canceled' }, { limit: 5 }, signal);
  expect(listed).toMatchObject({ known: true, value: { entryIds: [expect.any(String)] } });
  const summed = await device.wholeLog.summary({ template: 'GOLF' as never }, signal);
  expect(summed).toMatchObject({
    known: true,
    value: { total: { count: 4 }, templates: [{ code: 'GOLF', count: 4 }] },
  });
  const cold = await device.wholeLog.cold({ days: 90, limit: 3 }, signal);
  expect(cold).toMatchObject({ known: true, value: { contacts: expect.any(Array) } });
  surroundings.change({ online: false });
  expect(await device.wholeLog.list({}, { limit: 5 }, signal)).toEqual({ known: false, why: 'server-unreachable' });
});

it('gives a device the entry that another id was joined to, under either id', async () => {
  const [bob] = (await anna.get('/v1/contacts?q=ortiz').then((answer) => answer.json())).rows;
  const logged = logMail(0x301, [bob], ['message-id:joined@example.com']);
  const same = logMail(0x302, [bob], ['message-id:joined@example.com']);
  const { answers } = await (await anna.push([logged, same])).json();
  expect(answers.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['done', 'joined']);
  const { device } = await deviceOf();
  expect(await device.lookUpEntry(entryOf(same), signal)).toEqual({ known: true, value: true });
  for (const command of [same, logged])
    expect(await device.store.entry(entryOf(command))).toMatchObject({ entry: { id: entryOf(logged) } });
  expect(await device.lookUpEntry(id(0x399), signal)).toEqual({ known: true, value: false });
});

it('brings what is still to be done about an entry, on whosever list, also to who reads that entry alone', async () => {
  const mika = await sessionOf(server, 'mika');
  const [bob] = (await anna.get('/v1/contacts?q=ortiz').then((answer) => answer.json())).rows;
  const logged = logMail(0x311, [bob], ['message-id:to-do@example.com']);
  const entryId = entryOf(logged);
  const { userId } = (await server.signIn('anna')).account;
  const [open, done] = [0x312, 0x313].map((number) => followUp(number, bob, { entryId, userId, text: 'Send terms' }));
  const { answers } = await (await anna.push([logged, open, done, closeFollowUp(0x314, done as SaveFollowUp)])).json();
  expect(answers.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['done', 'done', 'done', 'done']);
  const toDo = (rows: readonly Row[]) => rows.filter((row) => row.kind === 'follow-up').map((row) => row.id);
  const page = v.parse(LogListResponse, await (await mika.get('/v1/log?limit=5')).json());
  expect(page.entryIds).toContain(entryId);
  expect(toDo(page.rows)).toEqual([open?.followUpId]);
  const alone = v.parse(EntryResponse, await (await mika.get(`/v1/entries/${entryId}`)).json());
  expect(toDo(alone.rows)).toEqual([open?.followUpId]);
});

it('sums what it lists and names who goes cold', async () => {
  const { total } = v.parse(LogSummaryResponse, await (await anna.get('/v1/log/summary?text=quote')).json());
  const listed = await ask('text=quote&limit=200');
  expect(total.count).toBeGreaterThan(0);
  expect(total.count).toBeLessThanOrEqual(listed.entryIds.length);
  const cold = v.parse(ColdResponse, await (await anna.get('/v1/contacts/cold?days=30&limit=5')).json());
  const days = cold.contacts.map(({ lastReached }) => lastReached).filter((day) => day !== null);
  expect(days).toEqual([...days].sort());
  expect(days.every((day) => day < '2026-10-24')).toBe(true);
});

it.each([
  '/v1/log?limit=0',
  '/v1/log?before=yesterday',
  '/v1/log?from=yesterday',
  '/v1/log?status=postponed',
  '/v1/log?text=',
  '/v1/log?contact=bob',
  '/v1/log/file',
  '/v1/log/file?format=pdf',
  '/v1/log/summary?evaluation=fine',
  '/v1/contacts/cold',
  '/v1/contacts/cold?days=-1',
  '/v1/contacts/cold?days=3&salesperson=%20',
])('refuses the question %s', async (path) => {
  expect(await problemOf(await anna.get(path))).toEqual([400, 'bad-request']);
});

it.each(['/v1/log', '/v1/log/file?format=csv', '/v1/log/summary', '/v1/contacts/cold?days=9'])(
  'tells nobody %s who is not signed in',
  async (path) => {
    expect((await server.fetch(path)).status).toBe(401);
  },
);

it('writes nothing of what was looked for into its log', async () => {
  await ask('text=zeppelin');
  expect(server.logged.join('')).not.toContain('zeppelin');
});
