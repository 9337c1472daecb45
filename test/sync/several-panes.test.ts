// An IndexedDB stands where a browser has its own.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ContactId, TenantId, UserId } from '../../src/domain/ids.ts';
import type { Account } from '../../src/protocol/account.ts';
import { openLocalStore } from '../../src/store/indexed-db/open-local-store.ts';
import type { Locks } from '../../src/sync/device-options.ts';
import { accountKey } from '../support/account-key.ts';
import { createContact } from '../support/command-samples.ts';
import { id, mika } from '../support/domain-samples.ts';
import { createMemoryLogStore } from '../support/memory-log-store.ts';
import { createModelServer } from '../support/model-server.ts';
import { createTestClock } from '../support/test-clock.ts';
import { createTestDevice, type TestDevice } from '../support/test-device.ts';
import { createTestLocks } from '../support/test-locks.ts';

const tenantId = id<TenantId>(0xf0);
let locks: Locks;
let server: (path: string, init: RequestInit) => Promise<Response>;
let accounts = 0;
const panes: TestDevice[] = [];

beforeEach(async () => {
  const log = createMemoryLogStore();
  await log.createTenant({ tenantId, name: 'Aurinko Oy' }, []);
  server = createModelServer(log, new Map([['token', { ...mika, tenantId }]]), createTestClock().now);
  locks = createTestLocks();
  accounts += 1;
});
afterEach(async () => {
  for (const pane of panes.splice(0)) await pane.stop();
});

/** A pane of the one account: its own device over the shared database. */
async function openPane({ visible = true } = {}): Promise<TestDevice> {
  const { role, salespersonCode } = mika;
  const userId: UserId = mika.userId;
  const account: Account = { tenantId, tenantName: '', userId, name: '', email: '', role, salespersonCode };
  const store = await openLocalStore(accountKey(0x500 + accounts));
  const pane = createTestDevice({ account, token: 'token', request: server, store, locks });
  panes.push(pane);
  pane.surroundings.visible = visible;
  pane.start();
  return pane;
}

const leads = (pane: TestDevice) => pane.until(({ paused }) => !paused.includes('another-pane'));
const follows = (pane: TestDevice) => pane.until(({ paused }) => paused.includes('another-pane'));

it('the pane that came last into view syncs, the other one follows', async () => {
  const first = await openPane();
  await leads(first);
  const second = await openPane();
  await leads(second);
  await follows(first);
});

it('a pane that follows does not take the lead back by itself', async () => {
  const first = await openPane();
  await leads(first);
  const second = await openPane();
  await follows(first);
  first.surroundings.change({ visible: true });
  expect(second.device.state().paused).toEqual([]);
});

it('a pane that comes back into view takes the lead', async () => {
  const first = await openPane();
  const second = await openPane();
  await follows(first);
  first.surroundings.change({ visible: false });
  first.surroundings.change({ visible: true });
  await leads(first);
  await follows(second);
});

it('when the leader goes, another takes over', async () => {
  const first = await openPane();
  const second = await openPane();
  await follows(first);
  await second.stop();
  await leads(first);
});

it('what a following pane keeps is sent by the one that leads, and both see it', async () => {
  const first = await openPane();
  const second = await openPane();
  await leads(second);
  await follows(first);
  const contactId = id<ContactId>(0x77);
  await first.device.perform(createContact(0x70, contactId));
  const known = new Promise<number | null>((resolve) => {
    const stop = new AbortController();
    first.store.watch(
      (reader) => reader.contact(contactId),
      (contact) => {
        if (contact?.no == null) return;
        stop.abort();
        resolve(contact.no);
      },
      stop.signal,
    );
  });
  expect(await known).toBe(1);
  expect(first.sent).not.toContain('POST /v1/push');
  await first.until(({ waiting }) => waiting === 0);
});

it('a hidden pane alone leads, and gives way to one in view', async () => {
  const hidden = await openPane({ visible: false });
  await leads(hidden);
  const shown = await openPane();
  await leads(shown);
  await follows(hidden);
});
