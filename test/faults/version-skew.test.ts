import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ContactsResponse, ItemsResponse } from '../../src/protocol/look-up.ts';
import { PullResponse } from '../../src/protocol/pull.ts';
import { PushResponse } from '../../src/protocol/push.ts';
import { oldestWireVersion, wireVersion } from '../../src/protocol/wire-version.ts';
import { contact, logMail } from '../support/domain-samples.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { createTestDevice } from '../support/test-device.ts';

/** What devices of a version of the wire sent, as recorded then. `TENANT`, `USER` and `CURSOR` stand for today's. */
const Recorded = v.object({
  wire: v.number(),
  requests: v.array(
    v.object({
      method: v.picklist(['GET', 'POST']),
      path: v.string(),
      headers: v.optional(v.record(v.string(), v.string()), {}),
      body: v.optional(v.unknown()),
    }),
  ),
});
const folder = new URL('../fixtures/wire/', import.meta.url);
const recordings = readdirSync(folder).map((name) =>
  v.parse(Recorded, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

it('has the requests of every version of the wire', () => {
  const versions = recordings.map(({ wire }) => wire).sort((a, b) => a - b);
  expect(versions).toEqual(Array.from({ length: wireVersion }, (_, at) => at + 1));
});

const served = recordings.filter(({ wire }) => wire >= oldestWireVersion);
it.each(served)('serves what devices of wire version $wire send', async ({ requests }) => {
  const { token, account } = await server.signIn('anna');
  const answers = { push: PushResponse, pull: PullResponse, items: ItemsResponse, contacts: ContactsResponse };
  let cursor = '';
  for (const { method, path, headers, body } of requests) {
    const today = (text: string) =>
      text.replaceAll('CURSOR', cursor).replaceAll('TENANT', account.tenantId).replaceAll('USER', account.userId);
    // Before the first answer there is no cursor: devices had none either.
    const query = cursor === '' ? path.replace(/&?(seen|cursor)=CURSOR/g, '') : today(path);
    const sent = body === undefined ? undefined : today(JSON.stringify(body));
    const whole = { ...headers, authorization: `Bearer ${token}` };
    const response = await server.fetch(query, { method, headers: whole, ...(sent ? { body: sent } : {}) });
    const answer = await response.json();
    expect([path, response.status, answer.code]).toEqual([path, 200, undefined]);
    const name = path.split(/[/?]/)[2];
    if (name === 'push' || name === 'pull' || name === 'items' || name === 'contacts') v.parse(answers[name], answer);
    if (name === 'pull') cursor = v.parse(PullResponse, answer).cursor;
    if (name !== 'push') continue;
    const { answers: outcomes } = v.parse(PushResponse, answer);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
  }
});

it('tells a pane that is too old to reload, and finds its outbox untouched afterwards', async () => {
  const { token, account } = await server.signIn('mika');
  let wire: number | undefined = oldestWireVersion - 1;
  const anna = createTestDevice({
    ...{ account, token },
    request: (path, init) => {
      const old = wire === undefined ? {} : { 'interlog-wire': String(wire) };
      return server.fetch(path, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...old } });
    },
  });
  const command = logMail(0x801, [contact(1)], ['message-id:too-old@example.com']);
  await anna.device.perform(command);
  const before = await anna.store.commands();
  anna.start();
  const told = await anna.until(({ paused }) => paused.includes('version-too-old'));
  expect(told.problem).toBe('version-too-old');
  expect(await anna.store.commands()).toEqual(before);

  // The page was reloaded with the program of today: the same outbox goes out as it is.
  wire = undefined;
  anna.device.syncNow();
  await anna.until(({ waiting, paused }) => waiting === 0 && !paused.includes('version-too-old'));
  const [refused] = await anna.store.commands();
  // Contact 1 is nobody in this workspace, which only the server can say.
  expect(refused).toMatchObject({ command, refusal: { code: 'contact-not-found' } });
  await anna.stop();
});
