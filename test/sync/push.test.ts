import { beforeEach, expect, it } from 'vitest';
import type { TenantId } from '../../src/domain/ids.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { createAskServer } from '../../src/sync/ask-server.ts';
import { createPush } from '../../src/sync/push.ts';
import { contact, id, logMail, mika, noon, salesperson, template } from '../support/domain-samples.ts';
import { createMemoryLogStore } from '../support/memory-log-store.ts';
import { createModelServer } from '../support/model-server.ts';
import { createTestClock } from '../support/test-clock.ts';

const tenantId = id<TenantId>(0xf0);
const bob = contact(1);
const { signal } = new AbortController();
const clock = createTestClock();
let store: LocalStore;
let server: (path: string, init: RequestInit) => Promise<Response>;

beforeEach(async () => {
  const log = createMemoryLogStore();
  await log.createTenant({ tenantId, name: 'Aurinko Oy' }, [template(), salesperson, bob]);
  server = createModelServer(log, new Map([['token', { ...mika, tenantId }]]), clock.now);
  store = createMemoryStore();
  await store.takeRows([template(), salesperson, bob], mika);
});

function pushOver(request: (path: string, init: RequestInit) => Promise<Response>) {
  const { userId, role, salespersonCode } = mika;
  const account = { tenantId, tenantName: '', userId, name: '', email: '' as const, role, salespersonCode };
  const ask = createAskServer({ request, token: 'token', clock });
  return createPush({ account, actor: mika, store, ask, clock });
}

async function log(count: number, note = ''): Promise<void> {
  for (let at = 0; at < count; at += 1)
    await store.perform(logMail(0x20 + at, [bob], [`message-id:${at}`], { note }), mika);
}

/** A server behind something that takes at most so many bytes, and the numbers of commands that it got. */
function smallDoor(most: number, batches: number[]) {
  return (path: string, init: RequestInit) => {
    const body = String(init.body);
    batches.push(JSON.parse(body).commands.length);
    return body.length > most ? Promise.resolve(new Response('too large', { status: 413 })) : server(path, init);
  };
}

it('sends what waits in order, at most a hundred at once', async () => {
  await log(130);
  const batches: number[] = [];
  const push = pushOver(smallDoor(10_000_000, batches));
  expect(await push(signal)).toEqual({ ok: true, left: true });
  expect(await push(signal)).toEqual({ ok: true, left: false });
  expect(batches).toEqual([100, 30]);
  const { entries } = await store.log({ limit: 200 });
  expect(entries.filter(({ pending }) => pending.length > 0)).toEqual([]);
  const numbers = entries.sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1)).map(({ entry }) => entry.entryNo);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
});

it('keeps a request under the limit in bytes', async () => {
  await log(60, 'ä'.repeat(10_000));
  const sizes: number[] = [];
  const push = pushOver((path, init) => {
    sizes.push(new TextEncoder().encode(String(init.body)).length);
    return server(path, init);
  });
  await store.takeUnsent(
    Array.from({ length: 30 }, (_, at) =>
      logMail(0x200 + at, [bob], [`message-id:long-${at}`], { text: 'ä'.repeat(100_000), level: 'text' }),
    ),
    mika,
  );
  for (let pushed = await push(signal); pushed.ok && pushed.left; ) pushed = await push(signal);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(4_000_000);
  expect(await store.counts()).toEqual({ waiting: 0, refused: 0 });
});

it('halves what it sends when it is too large for somebody on the way', async () => {
  await log(8);
  const batches: number[] = [];
  const push = pushOver(smallDoor(3_500, batches));
  for (let pushed = await push(signal); pushed.ok && pushed.left; ) pushed = await push(signal);
  expect(batches.slice(0, 3)).toEqual([8, 4, 2]);
  expect(await store.counts()).toEqual({ waiting: 0, refused: 0 });
});

it('refuses a single command that is too large for the way, and goes on with the next', async () => {
  await store.perform(logMail(0x10, [bob], ['message-id:huge'], { note: 'x'.repeat(9_000) }), mika);
  await log(1);
  const push = pushOver(smallDoor(5_000, []));
  for (let pushed = await push(signal); pushed.ok && pushed.left; ) pushed = await push(signal);
  expect((await store.commands()).map(({ command, refusal }) => [command.id, refusal?.code])).toEqual([
    [id(0x10), 'invalid-command'],
  ]);
});

it('takes an answer that says nothing of what was sent for a failure', async () => {
  await log(1);
  const push = pushOver(async () => Response.json({ epoch: 'e', rev: 1, answers: [], rows: [] }));
  expect(await push(signal)).toMatchObject({ ok: false, code: 'server-fault' });
  expect((await store.counts()).waiting).toBe(1);
});

it.each([
  ['something that is no JSON', () => new Response('<html>'), 'server-fault'],
  ['another form', () => Response.json({ hello: 1 }), 'server-fault'],
  ['a problem with its code', () => problem(401, 'signed-out'), 'signed-out'],
  ['a wrong account', () => problem(403, 'wrong-account'), 'wrong-account'],
  ['a bare 503', () => new Response('', { status: 503, headers: { 'retry-after': '7' } }), 'server-busy'],
])('leaves the outbox as it is when the answer is %s', async (_, answer, code) => {
  await log(2);
  const push = pushOver(async () => answer());
  const result = await push(signal);
  expect(result).toMatchObject({ ok: false, code });
  if (code === 'server-busy') expect(result).toMatchObject({ retryAfter: 7_000 });
  expect((await store.counts()).waiting).toBe(2);
});

it('gives up on an answer that does not come within a minute', async () => {
  await log(1);
  const own = createTestClock(noon);
  const { userId, role, salespersonCode } = mika;
  const account = { tenantId, tenantName: '', userId, name: '', email: '' as const, role, salespersonCode };
  const asked = Promise.withResolvers<void>();
  const ask = createAskServer({
    token: 'token',
    clock: own,
    request: (_, init) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new DOMException('late', 'AbortError')));
        asked.resolve();
      }),
  });
  const pushed = createPush({ account, actor: mika, store, ask, clock: own })(signal);
  await asked.promise;
  own.advance(60_000);
  expect(await pushed).toMatchObject({ ok: false, code: 'server-unreachable' });
});

function problem(status: number, code: string): Response {
  return Response.json({ type: 'about:blank', status, code, title: code }, { status });
}
