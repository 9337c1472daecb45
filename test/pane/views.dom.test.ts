import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { type Gallery, type GalleryOptions, mountGallery } from './gallery/gallery.ts';

let gallery: Gallery;

async function mount(options: Omit<GalleryOptions, 'root'> = {}): Promise<Gallery> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, ...options });
  return gallery;
}

afterEach(() => gallery.stop());

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const rows = () => gallery.server.log.rows(gallery.device.account.tenantId);

async function visit(name: string): Promise<void> {
  fireEvent.click(await button('Menu'));
  fireEvent.click(await screen.findByRole('menuitem', { name }));
}

async function logOffline(): Promise<void> {
  const log = await button(/^Log for/);
  await waitFor(() => expect(log.getAttribute('aria-disabled')).toBe('false'));
  fireEvent.click(log);
  await screen.findByText('Saved on this device', { selector: 'strong' });
}

describe('a command that the server refuses', () => {
  /** The server's clock is days behind: to it the interaction lies ahead. */
  async function refuse(): Promise<void> {
    await mount({ open: 'sample-private', isOffline: true });
    await logOffline();
    gallery.server.clock.behind = 10 * 86_400_000;
    gallery.goOnline();
  }

  it('is named in the status line, and shown with its reason and what was written', async () => {
    await refuse();
    expect(await screen.findByText('The server did not accept it.')).toBeTruthy();
    fireEvent.click(await button('Needs attention: 1'));
    expect(await screen.findByText('The interaction lies more than a day ahead.')).toBeTruthy();
    expect(screen.getAllByText('Lauantain kierros').length).toBeGreaterThan(0);
  });

  it('is gone after it was discarded, which asks first', async () => {
    await refuse();
    fireEvent.click(await button('Needs attention: 1'));
    fireEvent.click(await button('Discard'));
    fireEvent.click(await button('Discard for good'));
    expect(await screen.findByText('Nothing needs your attention.')).toBeTruthy();
    expect(await gallery.device.store.counts()).toEqual({ waiting: 0, refused: 0 });
  });

  it('goes through when it is sent again after the cause is gone', async () => {
    await refuse();
    fireEvent.click(await button('Needs attention: 1'));
    const before = rows().filter((row) => row.kind === 'entry').length;
    gallery.server.clock.behind = 0;
    fireEvent.click(await button('Retry'));
    await waitFor(() => expect(rows().filter((row) => row.kind === 'entry').length).toBe(before + 1));
    expect(await screen.findByText('Nothing needs your attention.')).toBeTruthy();
  });
});

describe('a refused interaction', () => {
  it('is mended in place and accepted', async () => {
    await mount({ open: 'sample-private', isOffline: true });
    await logOffline();
    gallery.server.clock.behind = 5 * 86_400_000;
    gallery.goOnline();
    fireEvent.click(await button('Needs attention: 1'));
    fireEvent.click(await button('Mend'));
    fireEvent.input(await screen.findByLabelText('Date'), { target: { value: '2026-11-16' } });
    fireEvent.click(await button('Send again'));
    expect(await screen.findByText('Nothing needs your attention.')).toBeTruthy();
    await waitFor(() => expect(rows().findLast((row) => row.kind === 'entry')).toMatchObject({ day: '2026-11-16' }));
  });
});

describe('unsent entries', () => {
  it('are saved as a file and read back where they are not', async () => {
    await mount({ open: 'sample-private', isOffline: true });
    await logOffline();
    await visit('Settings');
    fireEvent.click(await button('Save what is unsent as a file'));
    await waitFor(() => expect(gallery.saved.length).toBe(1));
    const text = gallery.saved[0]?.text;
    gallery.stop();

    await mount({ isOffline: true });
    await visit('Settings');
    gallery.chosenFile.text = text;
    fireEvent.click(await button('Read such a file back'));
    expect(await screen.findByText('1 step taken from the file.')).toBeTruthy();
    expect(await gallery.device.store.counts()).toEqual({ waiting: 1, refused: 0 });
  });

  it('of another account are left alone, and so is any other file', async () => {
    await mount({ open: 'sample-private', isOffline: true });
    await logOffline();
    await visit('Settings');
    fireEvent.click(await button('Save what is unsent as a file'));
    await waitFor(() => expect(gallery.saved.length).toBe(1));
    const file = JSON.parse(gallery.saved[0]?.text ?? '{}');
    gallery.chosenFile.text = JSON.stringify({ ...file, userId: file.tenantId });
    fireEvent.click(await button('Read such a file back'));
    expect(await screen.findByText(/belongs to another account/)).toBeTruthy();
    gallery.chosenFile.text = 'not even JSON';
    fireEvent.click(await button('Read such a file back'));
    expect(await screen.findByText(/This is not a file of unsent entries/)).toBeTruthy();
    expect(await gallery.device.store.counts()).toEqual({ waiting: 1, refused: 0 });
  });
});

it('storage that does not hold is said before anything is logged', async () => {
  await mount({ open: 'sample-thread', trouble: 'storage-denied' });
  expect(await screen.findByText('The browser does not let this pane store anything.')).toBeTruthy();
});

describe('the language', () => {
  it('follows the host, is switched in place, and is remembered', async () => {
    const preferences = new Map<string, string>();
    await mount({ open: 'sample-thread', language: 'fi', preferences });
    expect(await button('Kirjaa 2 kontaktille')).toBeTruthy();
    expect(document.documentElement.lang).toBe('fi');
    fireEvent.click(await button('EN, English'));
    expect(await button('Log for 2 contacts')).toBeTruthy();
    expect([preferences.get('language'), document.documentElement.lang]).toEqual(['en', 'en']);
  });
});

describe('an entry in the history', () => {
  it('is canceled with a reason, shown so, and reinstated', async () => {
    await mount({ open: 'sample-private' });
    fireEvent.click(await button(/Tarjous 2140 postitse/));
    fireEvent.click(await button('Mark as canceled'));
    fireEvent.input(await screen.findByLabelText('Why? (may be left empty)'), { target: { value: 'Wrong Eero' } });
    fireEvent.click(await button('Mark as canceled'));
    expect(await screen.findByText('Canceled: Wrong Eero')).toBeTruthy();
    fireEvent.click(await button('Reinstate'));
    await screen.findByText('Reinstate this entry?');
    fireEvent.click(await button('Reinstate'));
    expect(await button('Mark as canceled')).toBeTruthy();
    const entry = rows().find((row) => row.kind === 'entry' && row.description === 'Tarjous 2140 postitse');
    await waitFor(() => expect(entry && rows().find(({ id }) => id === entry.id)).toMatchObject({ canceled: [] }));
  });
});

describe('the search for another contact', () => {
  it('finds words in any order without their dots, and adds whom it found, ticked', async () => {
    await mount({ open: 'sample-private' });
    const field = await screen.findByRole('combobox', { name: 'Add another contact' });
    fireEvent.input(field, { target: { value: 'hamala ain' } });
    await screen.findByRole('option', { name: /Aino Hämäläinen/ });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await button('Log for 2 contacts')).toBeTruthy();
    expect(((await screen.findByRole('checkbox', { name: /Aino/ })) as HTMLInputElement).checked).toBe(true);
  });

  it('picks nobody by a name that nobody has, and says that it found none', async () => {
    await mount({ open: 'sample-private' });
    const field = await screen.findByRole('combobox', { name: 'Add another contact' });
    fireEvent.input(field, { target: { value: 'nobody of this name' } });
    expect(await screen.findByText('No contact found.')).toBeTruthy();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(document.querySelector('[role=option]')).toBeNull();
    expect(await button(/^Log for (?!\d)/)).toBeTruthy();
  });

  it('works offline on what this device holds, and says that the server could not be asked', async () => {
    await mount({ open: 'sample-private', isOffline: true });
    const field = await screen.findByRole('combobox', { name: 'Add another contact' });
    fireEvent.input(field, { target: { value: 'harbour' } });
    expect(await screen.findByRole('option', { name: /Bob Ortiz/ })).toBeTruthy();
    expect(await screen.findByText('The server could not be asked.')).toBeTruthy();
  });
});
