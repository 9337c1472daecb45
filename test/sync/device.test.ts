import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { ContactId } from '../../src/domain/ids.ts';
import type { Account } from '../../src/protocol/account.ts';
import { historyScope, type Scope } from '../../src/protocol/scope.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import type { Device, SyncState } from '../../src/sync/device.ts';
import type { Send } from '../../src/sync/device-options.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { createTestDevice, type TestDevice } from '../support/test-device.ts';

let server: TestServer;
let anna: { token: string; account: Account };
let mika: { token: string; account: Account };
const started: TestDevice[] = [];

// One server for all: each test makes a person of its own.
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signIn('anna');
  mika = await server.signIn('mika');
});
afterAll(() => server.stop());

let people = 0;
let liisa = '';
beforeEach(() => {
  people += 1;
  liisa = `Liisa${people}`;
});
afterEach(async () => {
  for (const device of started.splice(0)) await device.stop();
});

function deviceOf(who: { token: string; account: Account }, request: Send = (path, init) => server.fetch(path, init)) {
  const device = createTestDevice({ ...who, request });
  started.push(device);
  return device;
}

/** Cuts the network of a device, and puts it back. */
function breakable() {
  const network = { works: true };
  const request: Send = (path, init) =>
    network.works ? server.fetch(path, init) : Promise.reject(new TypeError('network error'));
  return { network, request };
}

async function createPerson(device: Device, name: string): Promise<ContactId> {
  const contactId = device.newId() as ContactId; // a fresh UUID
  const email = `${name.toLowerCase()}@uusiasiakas.example` as EmailAddress; // of that form
  const result = await device.perform({
    ...device.envelope(),
    type: 'create-contact',
    contactId,
    fields: {
      type: 'person',
      name,
      companyId: null,
      email,
      otherEmails: [],
      phones: [],
      domains: [],
      salespersonCode: null,
      correspondenceType: '',
      language: '',
      privacyBlocked: false,
    },
  });
  expect(result.outcome).toBe('saved');
  return contactId;
}

/** Resolves when the store's contacts are as wanted. */
function untilContact(store: LocalStore, wanted: (contact: Contact) => boolean): Promise<Contact> {
  const stop = new AbortController();
  return new Promise((resolve, reject) => {
    store.watch(
      (reader) => reader.contacts(),
      (contacts) => {
        const found = contacts.find(wanted);
        if (!found) return;
        stop.abort();
        resolve(found);
      },
      stop.signal,
      reject,
    );
  });
}

/** Resolves when the scope is up to date as far as it was pulled. */
function untilCursor(store: LocalStore, scope: Scope): Promise<void> {
  const stop = new AbortController();
  return new Promise((resolve, reject) => {
    store.watch(
      (reader) => reader.cursor(scope),
      (cursor) => {
        if (cursor === undefined) return;
        stop.abort();
        resolve();
      },
      stop.signal,
      reject,
    );
  });
}

describe('a device that is online', () => {
  it('brings everything here when it starts, and says that it is up to date', async () => {
    const device = deviceOf(anna);
    device.start();
    const state = await device.until(({ live }) => live);
    expect(state).toMatchObject({ phase: 'idle', paused: [], problem: undefined, upToDateAt: device.clock.instant() });
    expect((await device.store.setup()).workspace?.name).toBe('Aurinko Oy');
    expect((await device.store.contacts()).length).toBeGreaterThan(10);
    expect((await device.store.log({ limit: 5 })).entries).toHaveLength(5);
  });

  it('sends a command at once, and a colleague sees it without asking', async () => {
    const [mine, theirs] = [deviceOf(anna), deviceOf(mika)];
    for (const device of [mine, theirs]) device.start();
    await theirs.until(({ live }) => live);
    await mine.until(({ live }) => live);
    await createPerson(mine.device, liisa);
    const seen = await untilContact(theirs.store, ({ name }) => name === liisa);
    expect(seen.no).not.toBeNull();
  });

  it('opens a history, with older entries page by page until there are none', async () => {
    const device = deviceOf(anna);
    device.start();
    await device.until(({ live }) => live);
    const bob = (await device.store.contacts()).find(({ name }) => name === 'Bob Ortiz');
    if (!bob) throw new Error('the demo has Bob');
    device.device.openHistory(bob.id);
    expect(await device.device.olderHistory(bob.id, new AbortController().signal)).toEqual({
      known: true,
      value: false,
    });
    expect((await device.store.history(bob.id, { limit: 100 })).entries.length).toBeGreaterThan(0);
  });

  it('pulls a history that was given up for others as soon as it is opened again', async () => {
    const device = deviceOf(anna);
    device.start();
    await device.until(({ live }) => live);
    const bob = (await device.store.contacts()).find(({ name }) => name === 'Bob Ortiz');
    if (!bob) throw new Error('the demo has Bob');
    const pulled = () => untilCursor(device.store, historyScope(bob.id));
    device.device.openHistory(bob.id);
    await pulled();
    await device.store.resetScope(historyScope(bob.id));
    device.device.openHistory(bob.id);
    await pulled();
  });

  it('finds contacts and logged items by asking the server', async () => {
    const device = deviceOf(anna);
    const { signal } = new AbortController();
    const found = await device.device.searchContacts('kivi pek', signal);
    expect(found.known && found.value.map(({ name }) => name)).toEqual(['Pekka Kivi']);
    expect(await device.device.lookUpItem(['message-id:unknown@example.com' as never], signal)).toEqual({
      known: true,
      value: false,
    });
  });
});

describe('a device without network', () => {
  it('keeps what is done and sends it when the network is back', async () => {
    const device = deviceOf(anna);
    device.surroundings.change({ online: false });
    device.start();
    const id = await createPerson(device.device, liisa);
    expect(device.device.state()).toMatchObject({ phase: 'paused', paused: ['offline'], waiting: 1 });
    expect(device.sent).toEqual([]);
    device.surroundings.change({ online: true });
    await device.until(({ waiting }) => waiting === 0);
    expect((await device.store.contact(id))?.no).not.toBeNull();
  });

  it('says so at once when it is asked what only the server knows', async () => {
    const device = deviceOf(anna);
    device.surroundings.change({ online: false });
    const { signal } = new AbortController();
    expect(await device.device.searchContacts('kivi', signal)).toEqual({ known: false, why: 'server-unreachable' });
  });

  it('tries again later and later, and at once when it is told to', async () => {
    const { network, request } = breakable();
    network.works = false;
    const device = deviceOf(anna, request);
    device.start();
    await createPerson(device.device, liisa);
    const pushes = () => device.sent.filter((one) => one === 'POST /v1/push').length;
    const first = await device.until(({ phase, retryAt }) => phase === 'waiting-to-retry' && retryAt !== undefined);
    expect(first.problem).toBe('server-unreachable');
    expect(pushes()).toBe(1);
    device.clock.advance(400);
    expect(pushes()).toBe(1);
    network.works = true;
    device.device.syncNow();
    await device.until(({ waiting, problem }) => waiting === 0 && problem === undefined);
  });

  it('tries again by itself when its time has come', async () => {
    const { network, request } = breakable();
    network.works = false;
    const device = deviceOf(anna, request);
    device.start();
    await createPerson(device.device, liisa);
    await device.until(({ phase }) => phase === 'waiting-to-retry');
    network.works = true;
    const sent = device.until(({ waiting }) => waiting === 0);
    device.clock.advance(10_000);
    await sent;
  });
});

describe('a device whose pushes are not answered', () => {
  it('sends what waits as soon as the server answers a pull', async () => {
    const { network, request } = breakable();
    const device = deviceOf(anna, (path, init) =>
      path === '/v1/push' ? request(path, init) : server.fetch(path, init),
    );
    device.start();
    await device.until(({ live }) => live);
    network.works = false;
    await createPerson(device.device, liisa);
    await device.until(({ phase, problem }) => phase === 'waiting-to-retry' && problem === 'server-unreachable');
    network.works = true;
    // Time stands still: only that its scopes are pulled anew can tell that the server is back.
    device.surroundings.change({ visible: false });
    device.surroundings.change({ visible: true });
    await device.until(({ waiting, problem }) => waiting === 0 && problem === undefined);
  });

  it('waits as long as the server says, whatever the clock of the device', async () => {
    let asked = 0;
    const device = deviceOf(anna, async (path, init) => {
      if (path !== '/v1/push') return server.fetch(path, init);
      asked += 1;
      const headers = { date: 'Sat, 30 Nov 2030 10:00:00 GMT', 'retry-after': 'Sat, 30 Nov 2030 10:02:00 GMT' };
      return asked === 1 ? new Response('', { status: 503, headers }) : server.fetch(path, init);
    });
    device.start();
    await createPerson(device.device, liisa);
    const { retryAt } = await device.until(({ phase }) => phase === 'waiting-to-retry');
    const wait = Date.parse(retryAt ?? '') - device.clock.now();
    expect(wait).toBeGreaterThanOrEqual(120_000);
    expect(wait).toBeLessThanOrEqual(130_000);
  });
});

describe('a device whose server says no', () => {
  it('pauses when it is signed out, and leaves the outbox as it is', async () => {
    const device = deviceOf({ ...anna, token: 'gone' });
    device.start();
    const state = await device.until(({ paused }) => paused.includes('signed-out'));
    expect(state.problem).toBe('signed-out');
    const asked = device.sent.length;
    await createPerson(device.device, liisa);
    expect(device.device.state()).toMatchObject({ phase: 'paused', waiting: 1 });
    device.clock.advance(3_600_000);
    expect(device.sent).toHaveLength(asked);
  });

  it('pauses when the server no longer speaks its version', async () => {
    const body = { type: 'about:blank', status: 400, code: 'version-too-old', title: '' };
    const device = deviceOf(anna, async (path, init) =>
      path === '/v1/push' ? Response.json(body, { status: 400 }) : server.fetch(path, init),
    );
    device.start();
    await createPerson(device.device, liisa);
    await device.until(({ paused }) => paused.includes('version-too-old'));
    expect(device.device.state().waiting).toBe(1);
  });

  it('keeps a refused command, and shows it', async () => {
    const device = deviceOf(anna);
    device.start();
    await device.until(({ live }) => live);
    const companyId = device.device.newId() as ContactId; // a fresh UUID, which the server does not know
    await device.device.perform({
      ...device.device.envelope(),
      type: 'create-contact',
      contactId: device.device.newId() as ContactId, // as above
      fields: {
        type: 'person',
        name: 'Nobody',
        companyId,
        email: '',
        otherEmails: [],
        phones: [],
        domains: [],
        salespersonCode: null,
        correspondenceType: '',
        language: '',
        privacyBlocked: false,
      },
    });
    await device.until(({ refused }) => refused === 1);
    expect((await device.store.commands())[0]?.refusal).toEqual({
      code: 'contact-not-found',
      detail: { field: 'companyId' },
    });
  });
});

describe('a device and its server', () => {
  it('asks every half minute where a live stream is not to be had', async () => {
    const device = deviceOf(anna, async (path, init) =>
      path === '/v1/live' ? new Response('', { status: 404 }) : server.fetch(path, init),
    );
    device.start();
    await device.until(({ upToDateAt }) => upToDateAt !== undefined);
    const theirs = deviceOf(mika);
    theirs.start();
    await createPerson(theirs.device, liisa);
    await theirs.untilSent();
    const seen = untilContact(device.store, ({ name }) => name === liisa);
    await waitUntil(() => device.clock.waits() > 0);
    device.clock.advance(30_000);
    await seen;
  });

  it('comes back to a stream that ended, with what happened in between', async () => {
    const device = deviceOf(anna);
    device.start();
    await device.until(({ live }) => live);
    const ended = device.until(({ live }) => !live);
    await server.restart();
    await ended;
    const theirs = deviceOf(mika);
    theirs.start();
    await createPerson(theirs.device, liisa);
    await theirs.untilSent();
    const seen = untilContact(device.store, ({ name }) => name === liisa);
    await waitUntil(() => device.clock.waits() > 0);
    device.clock.advance(300_000);
    await seen;
  });

  it('rests while it is hidden, but sends what is done', async () => {
    const device = deviceOf(anna);
    device.start();
    await device.until(({ live }) => live);
    device.surroundings.change({ visible: false });
    await device.until(({ live, paused }) => !live && paused.includes('hidden'));
    const before = device.sent.length;
    await createPerson(device.device, liisa);
    await device.untilSent();
    expect(device.sent.slice(before)).toEqual(['POST /v1/push']);
    device.surroundings.change({ visible: true });
    await device.until(({ live }) => live);
  });

  it('takes a dead stream for ended', async () => {
    const device = deviceOf(anna);
    device.start();
    await device.until(({ live }) => live);
    let ended = false;
    const dead = device
      .until(({ live }) => !live)
      .then(() => {
        ended = true;
      });
    await waitUntil(() => {
      device.clock.advance(60_000);
      return ended;
    });
    await dead;
  });
});

/** Until `wanted`, looked at after each turn of the event loop. */
async function waitUntil(wanted: () => boolean): Promise<void> {
  while (!wanted()) await new Promise((resolve) => setImmediate(resolve));
}

describe('a device that retries', () => {
  /** Every state it was in while its pushes, or its pulls, are answered with a fault. */
  async function statesWhile(failing: '/v1/push' | '/v1/pull') {
    const link = { works: true };
    const device = deviceOf(anna, (path, init) =>
      !link.works && path.startsWith(failing)
        ? Promise.resolve(new Response('{"code":"server-fault"}', { status: 503 }))
        : server.fetch(path, init),
    );
    const states: SyncState[] = [];
    device.start();
    await device.until(({ live }) => live);
    const stop = new AbortController();
    device.device.onState((state) => states.push(state), stop.signal);
    return { server: link, device, states };
  }

  it('names the problem of its pushes for as long as it waits, also while pulls go well', async () => {
    const { server: broken, device, states } = await statesWhile('/v1/push');
    broken.works = false;
    await createPerson(device.device, liisa);
    await device.until(({ phase, problem }) => phase === 'waiting-to-retry' && problem !== undefined);
    const from = states.length;
    const theirs = deviceOf(mika);
    theirs.start();
    await theirs.until(({ live }) => live);
    // What a colleague does meanwhile arrives: pulling and listening go well.
    await createPerson(theirs.device, `${liisa}x`);
    await untilContact(device.store, ({ name }) => name === `${liisa}x`);
    device.surroundings.change({ visible: false });
    device.surroundings.change({ visible: true });
    await device.until(({ live }) => live);
    const waited = states.slice(from).filter(({ phase }) => phase === 'waiting-to-retry');
    expect(waited.filter(({ problem }) => problem === undefined)).toEqual([]);
    expect(device.device.state()).toMatchObject({ waiting: 1, problem: 'server-fault' });

    broken.works = true;
    device.device.syncNow();
    expect(await device.until(({ waiting, problem }) => waiting === 0 && problem === undefined)).toBeTruthy();
  });

  it('names the problem of its pulls, also while pushes go well', async () => {
    const { server: broken, device } = await statesWhile('/v1/pull');
    broken.works = false;
    device.device.syncNow();
    await device.until(({ phase, problem }) => phase === 'waiting-to-retry' && problem === 'server-fault');
    await createPerson(device.device, liisa);
    await device.untilSent();
    expect(device.device.state().problem).toBe('server-fault');
  });
});
