import { afterAll, beforeAll, expect, it } from 'vitest';
import { contact, logMail } from '../support/domain-samples.ts';
import { type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let anna: Session;
beforeAll(async () => {
  server = await startTestServer();
  anna = await sessionOf(server, 'anna');
});
afterAll(() => server.stop());

it('logs what was asked, how it ended and for which tenant', async () => {
  await anna.get('/v1/pull?scope=setup');
  expect(JSON.parse(server.logged.at(-1) ?? '')).toMatchObject({
    method: 'GET',
    path: '/v1/pull',
    status: 200,
    tenant: anna.account.tenantId,
    rows: expect.any(Number),
  });
});

it('logs no mail text, address, search, key or token, whatever happens to the request', async () => {
  const secret = 'SECRET-WORD';
  const command = logMail(1, [contact(1)], [`message-id:${secret}`], { note: secret, subject: secret });
  await anna.push([command, { id: secret }], {});
  await anna.push([], { tenantId: secret });
  await anna.post('/v1/push', `{"${secret}`);
  await anna.get(`/v1/contacts?q=${secret}`);
  await anna.get(`/v1/items?key=message-id:${secret}`);
  await anna.get('/v1/me', { authorization: `Bearer ${secret}` });
  await anna.post('/v1/sign-in', { code: secret });
  expect(server.logged.length).toBeGreaterThan(6);
  expect(server.logged.join('\n')).not.toMatch(/SECRET-WORD|token-|Bearer|@/);
});

it('answers a fault with a reference that its log explains', async () => {
  await server.store.close();
  const response = await anna.get('/v1/me');
  expect(response.status).toBe(500);
  expect((await response.json()).code).toBe('server-fault');
  const reference = response.headers.get('interlog-reference') ?? 'none';
  expect(server.logged.some((line) => line.includes(reference) && line.includes('the log store is closed'))).toBe(true);
});
