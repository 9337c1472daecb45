import { beforeEach, expect, it } from 'vitest';
import type { ContactId, TenantId } from '../../src/domain/ids.ts';
import { historyScope } from '../../src/protocol/scope.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { createAskServer } from '../../src/sync/ask-server.ts';
import type { Send } from '../../src/sync/device-options.ts';
import { createPull, scopesToPull } from '../../src/sync/pull.ts';
import { createContact } from '../support/command-samples.ts';
import { contact, id, logMail, mika, noon, salesperson, template } from '../support/domain-samples.ts';
import { createMemoryLogStore, type MemoryLogStore } from '../support/memory-log-store.ts';
import { createModelServer } from '../support/model-server.ts';
import { merge } from '../support/new-command-samples.ts';
import { createTestClock } from '../support/test-clock.ts';

const tenantId = id<TenantId>(0xf0);
const bob = contact(1);
const { signal } = new AbortController();
let log: MemoryLogStore;
let store: LocalStore;
let asked: string[];

beforeEach(async () => {
  log = createMemoryLogStore();
  await log.createTenant({ tenantId, name: 'Aurinko Oy' }, [template(), salesperson, bob]);
  store = createMemoryStore();
  asked = [];
});

function pullOver(request?: Send) {
  const clock = createTestClock();
  const server = createModelServer(log, new Map([['token', { ...mika, tenantId }]]), clock.now);
  const send: Send = (path, init) => {
    asked.push(new URL(path, 'http://model.example').search);
    return (request ?? server)(path, init);
  };
  return createPull({ store, ask: createAskServer({ request: send, token: 'token', clock }), actor: mika });
}

async function logOnServer(count: number): Promise<void> {
  const commands = Array.from({ length: count }, (_, at) => logMail(0x100 + at, [bob], [`message-id:${at}`]));
  await log.push({ ...mika, tenantId }, commands, noon);
}

it('follows a long answer page by page', async () => {
  const pull = pullOver();
  await pull.scope('mine', signal);
  await logOnServer(250);
  expect(await pull.scope('mine', signal)).toEqual({ ok: true });
  expect((await store.log({ limit: 500 })).entries).toHaveLength(250);
});

it('starts a history with its newest entries and goes back page by page', async () => {
  await logOnServer(650);
  const pull = pullOver();
  await pull.scope(historyScope(bob.id), signal);
  const held = async () => (await store.history(bob.id, { limit: 1_000 })).entries.length;
  expect(await held()).toBe(100);
  expect(await pull.older(bob.id, signal)).toEqual({ ok: true, value: true });
  expect(await held()).toBe(600);
  expect(await pull.older(bob.id, signal)).toEqual({ ok: true, value: false });
  expect(await held()).toBe(650);
  asked = [];
  expect(await pull.older(bob.id, signal)).toEqual({ ok: true, value: false });
  expect(asked).toEqual([]);
});

it('asks for a history once more where a contact was merged into it while its first page was on its way', async () => {
  const cleo = contact(2);
  const principal = { ...mika, tenantId };
  await log.push(principal, [createContact(0x90, cleo.id)], noon);
  await logOnServer(1);
  const server = createModelServer(log, new Map([['token', principal]]), createTestClock().now);
  let isFirst = true;
  const pull = pullOver(async (path, init) => {
    const answer = await server(path, init);
    if (isFirst) {
      isFirst = false;
      const { rows } = await log.push(principal, [merge(0x91, bob.id, cleo.id)], noon);
      await store.takeRows(rows, mika);
    }
    return answer;
  });
  await store.openScope(historyScope(cleo.id));
  expect(await pull.scope(historyScope(cleo.id), signal)).toEqual({ ok: true });
  expect((await store.history(cleo.id, { limit: 5 })).entries).toHaveLength(1);
});

it('gives older entries of a history that was never opened', async () => {
  await logOnServer(120);
  const pull = pullOver();
  expect(await pull.older(bob.id, signal)).toEqual({ ok: true, value: true });
  expect(await pull.older(bob.id, signal)).toEqual({ ok: true, value: false });
  expect((await store.history(bob.id, { limit: 500 })).entries).toHaveLength(120);
});

it('starts everything again when the server is another one', async () => {
  const pull = pullOver();
  await pull.scope('setup', signal);
  await pull.scope('contacts', signal);
  log.restore(log.backUp(), 'epoch-2');
  expect(await pull.scope('contacts', signal)).toEqual({ ok: true });
  expect(await store.cursor('contacts')).toMatch(/^epoch-2\./);
  expect(await store.cursor('setup')).toBeUndefined();
});

it('does not ask for ever where a server says more without going on', async () => {
  const pull = pullOver(async () => Response.json({ rows: [], cursor: 'e.1', more: true, older: null }));
  expect(await pull.scope('contacts', signal)).toMatchObject({ ok: false, code: 'server-fault' });
  expect(asked.length).toBeLessThanOrEqual(2);
});

it('does not start again for ever where a server knows no cursor at all', async () => {
  const problem = { type: 'about:blank', status: 410, code: 'cursor-expired', title: '' };
  const pull = pullOver(async () => Response.json(problem, { status: 410 }));
  expect(await pull.scope('contacts', signal)).toMatchObject({ ok: false, code: 'cursor-expired' });
  expect(asked).toHaveLength(1);
});

it('wants what every view needs first, then the history in view, and drops what was opened longest ago', async () => {
  const scopes = Array.from({ length: 45 }, (_, at) => historyScope(id<ContactId>(0x100 + at)));
  for (const scope of scopes) await store.takePull(scope, { rows: [], cursor: 'e.1', more: false, older: null }, mika);
  const recent = scopes.slice(-3);
  const wanted = await scopesToPull(store, recent);
  expect(wanted.slice(0, 6)).toEqual(['setup', recent[0], 'contacts', 'mine', recent[1], recent[2]]);
  expect(wanted).toHaveLength(43);
  expect((await store.scopes()).length).toBe(40);
});
