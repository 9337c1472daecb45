import { afterEach, beforeEach, expect, it } from 'vitest';
import { problemOf, type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let mika: Session;
beforeEach(async () => {
  server = await startTestServer();
  mika = await sessionOf(server, 'mika');
});
afterEach(() => server.stop());

const signIn = (code: string) =>
  server.fetch('/v1/sign-in', {
    method: 'POST',
    body: JSON.stringify({ code }),
    headers: { 'content-type': 'application/json' },
  });
const askCode = async () => (await (await mika.post('/v1/hand-over', '')).json()).code as string;

it('signs the same user in on another page, once', async () => {
  const code = await askCode();
  const { account, token } = await (await signIn(code)).json();
  expect(account).toMatchObject({ name: 'Mika Virtanen', role: 'salesperson' });
  const me = await server.fetch('/v1/me', { headers: { authorization: `Bearer ${token}` } });
  expect((await me.json()).account.userId).toBe(account.userId);
  expect(await problemOf(await signIn(code))).toEqual([403, 'sign-in-refused']);
});

it('is over after a minute', async () => {
  const code = await askCode();
  server.clock.advance(60_001);
  expect(await problemOf(await signIn(code))).toEqual([403, 'sign-in-refused']);
});

it('is for those who are signed in only, and its code is in no log line', async () => {
  expect(await problemOf(await server.fetch('/v1/hand-over', { method: 'POST' }))).toEqual([401, 'signed-out']);
  const code = await askCode();
  expect(server.logged.join('\n')).not.toContain(code);
});
