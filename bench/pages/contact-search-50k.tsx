import MiniSearch from 'minisearch';
import { render } from 'preact';
import { v7 } from 'uuid';
import * as v from 'valibot';
import { addressesOf } from '../../src/domain/addresses-of.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { fold } from '../../src/domain/text.ts';
import { Zone } from '../../src/domain/time.ts';
import { browserClock } from '../../src/entries/browser/browser-clock.ts';
import { startContactWorker } from '../../src/entries/browser/contact-worker.ts';
import { createPreviewHost } from '../../src/host/preview/create-preview-host.ts';
import { directoryOf } from '../../src/pane/directory/directory-of.ts';
import { loadFirstMessages } from '../../src/pane/messages/messages.ts';
import { ContactSearch } from '../../src/pane/search/contact-search.tsx';
import { PaneContext } from '../../src/pane/state/pane-context.ts';
import { createPaneState, type PaneState } from '../../src/pane/state/pane-state.ts';
import type { Device } from '../../src/sync/device.ts';
import { inTurns } from '../median.ts';
import { longTaskNote, longTasksDuring } from './long-tasks.ts';
import { madeContacts } from './made-contacts.ts';
import { openDevice, type Session, type Times, takeBasics } from './session.ts';

const count = 50_000;
const pageOfRows = 500;
/**
 * From the keystroke to the contacts that it finds, shown, among 50,000: the index warm, beside a bare query of the same
 * words to a MiniSearch of the same contacts in the page. Each run is all queries. Says of the cold start how long it took.
 */
export async function contactSearch(session: Session): Promise<Times> {
  const { device, store } = await openDevice(session, 'search');
  await takeBasics(session, device);
  const contacts = madeContacts(count, () => v7());
  for (let at = 0; at < contacts.length; at += pageOfRows)
    await store.takeRows(contacts.slice(at, at + pageOfRows), device.actor);

  const { pane, stop } = await openPane(device);
  const place = document.createElement('div');
  document.body.append(place);
  render(
    <PaneContext.Provider value={pane}>
      <ContactSearch label="Find" pick={() => undefined} />
    </PaneContext.Provider>,
    place,
  );
  const input = place.querySelector('input');
  if (!input) throw new Error('no field');

  let firstAfter = 0;
  const cold = await longTasksDuring(async () => {
    const started = performance.now();
    firstAfter = await typed(input, place, lastNameOf(contacts[count / 2 + 1]));
    while (!directoryOf(pane).isWhole.value) await new Promise((resolve) => setTimeout(resolve, 10));
    return performance.now() - started;
  });
  // The first whole answer fills what words are found by.
  await directoryOf(pane).find('a', 1);

  const index = bareIndex(contacts);
  const queries = queriesFor(contacts);
  const times = await inTurns(
    { count: 15, warmUp: 3 },
    async () => {
      let sum = 0;
      for (const query of queries) sum += await typed(input, place, query);
      return sum;
    },
    async () => {
      const started = performance.now();
      for (const query of queries) index.search(query).slice(0, 8);
      return performance.now() - started;
    },
  );
  stop();
  store.close();
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  const note = `cold: the first found after ${seconds(firstAfter)}, all gone through after ${seconds(cold.value)}; ${longTaskNote(cold.longTasks)}`;
  return { ...times, note };
}

/** As they are typed: the start of a name, more of it, two words in either order, a company, an address, a number. */
function queriesFor(contacts: readonly Contact[]): string[] {
  const person = (at: number) => contacts[at * 10 + 3];
  const [first = '', last = ''] = person(2_100)?.name.split(' ') ?? [];
  const [local = ''] = person(3_300)?.email.split('.') ?? [];
  return [
    lastNameOf(person(700)).slice(0, 4),
    lastNameOf(person(700)),
    `${last.slice(0, 3)} ${first.slice(0, 3)}`,
    `${first} ${last.slice(0, 4)}`,
    contacts[20_000]?.name.split(' ').slice(0, 2).join(' ') ?? '',
    `${lastNameOf(person(3_300))} ${local}`,
    person(4_000)?.phones[0]?.slice(5) ?? '',
  ];
}

function lastNameOf(contact: Contact | undefined): string {
  return contact?.name.split(' ')[1] ?? '';
}

/** Milliseconds from the keystroke until what it finds stands in the list. */
async function typed(input: HTMLInputElement, place: HTMLElement, query: string): Promise<number> {
  const shows = () => place.querySelector('[role=option]') !== null;
  enter(input, '');
  await until(place, () => !shows());
  const started = performance.now();
  enter(input, query);
  await until(place, shows);
  return performance.now() - started;
}

function enter(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

function until(place: HTMLElement, isSo: () => boolean): Promise<void> {
  if (isSo()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('nothing is found')), 20_000);
    const observer = new MutationObserver(() => {
      if (!isSo()) return;
      clearTimeout(late);
      observer.disconnect();
      resolve();
    });
    observer.observe(place, { subtree: true, childList: true, attributes: true });
  });
}

function bareIndex(contacts: readonly Contact[]): MiniSearch {
  const names = new Map(contacts.map(({ id, name }) => [id, name]));
  const index = new MiniSearch({
    fields: ['name', 'company', 'reach'],
    processTerm: (term) => fold(term) || null,
    searchOptions: { prefix: true, combineWith: 'AND', boost: { name: 2 } },
  });
  index.addAll(
    contacts.map((contact) => ({
      id: contact.id,
      name: contact.name,
      company: contact.companyId === null ? '' : (names.get(contact.companyId) ?? ''),
      reach: [...addressesOf(contact), ...contact.phones, ...contact.domains].join(' '),
    })),
  );
  return index;
}

/** What the field needs of a pane; no view of it is shown. */
async function openPane(device: Device): Promise<{ pane: PaneState; stop: () => void }> {
  const ended = new AbortController();
  const host = createPreviewHost({
    account: { name: 'Anna', address: 'anna@aurinko.example', zone: v.parse(Zone, 'Europe/Helsinki') },
    language: 'en',
  });
  const messages = await loadFirstMessages('en');
  const services = {
    ...{ host, device, clock: browserClock, server: location.origin },
    preferences: { get: () => undefined, set: () => undefined },
    saveFile: () => undefined,
    openFile: async () => undefined,
    signOut: () => undefined,
    contactWorker: async () => startContactWorker(),
  };
  const pane = createPaneState(services, { language: 'en', messages }, ended.signal);
  await pane.loadTexts();
  return { pane, stop: () => ended.abort() };
}
