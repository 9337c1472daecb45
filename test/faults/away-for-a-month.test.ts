import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import type { EmailAddress } from '../../src/domain/email-address.ts';
import type { ContactId, JobId } from '../../src/domain/ids.ts';
import { historyScope } from '../../src/protocol/scope.ts';
import type { LocalStore, StoreReader } from '../../src/store/local-store.ts';
import { cancel, createContact } from '../support/command-samples.ts';
import { contact, id, logMail } from '../support/domain-samples.ts';
import { comment, entryOf, followUp, saveContact } from '../support/new-command-samples.ts';
import { type Session, sessionOf } from '../support/server-requests.ts';
import { startTestServer, type TestServer } from '../support/start-server.ts';
import { createTestDevice, type TestDevice } from '../support/test-device.ts';

const month = 31 * 86_400_000;
const petra = contact(1, {
  id: id<ContactId>(0xc01),
  name: 'Petronella Vuori',
  email: 'petronella@vuori.example' as EmailAddress,
});
const eve = contact(2, { id: id<ContactId>(0xc02), name: 'Eve Other' });
const mail = logMail(11, [petra], ['message-id:one'], { note: 'about Petronella' });
const other = logMail(12, [eve], ['message-id:two']);

let server: TestServer;
let anna: Session;
let mika: TestDevice;
const network = { works: true };

beforeEach(async () => {
  network.works = true;
  server = await startTestServer();
  anna = await sessionOf(server, 'anna');
  const make = (number: number, { id: contactId, name, email }: Contact) =>
    createContact(number, contactId, { name, email });
  expect((await anna.push([make(1, petra), make(2, eve), mail, other])).status).toBe(200);
  mika = createTestDevice({
    ...(await server.signIn('mika')),
    request: (path, init) =>
      network.works ? server.fetch(path, init) : Promise.reject(new TypeError('network error')),
  });
  for (const { id: contactId } of [petra, eve]) mika.device.openHistory(contactId);
  mika.start();
  await until((reader) => reader.entry(entryOf(mail)));
  await until((reader) => reader.entry(entryOf(other)));
});
afterEach(async () => {
  await mika.stop();
  await server.stop();
});

/** Resolves with what `read` gives as soon as that is something. */
function until<T>(read: (reader: StoreReader) => Promise<T | undefined | false>, store = mika.store): Promise<T> {
  const stop = new AbortController();
  return new Promise((resolve, reject) => {
    store.watch(
      read,
      (value) => {
        if (value === undefined || value === false) return;
        stop.abort();
        resolve(value);
      },
      stop.signal,
      reject,
    );
  });
}

function leave(): void {
  network.works = false;
  mika.surroundings.change({ online: false });
}

/** Back after a month, during which the office did `work`. */
async function returnAfter(work: () => Promise<void>): Promise<void> {
  server.clock.advance(month);
  await work();
  network.works = true;
  mika.clock.advance(month);
  mika.surroundings.change({ online: true });
}

async function job(request: object): Promise<void> {
  expect((await anna.post('/v1/jobs', request)).status).toBe(200);
  await server.jobs.idle();
}
const erase = () => job({ kind: 'erase-contact', id: id<JobId>(0xf01), contactId: petra.id });
async function deleteOther(): Promise<void> {
  await anna.push([cancel(31, [entryOf(other)])]);
  const { asOf } = await (await anna.post('/v1/jobs/preview', { filter: { contact: eve.id } })).json();
  await job({ kind: 'delete-canceled', id: id<JobId>(0xf02), filter: { contact: eve.id }, asOf });
}
const everything = async (store: LocalStore) =>
  JSON.stringify([
    await store.contacts(),
    await store.commands(),
    await store.unsent(),
    await store.log({ limit: 1000 }),
    await store.followUps({ userId: mika.device.account.userId }),
    await store.itemByKeys(mail.item?.keys ?? []),
  ]);

describe('a device that was away for a month', () => {
  it('forgets an erased person, and every command about them: waiting, refused and new ones', async () => {
    await mika.device.perform(logMail(20, [petra], ['message-id:three'], { note: 'refused, Petronella' }));
    leave();
    await mika.store.refuseHere(id(20), 'template-not-found', mika.device.account);
    await mika.device.perform(comment(21, entryOf(mail), 'Petronella said'));
    await mika.device.perform(saveContact(22, petra, { name: 'Petronella Mäki' }));
    await mika.device.perform(followUp(23, petra, { text: 'call Petronella', userId: mika.device.account.userId }));
    expect(await everything(mika.store)).toContain('Petronella');
    await returnAfter(erase);
    await until(async (reader) => (await reader.contact(petra.id)) === undefined);
    await until(async (reader) => (await reader.commands()).length === 0);
    expect(await everything(mika.store)).not.toMatch(/petronella/i);
    // Of the four commands only that they went is kept, for Mika to be told.
    expect(await mika.store.erasedWork()).toBe(4);
    expect(await mika.store.scopes()).not.toContain(historyScope(petra.id));
  });

  it('forgets a deleted entry, and shows what was written about it as refused, with its text', async () => {
    leave();
    const words = comment(21, entryOf(other), 'my words');
    await mika.device.perform(words);
    await returnAfter(deleteOther);
    const refused = await until(async (reader) => (await reader.commands()).find(({ state }) => state === 'refused'));
    expect(refused).toMatchObject({ command: words, refusal: { code: 'entry-deleted' } });
    await until(async (reader) => (await reader.entry(entryOf(other))) === undefined);
    const { day, description } = other.interaction;
    expect(await mika.store.command(words.id)).toMatchObject({ about: [{ contactId: eve.id, day, description }] });
    expect(await mika.store.erasedWork()).toBe(0);
  });

  it('forgets entries of a history that it no longer keeps up to date', async () => {
    leave();
    await mika.store.resetScope(historyScope(eve.id));
    await returnAfter(deleteOther);
    await until(async (reader) => (await reader.entry(entryOf(other))) === undefined);
    expect((await mika.store.log({ limit: 1000 })).entries.map(({ entry }) => entry.id)).not.toContain(entryOf(other));
  });
});
