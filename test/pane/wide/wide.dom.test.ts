import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { type Gallery, type GalleryOptions, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;

async function mount(options: Omit<GalleryOptions, 'root'> = {}): Promise<void> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, ...options });
}

afterEach(() => gallery.stop());

const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('the wide page', () => {
  it('opens with the log as a table, newest first, with the columns of NAV', async () => {
    await mount({ isWide: true });
    const table = await screen.findByRole('grid', { name: 'Interaction log entries' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((one) => one.textContent),
    ).toEqual([
      'Status',
      'Date',
      'Template',
      'Description',
      'Contact no.',
      'Contact',
      'Company',
      'Evaluation',
      'Cost',
      'Minutes',
      'Salesperson',
      'Campaign',
      'Entry no.',
      'Comments',
    ]);
    const days = [...table.querySelectorAll('tbody .day')].map((cell) => Date.parse(cell.textContent ?? ''));
    expect(days.length).toBeGreaterThan(10);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
  });

  it('shows a chosen entry with the history of its contact beside the table', async () => {
    await mount({ isWide: true });
    const [first] = await screen.findAllByRole('button', { name: 'Tarjouksen 2291 neuvottelu' });
    if (first) fireEvent.click(first);
    const chosen = await screen.findByRole('region', { name: 'The chosen entry' });
    expect(await within(chosen).findByRole('button', { name: 'Mark as canceled' })).toBeTruthy();
    expect(await within(chosen).findByText(/in a year/)).toBeTruthy();
    expect(screen.getByRole('grid', { name: 'Interaction log entries' })).toBeTruthy();
  });

  it('evaluates several selected entries at once', async () => {
    await mount({ isWide: true });
    const boxes = (await screen.findAllByRole('checkbox', { name: /Unterlagen zur Schulung/ })) as HTMLInputElement[];
    expect(boxes.length).toBe(2);
    for (const box of boxes) fireEvent.click(box);
    fireEvent.click(await button('Evaluate'));
    fireEvent.click(await button('Positive'));
    await waitFor(() => {
      const rows = gallery.server.log.rows(gallery.device.account.tenantId);
      const both = rows.filter((row) => row.kind === 'entry' && row.description === 'Unterlagen zur Schulung');
      expect(both.map((row) => row.kind === 'entry' && row.evaluation)).toEqual(['positive', 'positive']);
    });
  });

  it('goes everywhere from its first column, and can’t open itself', async () => {
    await mount({ isWide: true });
    const places = await screen.findByRole('navigation', { name: 'Places' });
    expect(within(places).queryByRole('button', { name: 'Open wide' })).toBeNull();
    fireEvent.click(within(places).getByRole('button', { name: 'Templates' }));
    fireEvent.click(await button(/^OUTGOING/));
    expect(await screen.findByLabelText('Unit cost (EUR)')).toBeTruthy();
    expect(await button(/^EMAIL ?E-mail, outgoing/)).toBeTruthy();
  });
});

describe('opening wide from the pane', () => {
  async function openWide(): Promise<void> {
    fireEvent.click(await button('Menu'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Open wide' }));
  }

  it('hands over by a code that is in the part of the address that no server sees', async () => {
    await mount();
    await openWide();
    expect(await screen.findByText('The page is open in another window.')).toBeTruthy();
    expect(gallery.opened).toEqual(['https://log.aurinko.example/web.html#invite=ONCE']);
  });

  it('sends what waits first', async () => {
    await mount({ open: 'sample-private', isOffline: true });
    const log = await button(/^Log for/);
    await waitFor(() => expect(log.getAttribute('aria-disabled')).toBe('false'));
    fireEvent.click(log);
    await screen.findByText('Saved on this device', { selector: 'strong' });
    gallery.goOnline();
    await openWide();
    await waitFor(() => expect(gallery.opened.length).toBe(1));
    expect(await gallery.device.store.counts()).toEqual({ waiting: 0, refused: 0 });
  });

  it('offers a link where the browser opens no window', async () => {
    await mount({ blocksWindows: true });
    await openWide();
    const link = await screen.findByRole('link', { name: 'Open the wide page' });
    expect(link.getAttribute('href')).toBe('https://log.aurinko.example/web.html#invite=ONCE');
  });

  it('says offline that the server can’t be reached, and tries again', async () => {
    await mount({ isOffline: true });
    await openWide();
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(gallery.opened).toEqual([]);
    gallery.goOnline();
    fireEvent.click(await button('Try again'));
    await waitFor(() => expect(gallery.opened.length).toBe(1));
  });
});
