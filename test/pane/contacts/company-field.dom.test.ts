import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { field, gallery, mount, press, type, visit } from './contact-world.ts';

afterEach(() => gallery.stop());

async function newContact(): Promise<void> {
  await mount();
  await visit('Contacts');
  await press('New contact');
}
async function offered(query: string): Promise<(string | null)[]> {
  const search = await screen.findByRole('combobox', { name: 'Find a company' });
  fireEvent.focus(search);
  type(search, query);
  await waitFor(() => expect(search.getAttribute('aria-expanded')).toBe('true'));
  await waitFor(() => expect(screen.queryByText(/^(Going through|Asking)/)).toBeNull());
  const list = within(screen.getByRole('listbox', { name: 'Find a company' }));
  return list.queryAllByRole('option').map(({ textContent }) => textContent);
}

it('finds no person without a company where a company is looked for', async () => {
  await newContact();
  expect(await offered('eero')).toEqual([]);
  expect(await screen.findByText(/No contact found/)).toBeTruthy();
});

it('offers a person’s company by that company’s name, and chooses it', async () => {
  await newContact();
  expect(await offered('pekka')).toEqual([expect.stringMatching(/^Kivi ja Kumppanit Oy.*Pekka Kivi$/)]);
  fireEvent.click(screen.getByRole('option', { name: /Pekka Kivi$/ }));
  await press('No company');
  await field('Name');
});

it('offers a company once, however many of its people are found with it', async () => {
  await newContact();
  const companies = (await offered('kivi')).filter((text) => text?.startsWith('Kivi ja Kumppanit Oy'));
  expect(companies).toHaveLength(1);
});
