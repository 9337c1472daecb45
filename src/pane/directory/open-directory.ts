import { signal as createSignal } from '@preact/signals';
import type { ContactId } from '../../domain/ids.ts';
import type { ContactNews, LocalStore } from '../../store/local-store.ts';
import { createBreathe } from '../contacts/files/in-slices.ts';
import type { PaneClock } from '../pane-services.ts';
import type { ContactDirectory, ContactShelf } from './contact-directory.ts';
import { type ShelfWorker, workerShelf } from './worker-shelf.ts';

interface DirectoryOptions {
  store: Pick<LocalStore, 'contactsAfter' | 'contactsById' | 'onContacts'>;
  /** Absent, or rejecting, where no worker can be had. */
  startWorker: (() => Promise<ShelfWorker>) | undefined;
  clock: PaneClock;
  /** The end of the directory. */
  signal: AbortSignal;
}

/** Contacts that are read at once: few enough to leave the page free, many enough not to wait for the disk all the time. */
const atOnce = 250;
/** While much changes, those who look are told this often (ms). */
const restMs = 200;

/**
 * Opens a directory of the device's contacts: reads them once, a part at a time, onto a shelf, and from then on those
 * that change. The shelf is in a worker; where there can be none, or it fails, it is in the page, in slices.
 *
 *   worker ──(cannot begin, fails)──► page
 *
 * Guarantees: a question that came while a shelf failed is answered by the next one; nothing here reads all contacts in
 * one go.
 */
export function openDirectory({ store, startWorker, clock, signal }: DirectoryOptions): ContactDirectory {
  const news = createSignal(0);
  const isWhole = createSignal(false);
  let shelf = Promise.withResolvers<ContactShelf>();
  let toldAt = 0;

  const tell = () => {
    toldAt = clock.now();
    news.value = news.peek() + 1;
  };

  /** Everything from the start. */
  async function load(onto: ContactShelf, ended: AbortSignal): Promise<void> {
    await onto.clear();
    for (let after: ContactId | undefined, isLast = false; !isLast; ) {
      const some = await store.contactsAfter(after, atOnce);
      ended.throwIfAborted();
      await onto.take(some, []);
      after = some.at(-1)?.id;
      isLast = some.length < atOnce;
      if (clock.now() - toldAt > restMs) tell();
    }
    isWhole.value = true;
    tell();
  }

  /** Keeps a shelf current until `ended`; rejects with its reason. */
  async function keep(onto: ContactShelf, ended: AbortSignal): Promise<never> {
    const changes = changesOf(store, ended);
    shelf.resolve(onto);
    await load(onto, ended);
    for (;;) {
      const changed = await changes.next();
      if (changed === 'all') await load(onto, ended);
      else {
        const found = await store.contactsById(changed);
        const held = new Set(found.map(({ id }) => id));
        await onto.take(
          found,
          changed.filter((id) => !held.has(id)),
        );
        tell();
        // An import writes without end: others have their turn as well.
        if (changed.length === atOnce) await clock.after(restMs, ended);
      }
      ended.throwIfAborted();
    }
  }

  async function keepInWorker(worker: ShelfWorker): Promise<void> {
    const failed = new AbortController();
    const ended = AbortSignal.any([signal, failed.signal]);
    ended.addEventListener('abort', () => worker.terminate(), { once: true });
    const onto = workerShelf(worker, () => {
      failed.abort();
      shelf = Promise.withResolvers();
      isWhole.value = false;
    });
    await keep(onto, ended).catch((error: unknown) => {
      if (!failed.signal.aborted) throw error;
    });
  }

  async function run(): Promise<void> {
    const worker = await startWorker?.().catch(() => undefined); // the page does it then
    if (worker) await keepInWorker(worker);
    const { createShelf } = await import('./create-shelf.ts');
    await keep(createShelf(createBreathe(clock, signal)), signal);
  }
  run().catch((error: unknown) => {
    shelf.promise.catch(() => undefined); // whoever asks is told
    shelf.reject(error);
    if (!signal.aborted) reportError(error);
  });

  async function ask<T>(question: (of: ContactShelf) => Promise<T>): Promise<T> {
    for (;;) {
      const asked = shelf;
      const of = await asked.promise;
      try {
        return await question(of);
      } catch (error) {
        if (signal.aborted || asked === shelf) throw error;
      }
    }
  }
  return {
    news,
    isWhole,
    find: (...of) => ask((one) => one.find(...of)),
    byName: (...of) => ask((one) => one.byName(...of)),
    peopleOf: (...of) => ask((one) => one.peopleOf(...of)),
    likelyDuplicates: (...of) => ask((one) => one.likelyDuplicates(...of)),
  };
}

/** What is told of contacts, gathered until it is asked for; `next` rejects when `ended` does. */
function changesOf(store: DirectoryOptions['store'], ended: AbortSignal): { next(): Promise<ContactId[] | 'all'> } {
  const ids = new Set<ContactId>();
  let isAll = false;
  let wake = () => {};
  ended.addEventListener('abort', () => wake(), { once: true });
  store.onContacts((news: ContactNews) => {
    if (news === 'all') isAll = true;
    else for (const id of news) ids.add(id);
    wake();
  }, ended);
  return {
    async next() {
      while (!isAll && ids.size === 0 && !ended.aborted)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      ended.throwIfAborted();
      const some = [...ids].slice(0, atOnce);
      for (const id of isAll ? [...ids] : some) ids.delete(id);
      if (!isAll) return some;
      isAll = false;
      return 'all';
    },
  };
}
