import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/domain/log-entry.ts';
import { deletionOf } from '../../support/model-purges.ts';
import { type Gallery, type GalleryOptions, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;

async function search(
  query: string,
  options: Omit<GalleryOptions, 'root'> = {},
  before: (mounted: Gallery) => void = () => undefined,
): Promise<HTMLElement> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, ...options });
  before(gallery);
  const name = options.language === 'fi' ? 'Haku' : 'Search';
  fireEvent.click(await screen.findByRole('button', { name }));
  const field = await screen.findByRole('combobox', { name: /^(Page, contact or entry|Sivu, kontakti tai)/ });
  fireEvent.input(field, { target: { value: query } });
  return field;
}

afterEach(() => gallery.stop());

const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
const group = async (name: string) => within(await screen.findByRole('group', { name }));

describe('the search box', () => {
  it('opens a page that it found by name', async () => {
    await search('going cold');
    fireEvent.click(await screen.findByRole('option', { name: /^Going cold/ }));
    await heading('Going cold');
  });

  it('opens a part of a page', async () => {
    await search('interaction groups');
    fireEvent.click(await screen.findByRole('option', { name: 'Interaction groups' }));
    const tab = await screen.findByRole('tab', { name: 'Groups' });
    expect(tab.getAttribute('aria-selected')).toBe('true');
  });

  it('opens an entry that it found by its words, and marks them', async () => {
    await search('tarjous postitse');
    const entries = await group('Entries');
    const option = await entries.findByRole('option', { name: /Tarjous 2140 postitse/ });
    expect([...option.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['Tarjous', 'postitse']);
    fireEvent.click(option);
    await heading('Tarjous 2140 postitse');
  });

  it('shows of an entry whether it counts, and whether it waits on this device; one that is deleted goes', async () => {
    await search('tarjous postitse');
    const option = () => screen.findByRole('option', { name: /Tarjous 2140 postitse/ });
    await option();
    const { device, server } = gallery;
    const rows = server.log.rows(device.account.tenantId);
    const entry = rows.find(
      (row): row is LogEntry => row.kind === 'entry' && row.description === 'Tarjous 2140 postitse',
    );
    if (!entry) throw new Error('it is in the demo');
    await device.lookUpEntry(entry.id, new AbortController().signal);
    gallery.goOffline();
    await device.perform({
      ...device.envelope(),
      type: 'cancel-interaction',
      entryIds: [entry.id],
      why: '',
      undoes: null,
    });
    await waitFor(async () => expect((await option()).textContent).toMatch(/Canceled.*Saved on this device/));
    expect((await option()).querySelector('.hit-canceled')?.textContent).toBe('Tarjous 2140 postitse');
    gallery.goOnline();
    await waitFor(async () => expect((await option()).textContent).not.toMatch(/Saved|Waiting/));
    server.log.purge(device.account.tenantId, 'deleted', deletionOf);
    device.syncNow();
    await waitFor(() => expect(screen.queryByRole('option', { name: /Tarjous 2140 postitse/ })).toBeNull());
  });

  it('shows entries when the contacts are there, which stand above them: nothing moves from under the pointer', async () => {
    const contacts = Promise.withResolvers<void>();
    const entries = Promise.withResolvers<void>();
    await search('pekka', {}, ({ device: { store, wholeLog } }) => {
      const { contactsAfter } = store;
      store.contactsAfter = (...of) => contacts.promise.then(() => contactsAfter(...of));
      const { list } = wholeLog;
      wholeLog.list = (...of) => list(...of).finally(entries.resolve);
    });
    const alone: string[] = [];
    const seen = new MutationObserver(() => {
      const headings = [...document.querySelectorAll('.popup-heading')].map(({ textContent }) => textContent);
      if (headings.includes('Entries') && !headings.includes('Contacts')) alone.push(headings.join());
    });
    seen.observe(document.body, { childList: true, subtree: true });
    await entries.promise;
    for (let frame = 0; frame < 3; frame += 1) await new Promise((next) => requestAnimationFrame(next));
    contacts.resolve();
    await (await group('Contacts')).findByRole('option', { name: /^Pekka Kivi/ });
    await group('Entries');
    seen.disconnect();
    expect(alone).toEqual([]);
  });

  it('shows all entries with the words in the log', async () => {
    await search('tarjous');
    const entries = await group('Entries');
    fireEvent.click(await entries.findByRole('option', { name: /^All entries with/ }));
    await heading('Interaction log entries');
    await waitFor(() => expect(document.querySelectorAll('.row-line').length).toBeGreaterThan(0));
    for (const line of document.querySelectorAll('.row-line')) expect(line.textContent).toMatch(/tarjous/i);
  });

  it('finds nothing by what is no word', async () => {
    await search('*');
    expect(await screen.findByText(/^Nothing found/)).toBeTruthy();
    expect(screen.queryByRole('option')).toBeNull();
  });

  it('finds on this device when the server can’t be asked, and says so', async () => {
    await search('tarjous', { isOffline: true });
    await (await group('Entries')).findByRole('option', { name: /^All entries with/ });
    expect(await screen.findByText(/only what this device holds was searched/)).toBeTruthy();
  });

  it('is used by keyboard: arrows go through all kinds, Enter takes, Escape empties', async () => {
    const field = await search('pekka');
    await (await group('Entries')).findByRole('option', { name: /^All entries with/ });
    expect(screen.getAllByRole('option')[0]?.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    const second = screen.getAllByRole('option')[1];
    expect(second?.getAttribute('aria-selected')).toBe('true');
    expect(field.getAttribute('aria-activedescendant')).toBe(second?.id);
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    fireEvent.keyDown(field, { key: 'Escape' });
    expect((field as HTMLInputElement).value).toBe('');
    fireEvent.input(field, { target: { value: 'matching rules' } });
    await screen.findByRole('option', { name: 'Matching rules' });
    fireEvent.keyDown(field, { key: 'Enter' });
    await heading(/^Matching/);
  });

  it('does not lead a salesperson to what managers do', async () => {
    await search('delete canceled', { user: 'mika' });
    expect(await screen.findByText(/^Nothing found/)).toBeTruthy();
    expect(screen.queryByRole('option', { name: /^Delete canceled/ })).toBeNull();
  });

  it('names pages in the language that is shown, also when they were found in the other', async () => {
    await search('delete canceled', { language: 'fi' });
    expect(
      await screen.findByRole('option', { name: /^Poista peruutetut vuorovaikutuslokin tapahtumat/ }),
    ).toBeTruthy();
  });
});
