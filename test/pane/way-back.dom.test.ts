import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Gallery, mountGallery } from './gallery/gallery.ts';

let gallery: Gallery;

const press = async (name: string | RegExp) => void fireEvent.click(await screen.findByRole('button', { name }));
const heading = (name: string | RegExp) => screen.findByRole('heading', { name, level: 1 });
/** Nothing lies behind it. */
const atTheMail = () => waitFor(() => expect(screen.queryByRole('button', { name: 'Back' })).toBeNull());
async function menu(view: string): Promise<void> {
  await press('Menu');
  fireEvent.click(await screen.findByRole('menuitem', { name: view }));
}

async function mount(isWide: boolean): Promise<void> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, open: 'sample-thread', isWide });
}

afterEach(() => gallery.stop());

describe('one step back', () => {
  beforeEach(() => mount(false));

  it('leads from an entry to the log as it was filtered, and from there to the open mail', async () => {
    await menu('Interaction log');
    await press('Canceled');
    await waitFor(() => {
      const lines = [...document.querySelectorAll('.log-cards .row-line')].map(({ textContent }) => textContent);
      expect(lines.length > 0 && lines.every((text) => text.includes('Canceled'))).toBe(true);
    });
    fireEvent.click(document.querySelector('.log-cards .row-line') ?? document.body);
    await waitFor(() => expect(document.querySelector('.entry-page')).toBeTruthy());
    await press('Back');
    await heading('Interaction log entries');
    expect((await screen.findByRole('button', { name: 'Canceled' })).getAttribute('aria-pressed')).toBe('true');
    await press('Back');
    await atTheMail();
  });

  it('leads from what was found to the words and what else they found', async () => {
    await press('Search');
    fireEvent.input(await screen.findByRole('combobox', { name: /^Page, contact/ }), { target: { value: 'matching' } });
    fireEvent.click((await screen.findAllByRole('option'))[0] ?? document.body);
    await heading(/^Matching/);
    await press('Back');
    const field = await screen.findByRole<HTMLInputElement>('combobox', { name: /^Page, contact/ });
    expect(field.value).toBe('matching');
    expect((await screen.findAllByRole('option')).length).toBeGreaterThan(0);
    await press('Search');
    await waitFor(() => expect(field.value).toBe(''));
  });

  it('leads from the matching rules to the settings', async () => {
    await menu('Settings');
    await press(/^Matching/);
    await heading(/^Matching/);
    await press('Back');
    await heading('Settings');
  });

  it('leads from a company to the person whose page led to it, and on to the contacts', async () => {
    await menu('Contacts');
    await press(/^Bob Ortiz/);
    await heading('Bob Ortiz');
    await press('Harbour & Pine Ltd');
    await heading('Harbour & Pine Ltd');
    await press('Back');
    await heading('Bob Ortiz');
    await press('Back');
    await heading('Contacts');
  });

  it('leads past the form of a contact that was saved or left', async () => {
    await menu('Contacts');
    await press('New contact');
    await press('Don’t create');
    await heading('Contacts');
    await press('Back');
    await atTheMail();
  });
});

it('is on the page of an entry where the page has room for all places', async () => {
  await mount(true);
  await waitFor(() => expect(document.querySelector('.log-open')).toBeTruthy());
  fireEvent.click(document.querySelector('.log-open') ?? document.body);
  await press('Open its page');
  await press('Back to the log');
  await heading('Interaction log entries');
});
