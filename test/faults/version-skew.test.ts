import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Command } from '../../src/domain/commands/command.ts';
import { SaveSetup } from '../../src/domain/commands/save-setup.ts';
import {
  HandOverResponse,
  InviteResponse,
  MeResponse,
  SignInResponse,
  UsersResponse,
} from '../../src/protocol/account.ts';
import { DeletePreview, ErasurePreview, Job, JobsResponse } from '../../src/protocol/job.ts';
import { LiveEvent } from '../../src/protocol/live.ts';
import { ColdResponse, LogListResponse, LogSummaryResponse } from '../../src/protocol/log-list.ts';
import { ContactsResponse, EntryResponse, ItemsResponse } from '../../src/protocol/look-up.ts';
import { PullResponse } from '../../src/protocol/pull.ts';
import { PushResponse } from '../../src/protocol/push.ts';
import { StatisticsResponse } from '../../src/protocol/statistics.ts';
import { oldestWireVersion, wireVersion } from '../../src/protocol/wire-version.ts';
import { contact, logMail } from '../support/domain-samples.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { createTestDevice } from '../support/test-device.ts';

/** What devices of a version of the wire sent, as recorded then. `TENANT`, `USER`, `CURSOR` and `CODE` stand for today's. */
const Recorded = v.object({
  wire: v.number(),
  requests: v.array(
    v.object({
      method: v.picklist(['GET', 'POST', 'DELETE']),
      path: v.string(),
      headers: v.optional(v.record(v.string(), v.string()), {}),
      body: v.optional(v.unknown()),
    }),
  ),
});
const folder = new URL('../fixtures/wire/', import.meta.url);
const recordings = readdirSync(folder).map((name) => ({
  name,
  ...v.parse(Recorded, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
}));
/** What is answered with; files are whatever they are, and some answers say nothing. */
const answers: [request: RegExp, answer: v.GenericSchema][] = [
  [/ \/v1\/push$/, PushResponse],
  [/ \/v1\/pull$/, PullResponse],
  [/ \/v1\/live$/, LiveEvent],
  [/ \/v1\/items$/, ItemsResponse],
  [/ \/v1\/entries\//, EntryResponse],
  [/ \/v1\/contacts$/, ContactsResponse],
  [/ \/v1\/contacts\/cold$/, ColdResponse],
  [/ \/v1\/statistics$/, StatisticsResponse],
  [/ \/v1\/log$/, LogListResponse],
  [/ \/v1\/log\/summary$/, LogSummaryResponse],
  [/ \/v1\/jobs\/preview$/, DeletePreview],
  [/ \/v1\/jobs\/erasure-preview$/, ErasurePreview],
  [/GET \/v1\/jobs$/, JobsResponse],
  [/POST \/v1\/jobs$| \/v1\/jobs\/[0-9a-f-]+$/, Job],
  [/ \/v1\/me$/, MeResponse],
  [/ \/v1\/users$/, UsersResponse],
  [/ \/v1\/invites$/, InviteResponse],
  [/ \/v1\/hand-over$/, HandOverResponse],
  [/ \/v1\/sign-in$/, SignInResponse],
];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

it('has the requests of every version of the wire', () => {
  const versions = new Set(recordings.map(({ wire }) => wire));
  expect([...versions].sort((a, b) => a - b)).toEqual(Array.from({ length: wireVersion }, (_, at) => at + 1));
});

const ofToday = recordings.filter(({ wire }) => wire === wireVersion).flatMap(({ requests }) => requests);

it('has every command of the present version, and every change of the set-up', () => {
  const Pushed = v.object({
    commands: v.array(v.looseObject({ type: v.string(), change: v.optional(v.object({ what: v.string() })) })),
  });
  const commands = ofToday.flatMap(({ body }) => (v.is(Pushed, body) ? body.commands : []));
  const known = Command.options.map((option) => option.entries.type.literal);
  expect([...new Set(commands.map(({ type }) => type))].sort()).toEqual(known.sort());
  const changes = SaveSetup.entries.change.options.map((option) => option.entries.what.literal);
  expect([...new Set(commands.flatMap(({ change }) => change?.what ?? []))].sort()).toEqual(changes.sort());
});

it('has requests to every route of the present version', () => {
  const routes = new Set(
    server.app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  );
  const asked = (route: string) => {
    const pattern = new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`);
    return ofToday.some(({ method, path }) => pattern.test(`${method} ${path.replace(/\?.*/, '')}`));
  };
  expect([...routes].filter((route) => route.includes('/v1/') && !asked(route))).toEqual([]);
});

const served = recordings.filter(({ wire }) => wire >= oldestWireVersion);
it.each(served)('serves what devices of wire version $wire send: $name', async ({ requests }) => {
  const { token, account } = await server.signIn('anna');
  let cursor = '';
  let code = '';
  for (const { method, path, headers, body } of requests) {
    const today = (text: string) =>
      text
        .replaceAll('CURSOR', cursor)
        .replaceAll('TENANT', account.tenantId)
        .replaceAll('USER', account.userId)
        .replaceAll('CODE', code);
    // Before the first answer there is no cursor: devices had none either.
    const query = cursor === '' ? path.replace(/&?(seen|cursor)=CURSOR/g, '') : today(path);
    const sent = body === undefined ? undefined : today(JSON.stringify(body));
    const whole = { ...headers, authorization: `Bearer ${token}` };
    const response = await server.fetch(query, { method, headers: whole, ...(sent ? { body: sent } : {}) });
    expect([path, response.ok]).toEqual([path, true]);
    const request = `${method} ${path.replace(/\?.*/, '')}`;
    const schema = answers.find(([pattern]) => pattern.test(request))?.[1];
    const text = schema === LiveEvent ? await firstLine(response) : await response.text();
    if (!schema) continue;
    const answer = v.parse(schema, JSON.parse(text));
    if (schema === PullResponse) cursor = v.parse(PullResponse, answer).cursor;
    if (schema === HandOverResponse) code = v.parse(HandOverResponse, answer).code;
    if (schema !== PushResponse) continue;
    const { answers: outcomes } = v.parse(PushResponse, answer);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
  }
});

async function firstLine(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

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
