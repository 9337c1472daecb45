import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { PageAddress } from '../../../src/pane/pane-services.ts';
import { places } from '../../../src/pane/search/places.ts';
import { type PlaceId, searchTextsEn } from '../../../src/pane/search/texts-en.ts';
import { type Gallery, type GalleryOptions, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;
afterEach(() => gallery.stop());

async function mount(options: Omit<GalleryOptions, 'root'>): Promise<void> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, ...options });
}

/** Looks for an action by its name and takes it with Enter. */
async function take(name: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: 'Search' }));
  const field = await screen.findByRole('combobox', { name: /^Page, contact or entry/ });
  fireEvent.input(field, { target: { value: name } });
  await waitFor(() => expect(screen.getAllByRole('option')[0]?.textContent).toBe(name));
  fireEvent.keyDown(field, { key: 'Enter' });
}

const addressOf = (start: string): PageAddress & { now(): string } => {
  let at = start;
  return {
    now: () => at,
    read: () => at,
    write: (part) => {
      at = part;
    },
    onChange: () => undefined,
  };
};

const focused = () => document.activeElement;
const nameOf = (element: Element | null) => element?.getAttribute('aria-label') ?? element?.textContent ?? '';
const chips = () => [...document.querySelectorAll('.filter-chip')].map((chip) => chip.firstElementChild?.textContent);
const parts = (Object.keys(places) as PlaceId[]).filter((id) => places[id].isPart); // its own keys

describe('an action that the search found', () => {
  it.each(parts)('brings the focus to what it names, by keyboard: %s', async (id) => {
    await mount({ isWide: true });
    await take(searchTextsEn.places[id].name);
    await waitFor(() =>
      expect(focused()?.closest('[data-place]')?.getAttribute('data-place')?.split(' ')).toContain(id),
    );
    expect(focused()?.matches('button[aria-expanded=false]')).toBe(false);
  });

  it.each([
    ['Save the log as a file', 'Save the list as a file'],
    ['Columns of the log', 'Columns'],
    ['Saved filters', 'Saved filters'],
    ['Keyboard', 'Keyboard'],
  ])('is there on the filter that is set in the log: %s', async (name, part) => {
    const address = addressOf('log?template=OUTGOING');
    await mount({ isWide: true, address });
    await waitFor(() => expect(chips()).toHaveLength(1));
    await take(name);
    const region = await screen.findByRole('region', { name: part });
    await waitFor(() => expect(region.contains(focused())).toBe(true));
    expect(address.now()).toBe('log?template=OUTGOING');
    expect(chips()).toHaveLength(1);
  });

  it('is there on the whole log for who comes from elsewhere', async () => {
    const address = addressOf('log?template=OUTGOING');
    await mount({ isWide: true, address });
    await waitFor(() => expect(chips()).toHaveLength(1));
    fireEvent.click(await screen.findByRole('button', { name: 'Settings' }));
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    await take('Save the log as a file');
    await waitFor(() => expect(nameOf(focused())).toBe('Save as CSV'));
    expect(chips()).toHaveLength(0);
  });

  it('is done with an entry: the first of the list has the focus, and takes its keys', async () => {
    await mount({});
    await take('Correct, comment on, evaluate or cancel an entry');
    await waitFor(() => expect(focused()?.matches('tr[data-entry]')).toBe(true));
    fireEvent.keyDown(focused() ?? document.body, { key: 'c' });
    expect(await screen.findByText('Mark this entry as canceled?')).toBeTruthy();
  });

  it('signs nobody out by being found: it leads to the button', async () => {
    await mount({});
    await take('Sign out');
    await waitFor(() => expect(nameOf(focused())).toBe('Sign out'));
    expect(focused()?.matches('button')).toBe(true);
  });

  it('leaves whoever does something else meanwhile where they are', async () => {
    await mount({ isWide: true });
    await take('Export contacts');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Tab' });
    const button = await screen.findByRole('button', { name: 'Export CSV' });
    await waitFor(() => expect(document.querySelector('main')?.contains(focused())).toBe(true));
    expect(focused()).not.toBe(button);
  });
});
