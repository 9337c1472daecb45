import { afterEach, beforeEach, expect, it } from 'vitest';
import { createContact } from '../support/command-samples.ts';
import { id } from '../support/domain-samples.ts';
import { listenLive as listen } from '../support/listen-live.ts';
import { type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let anna: Session;
let mika: Session;
beforeEach(async () => {
  server = await startTestServer();
  anna = await sessionOf(server, 'anna');
  mika = await sessionOf(server, 'mika');
});
afterEach(() => server.stop());

it('begins with where the log stands, then tells each change from where the last one ended', async () => {
  const live = await listen(anna);
  const first = await live.event();
  expect(first).toMatchObject({ rows: [] });
  expect(first.from).toBe(first.to);
  await mika.push([createContact(1, id(1))]);
  const second = await live.event();
  expect(second).toMatchObject({ from: first.to, rows: [{ kind: 'contact', id: id(1) }] });
  await mika.push([createContact(2, id(2))]);
  expect((await live.event()).from).toBe(second.to);
});

it('joins changes that a slow reader has not taken, and skips none', async () => {
  const live = await listen(anna);
  const { to } = await live.event();
  for (let at = 1; at <= 20; at += 1) await mika.push([createContact(at, id(at))]);
  const ids = new Set<string>();
  for (let from = to; ids.size < 20; ) {
    const event = await live.event();
    expect(event.from).toBe(from);
    for (const row of event.rows ?? []) ids.add(row.id);
    from = event.to;
  }
});

it('sends an empty line now and then, so that nothing between closes the stream', async () => {
  const live = await listen(anna);
  await live.event();
  server.beat();
  expect(await live.line()).toBe('');
});

it('ends when its session is signed out, and only then', async () => {
  const live = await listen(anna);
  const other = await listen(mika);
  await live.event();
  await other.event();
  await anna.post('/v1/sign-out', '');
  expect(await live.line()).toBeUndefined();
  await mika.push([createContact(1, id(1))]);
  expect((await other.event()).rows).toHaveLength(1);
});

it('is left by a reader without trouble', async () => {
  const live = await listen(anna);
  await live.event();
  await live.cancel();
  expect((await mika.push([createContact(1, id(1))])).status).toBe(200);
  server.beat();
  expect(server.logged.filter((text) => text.includes('failed'))).toEqual([]);
});
