import { afterEach, beforeEach, expect, it } from 'vitest';
import { sweepSessions } from '../../src/server/sessions-in-use.ts';
import { problemOf, type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let anna: Session;
beforeEach(async () => {
  server = await startTestServer();
  anna = await sessionOf(server, 'anna');
});
afterEach(() => server.stop());

const signIn = (body: unknown) =>
  server.fetch('/v1/sign-in', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
const newcomer = {
  name: 'Ville Uusi',
  email: 'ville.uusi@aurinko.example',
  role: 'salesperson',
  salespersonCode: 'MV',
};

it.each(['', 'Bearer ', 'Bearer nobody', 'Basic YTpi', `Bearer ${'x'.repeat(5000)}`])(
  'lets nobody in with the authorization "%.20s"',
  async (authorization) => {
    for (const path of [
      '/v1/me',
      '/v1/pull?scope=mine',
      '/v1/items?key=message-id:a',
      '/v1/contacts?q=a',
      '/v1/live',
    ]) {
      const response = await server.fetch(path, { headers: { authorization } });
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await problemOf(response)).toEqual([401, 'signed-out']);
    }
    expect(
      await problemOf(await server.fetch('/v1/push', { method: 'POST', headers: { authorization }, body: '{}' })),
    ).toEqual([401, 'signed-out']);
  },
);

it('says whose session it is until it is signed out', async () => {
  expect((await (await anna.get('/v1/me')).json()).account).toMatchObject({ name: 'Anna Korhonen', role: 'admin' });
  expect((await anna.post('/v1/sign-out', '')).status).toBe(204);
  expect(await problemOf(await anna.get('/v1/me'))).toEqual([401, 'signed-out']);
});

it('signs in who was invited, once, and not after a week', async () => {
  const first = await (await anna.post('/v1/invites', newcomer)).json();
  const signedIn = await signIn({ code: first.code });
  expect((await signedIn.json()).account).toMatchObject({
    name: 'Ville Uusi',
    salespersonCode: 'MV',
    role: 'salesperson',
  });
  expect(await problemOf(await signIn({ code: first.code }))).toEqual([403, 'sign-in-refused']);

  const second = await (await anna.post('/v1/invites', newcomer)).json();
  server.clock.advance(7 * 86_400_000 + 1);
  expect(await problemOf(await signIn({ code: second.code }))).toEqual([403, 'sign-in-refused']);
});

it('invites one with an address that is there already as the same user, for another device', async () => {
  const codes = [];
  for (let at = 0; at < 2; at += 1) codes.push((await (await anna.post('/v1/invites', newcomer)).json()).code);
  const users = [];
  for (const code of codes) users.push((await (await signIn({ code })).json()).account.userId);
  expect(users[0]).toBe(users[1]);
});

it('lets only admins invite, and only with a salesperson that is there', async () => {
  const mika = await sessionOf(server, 'mika');
  expect(await problemOf(await mika.post('/v1/invites', newcomer))).toEqual([404, 'not-found']);
  expect(await problemOf(await anna.post('/v1/invites', { ...newcomer, salespersonCode: 'XX' }))).toEqual([
    400,
    'bad-request',
  ]);
  expect(await problemOf(await anna.post('/v1/invites', { ...newcomer, email: 'no address' }))).toEqual([
    400,
    'bad-request',
  ]);
});

it('shows admins who can sign in; an invitation of one who is there changes their role and salesperson at once', async () => {
  const invite = async (over: object = {}) => (await anna.post('/v1/invites', { ...newcomer, ...over })).json();
  const signedIn = await (await signIn({ code: (await invite()).code })).json();
  const ville = async () =>
    (await (await anna.get('/v1/users')).json()).users.find((one: { email: string }) => one.email === newcomer.email);
  expect(await ville()).toEqual({ ...newcomer, userId: signedIn.account.userId });
  await invite({ role: 'manager', salespersonCode: 'AK' });
  expect(await ville()).toMatchObject({ role: 'manager', salespersonCode: 'AK' });
  const me = await server.fetch('/v1/me', { headers: { authorization: `Bearer ${signedIn.token}` } });
  expect((await me.json()).account).toMatchObject({ role: 'manager', salespersonCode: 'AK' });
});

it('takes the first admin, who has no address yet, for who is linked to the same salesperson', async () => {
  const { account } = await (await anna.get('/v1/me')).json();
  const { tenantId, userId, name, role, salespersonCode } = account;
  await server.store.changeUser(tenantId, { userId, name, role, salespersonCode, email: '' });
  const invited = await anna.post('/v1/invites', { name, role, salespersonCode, email: 'anna@elsewhere.example' });
  const signedIn = await (await signIn({ code: (await invited.json()).code })).json();
  expect(signedIn.account).toMatchObject({ userId, email: 'anna@elsewhere.example' });
});

it('tells nobody but admins who the users are, and lets no admin give up the role by themselves', async () => {
  const mika = await sessionOf(server, 'mika');
  expect(await problemOf(await mika.get('/v1/users'))).toEqual([403, 'forbidden']);
  const { account } = await (await anna.get('/v1/me')).json();
  const { name, email, salespersonCode } = account;
  const asManager = await anna.post('/v1/invites', { name, email, salespersonCode, role: 'manager' });
  expect(await problemOf(asManager)).toEqual([400, 'bad-request']);
  expect((await anna.post('/v1/invites', { name, email, salespersonCode, role: 'admin' })).status).toBe(200);
});

it('knows no demo sign-in where it serves a team', async () => {
  expect(await problemOf(await signIn({ code: 'anything', as: 'anna' }))).toEqual([403, 'sign-in-refused']);
});

it('makes who guesses codes wait a minute', async () => {
  for (let at = 0; at < 20; at += 1) await signIn({ code: `guess ${at}` });
  const refused = await signIn({ code: 'one more' });
  expect(refused.headers.get('retry-after')).toBe('60');
  expect(await problemOf(refused)).toEqual([429, 'too-many-requests']);
  server.clock.advance(60_001);
  expect(await problemOf(await signIn({ code: 'later' }))).toEqual([403, 'sign-in-refused']);
});

it('keeps sessions over a restart', async () => {
  await server.restart();
  expect((await anna.get('/v1/me')).status).toBe(200);
});

it('ends sessions that nobody used for half a year, and keeps those that are used', async () => {
  const mika = await sessionOf(server, 'mika');
  const now = () => server.clock.now;
  const log = { info: () => undefined, error: () => undefined };
  for (let month = 0; month < 7; month += 1) {
    server.clock.advance(30 * 86_400_000);
    expect((await anna.get('/v1/me')).status).toBe(200);
    await sweepSessions({ store: server.store, now, log });
  }
  expect((await anna.get('/v1/me')).status).toBe(200);
  expect((await mika.get('/v1/me')).status).toBe(401);
});
