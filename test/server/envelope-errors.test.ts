import { afterAll, beforeAll, expect, it } from 'vitest';
import { mostCommands, mostPushBytes } from '../../src/protocol/push.ts';
import { problemOf, type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let anna: Session;
beforeAll(async () => {
  server = await startTestServer();
  anna = await sessionOf(server, 'anna');
});
afterAll(() => server.stop());

it.each([
  ['is not JSON', '{"wire":', [400, 'bad-json']],
  ['is empty', '', [400, 'bad-json']],
  ['is JSON of another form', '[]', [400, 'bad-request']],
])('refuses a push whose body %s', async (_, body, expected) => {
  expect(await problemOf(await anna.post('/v1/push', body))).toEqual(expected);
});

it('refuses a push of a version that it does not speak', async () => {
  expect(await problemOf(await anna.push([], { wire: 0 }))).toEqual([426, 'version-too-old']);
  expect(await problemOf(await anna.push([], { wire: 99 }))).toEqual([409, 'version-too-new']);
});

it('refuses any request that names such a version in its header', async () => {
  expect(await problemOf(await anna.get('/v1/me', { 'interlog-wire': '99' }))).toEqual([409, 'version-too-new']);
  expect(await problemOf(await anna.get('/v1/me', { 'interlog-wire': 'x' }))).toEqual([400, 'bad-request']);
  expect((await anna.get('/v1/me', { 'interlog-wire': '1' })).status).toBe(200);
});

it("refuses a push under another account than the session's", async () => {
  const mika = server.accounts.mika;
  expect(await problemOf(await anna.push([], { userId: mika.userId }))).toEqual([403, 'wrong-account']);
  expect(await problemOf(await anna.push([], { tenantId: mika.userId }))).toEqual([403, 'wrong-account']);
});

it('refuses a body that is too large, whether it says so or not', async () => {
  const large = JSON.stringify({ wire: 1, text: 'x'.repeat(mostPushBytes) });
  expect(await problemOf(await anna.post('/v1/push', large))).toEqual([413, 'too-large']);
  const unsaid = new Request('http://interlog.example/v1/push', {
    method: 'POST',
    headers: { authorization: `Bearer ${anna.token}` },
    body: new Blob([large]).stream(),
    duplex: 'half',
  } as RequestInit);
  expect(unsaid.headers.get('content-length')).toBeNull();
  expect(await problemOf(await server.fetch(unsaid))).toEqual([413, 'too-large']);
});

it('refuses more commands than are taken at once', async () => {
  const commands = Array.from({ length: mostCommands + 1 }, () => ({}));
  expect(await problemOf(await anna.push(commands))).toEqual([413, 'too-many-commands']);
});

it.each([
  ['/v1/pull', [400, 'bad-request']],
  ['/v1/pull?scope=all', [400, 'scope-unknown']],
  ['/v1/pull?scope=history:nobody', [400, 'scope-unknown']],
  ['/v1/pull?scope=mine&limit=-1', [400, 'bad-request']],
  ['/v1/pull?scope=mine&cursor=elsewhere.1', [410, 'cursor-expired']],
  ['/v1/pull?scope=mine&before=nonsense', [410, 'cursor-expired']],
  ['/v1/items', [400, 'bad-request']],
  ['/v1/items?key=nonsense', [400, 'bad-request']],
  ['/v1/contacts', [400, 'bad-request']],
  ['/v1/contacts?q=a&limit=1000', [400, 'bad-request']],
  ['/v1/nothing', [404, 'not-found']],
])('answers GET %s with its code', async (path, expected) => {
  expect(await problemOf(await anna.get(path))).toEqual(expected);
});

it('never repeats what was sent in what it answers', async () => {
  const answer = await (await anna.post('/v1/push', { wire: 'a secret', tenantId: 'another' })).text();
  expect(answer).toContain('"fields":["wire"');
  expect(answer).not.toMatch(/secret|another/);
});

it('keeps a bad command from failing the others', async () => {
  const { answers } = await (await anna.push([null, { id: 'x' }])).json();
  expect(answers.map(({ code }: { code: string }) => code)).toEqual(['invalid-command', 'invalid-command']);
});
