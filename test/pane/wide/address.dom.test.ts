import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { PageAddress } from '../../../src/pane/pane-services.ts';
import { type Gallery, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;
afterEach(() => gallery.stop());

/** A page's address with the browser's way back. */
function createAddress(first: string): PageAddress & { past: string[]; back(): void } {
  const past = [first];
  let changed = () => {};
  return {
    past,
    read: () => past.at(-1) ?? '',
    write(part, how) {
      if (how === 'replace') past.pop();
      past.push(part);
    },
    onChange: (tell) => {
      changed = tell;
    },
    back() {
      past.pop();
      changed();
    },
  };
}

async function mount(first: string): Promise<ReturnType<typeof createAddress>> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const address = createAddress(first);
  gallery = await mountGallery({ root, address });
  return address;
}

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const searchField = () => screen.findByRole<HTMLInputElement>('combobox', { name: /^Page, contact or entry/ });

describe('a page with little room', () => {
  it('opens what its address says', async () => {
    const address = await mount('log?status=canceled');
    await screen.findByRole('button', { name: 'Remove: Status: Canceled' });
    expect(address.past).toEqual(['log?status=canceled']);
  });

  it('has an address for each place that is gone to, none for what it opens with, and goes back there', async () => {
    const address = await mount('');
    fireEvent.click(await screen.findByRole('button', { name: 'Menu' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Interaction log' }));
    await heading('Interaction log entries');
    await waitFor(() => expect(address.past).toEqual(['', 'log']));
    address.back();
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Interaction log entries' })).toBeNull());
    expect(document.querySelector('main > div')?.hasAttribute('hidden')).toBe(false);
  });
});

it('what was looked for is there again for who comes back from what was found, and in the address', async () => {
  const address = await mount('');
  fireEvent.click(await screen.findByRole('button', { name: 'Search' }));
  fireEvent.input(await searchField(), { target: { value: 'tarjous postitse' } });
  const option = await screen.findByRole('option', { name: /Tarjous 2140 postitse/ });
  await waitFor(() => expect(address.past).toEqual(['', 'search?text=tarjous+postitse']));
  fireEvent.click(option);
  await heading('Tarjous 2140 postitse');
  fireEvent.click(await screen.findByRole('button', { name: 'Back' }));
  expect((await searchField()).value).toBe('tarjous postitse');
  await screen.findByRole('option', { name: /Tarjous 2140 postitse/ });
  const field = await searchField();
  await waitFor(() => expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]));
});
