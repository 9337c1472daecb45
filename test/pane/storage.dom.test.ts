// An IndexedDB stands where a browser has its own.
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/protocol/account.ts';
import { databaseName, openLocalStore } from '../../src/store/indexed-db/open-local-store.ts';
import { storeThatCanFill } from '../support/store-that-can-fill.ts';
import { type Gallery, type GalleryOptions, mountGallery } from './gallery/gallery.ts';

const server = 'https://log.aurinko.example';
let gallery: Gallery;
afterEach(() => gallery.stop());

async function mount(options: Omit<GalleryOptions, 'root'>): Promise<void> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, ...options });
}

const ready = async () => {
  const found = await screen.findByRole('button', { name: /^Log( for|$)/ });
  await waitFor(() => expect(found.getAttribute('aria-disabled')).toBe('false'));
  return found;
};
const description = async () => (await screen.findByLabelText('Description')) as HTMLInputElement;

describe('a storage that is full in the middle of a click', () => {
  it('leaves the form with what was written and says why, and the next click logs it', async () => {
    const { store, full } = await storeThatCanFill();
    await mount({ open: 'sample-private', isOffline: true, openStore: async () => store });
    fireEvent.input(await description(), { target: { value: 'My own words' } });
    full.now = true;
    fireEvent.click(await ready());
    expect((await screen.findAllByText('The browser’s storage is full.')).length).toBeGreaterThan(0);
    expect((await description()).value).toBe('My own words');
    expect(screen.queryByText('Saved on this device')).toBeNull();
    expect(await store.counts()).toEqual({ waiting: 0, refused: 0 });
    full.now = false;
    fireEvent.click(await ready());
    expect(await screen.findByText('Saved on this device', { selector: 'strong' })).toBeTruthy();
    expect(await store.counts()).toEqual({ waiting: 1, refused: 0 });
  });
});

describe('a database that is deleted under a running pane', () => {
  async function mountAndDelete(): Promise<void> {
    let name = '';
    const openStore = (account: Account) => {
      const { tenantId, userId } = account;
      name = databaseName({ server, tenantId, userId });
      return openLocalStore({ server, tenantId, userId });
    };
    await mount({ open: 'sample-private', openStore });
    await ready();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve;
    });
  }

  it('is told at once, before anything is relied on', async () => {
    await mountAndDelete();
    const told = await screen.findByRole('alert');
    expect(told.textContent).toContain('The browser has closed or removed this pane’s storage.');
  });

  it('keeps what is written when it is clicked all the same', async () => {
    await mountAndDelete();
    fireEvent.input(await description(), { target: { value: 'My own words' } });
    fireEvent.click(await ready());
    await waitFor(() => expect(screen.getAllByText(/Nothing more can be kept here/).length).toBe(2));
    expect((await description()).value).toBe('My own words');
  });
});

describe('a database that a newer version of Interlog has made', () => {
  it('is left alone, and the older pane says that it has to be reloaded', async () => {
    const openStore = async ({ tenantId, userId }: Account) => {
      const key = { server: 'https://newer.aurinko.example', tenantId, userId };
      const newer = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(databaseName(key), 1_000);
        opening.onsuccess = () => resolve(opening.result);
      });
      newer.close();
      return openLocalStore(key);
    };
    await mount({ open: 'sample-private', openStore });
    const told = await screen.findByText('A newer version of Interlog keeps its log in this browser.');
    expect(told.closest('.banner')?.textContent).toContain('reload the pane to get the new version');
    expect(screen.queryByText(/has closed or removed/)).toBeNull();
  });
});
