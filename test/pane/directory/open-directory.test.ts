import { afterEach, describe, expect, it } from 'vitest';
import type { ContactId } from '../../../src/domain/ids.ts';
import type { ContactDirectory } from '../../../src/pane/directory/contact-directory.ts';
import { openDirectory } from '../../../src/pane/directory/open-directory.ts';
import { serveShelf } from '../../../src/pane/directory/serve-shelf.ts';
import type { ShelfWorker } from '../../../src/pane/directory/worker-shelf.ts';
import type { LocalStore } from '../../../src/store/local-store.ts';
import { createMemoryStore } from '../../../src/store/memory/memory-store.ts';
import { createContact } from '../../support/command-samples.ts';
import { anna, contact, id } from '../../support/domain-samples.ts';
import { saveContact } from '../../support/new-command-samples.ts';

const clock = {
  now: () => Date.now(),
  after: (_ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      setTimeout(resolve, 0);
    }),
};

/** A worker of this program over a channel; `fail` does what a browser does that can't run it. */
function inWorker(): { worker: ShelfWorker; fail: () => void } {
  const { port1: here, port2: there } = new MessageChannel();
  const errors = new EventTarget();
  serveShelf(
    {
      addEventListener: (type, listener) => there.addEventListener(type, listener as EventListener),
      postMessage: (answer) => there.postMessage(answer),
    },
    async () => undefined,
  );
  here.start();
  there.start();
  const worker: ShelfWorker = {
    postMessage: (message: unknown) => here.postMessage(message),
    addEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
      (type === 'error' ? errors : here).addEventListener(type, listener),
    terminate: () => {
      here.close();
      there.close();
    },
  };
  return { worker, fail: () => errors.dispatchEvent(new Event('error')) };
}

let stop = new AbortController();
afterEach(() => {
  stop.abort();
  stop = new AbortController();
});

async function opened(store: LocalStore, worker?: ShelfWorker): Promise<ContactDirectory> {
  const startWorker = worker && (async () => worker);
  const directory = openDirectory({ store, startWorker, clock, signal: stop.signal });
  await expect.poll(() => directory.isWhole.value).toBe(true);
  return directory;
}

const names = async (directory: ContactDirectory, query: string) =>
  (await directory.find(query, 10)).map(({ contact: { name }, companyName }) =>
    companyName === '' ? name : `${name}, ${companyName}`,
  );

const kivi = contact(9, { type: 'company', name: 'Kivi ja Kumppanit Oy' });
const paivi = contact(1, { name: 'Päivi Äijälä', companyId: kivi.id, phones: ['+358 40 555 0121'] });
const bob = contact(2, { name: 'Bob Ortiz' });

describe.each([
  ['in a worker', () => inWorker().worker],
  ['in the page, where there is no worker', () => undefined],
])('the contacts of the device %s', (_where, worker) => {
  it('are found by any words in any order, by company and number, also those that are not sent yet', async () => {
    const store = createMemoryStore();
    await store.takeRows([kivi, paivi, bob], anna);
    await store.perform(createContact(30, id<ContactId>(40), { name: 'Olli Uusi', companyId: kivi.id }), anna);
    const directory = await opened(store, worker());
    expect(await names(directory, 'aijala paivi')).toEqual(['Päivi Äijälä, Kivi ja Kumppanit Oy']);
    expect(await names(directory, 'kivi olli')).toEqual(['Olli Uusi, Kivi ja Kumppanit Oy']);
    for (const number of ['0405550121', '040 555', '+358405', '358 40 5550121'])
      expect(await names(directory, number)).toEqual(['Päivi Äijälä, Kivi ja Kumppanit Oy']);
    expect(await names(directory, 'tiz')).toEqual(['Bob Ortiz']);
    expect(await names(directory, 'kivi bob')).toEqual([]);
  });

  it('are other ones as soon as they change, whoever changed them', async () => {
    const store = createMemoryStore();
    await store.takeRows([kivi, paivi, bob], anna);
    const directory = await opened(store, worker());
    expect(await names(directory, 'kivi')).toHaveLength(2);
    await store.takeRows([{ ...kivi, rev: 50, name: 'Graniitti Oy' }], anna);
    await store.perform(saveContact(31, bob, { name: 'Robert Ortiz' }), anna);
    await store.perform(createContact(32, id<ContactId>(41), { name: 'Ida Uusi' }), anna);
    await expect.poll(() => names(directory, 'graniitti')).toEqual(['Graniitti Oy', 'Päivi Äijälä, Graniitti Oy']);
    expect(await names(directory, 'kivi')).toEqual([]);
    await expect.poll(() => names(directory, 'bob')).toEqual([]);
    await expect.poll(() => names(directory, 'ida')).toEqual(['Ida Uusi']);
    await store.takeRows([{ ...bob, rev: 60, deleted: true }], anna);
    await store.discard(id(31), anna);
    await expect.poll(() => names(directory, 'ortiz')).toEqual([]);
    await store.resetEpoch(anna);
    await expect.poll(async () => (await directory.byName('fi', 9)).count).toBe(1);
  });

  it('are listed by name, and by company', async () => {
    const store = createMemoryStore();
    await store.takeRows([kivi, paivi, bob, contact(3, { name: 'Äijö' }), contact(4, { name: 'Zeta' })], anna);
    const directory = await opened(store, worker());
    const inFinnish = await directory.byName('fi', 4);
    expect(inFinnish.lines.map((line) => line.contact.name)).toEqual(
      [bob, kivi, paivi].map(({ name }) => name).concat('Zeta'),
    );
    expect(inFinnish.count).toBe(5);
    await store.takeRows([contact(4, { rev: 70, name: 'Alku' })], anna);
    await expect.poll(async () => (await directory.byName('fi', 1)).lines[0]?.contact.name).toBe('Alku');
    expect((await directory.byName('en', 2)).lines[0]?.contact.name).toBe('Äijö');
    expect((await directory.peopleOf(kivi.id, 'fi', 5)).lines.map((line) => line.contact.id)).toEqual([paivi.id]);
  });

  it('tell which may be the same as a new one', async () => {
    const store = createMemoryStore();
    await store.takeRows([kivi, paivi, bob], anna);
    const directory = await opened(store, worker());
    const typed = { ...bob, phones: ['0405550121'] };
    const found = await directory.likelyDuplicates(typed, 5, undefined);
    expect(found.map(({ contact: { name }, why }) => [name, why])).toEqual([
      ['Päivi Äijälä', 'phone'],
      ['Bob Ortiz', 'name'],
    ]);
    expect(await directory.likelyDuplicates(typed, 5, paivi.id)).toHaveLength(1);
  });
});

describe('a worker that can not run', () => {
  it('leaves its work to the page, and no question unanswered', async () => {
    const store = createMemoryStore();
    await store.takeRows([kivi, paivi, bob], anna);
    const { worker, fail } = inWorker();
    const startWorker = async () => ({ ...worker, postMessage: () => undefined });
    const directory = openDirectory({ store, startWorker, clock, signal: stop.signal });
    const asked = names(directory, 'bob');
    await new Promise((resolve) => setTimeout(resolve, 0));
    fail();
    expect(await asked).toBeDefined();
    await expect.poll(() => names(directory, 'bob')).toEqual(['Bob Ortiz']);
  });
});
