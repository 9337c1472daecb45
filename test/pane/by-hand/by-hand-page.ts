import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect } from 'vitest';
import { type Gallery, type GalleryOptions, mountGallery } from '../gallery/gallery.ts';

/** The pane of the test that runs. */
export let gallery: Gallery;

export async function mount(options: Omit<GalleryOptions, 'root'> = {}): Promise<Gallery> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, ...options });
  return gallery;
}

export const button = (name: string | RegExp) => screen.findByRole('button', { name });
/** The button with this name, once it can be used. */
export const ready = async (name: string | RegExp) => {
  const found = await button(name);
  await waitFor(() => expect(found.getAttribute('aria-disabled')).toBe('false'));
  return found;
};
export const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
export const choose = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
/** What the server has. */
export const rows = () => gallery.server.log.rows(gallery.device.account.tenantId);
export const entries = () => rows().filter((row) => row.kind === 'entry');
export const followUps = () => rows().filter((row) => row.kind === 'follow-up');
export const contactNamed = (name: string) => {
  const found = rows().find((row) => row.kind === 'contact' && row.name === name);
  if (found?.kind !== 'contact') throw new Error(`no contact ${name}`);
  return found;
};

export async function visit(name: string | RegExp): Promise<void> {
  fireEvent.click(await button('Menu'));
  fireEvent.click(await screen.findByRole('menuitem', { name }));
}

/** The form of what is logged by hand; the open item has its own below it. */
export const byHand = async () => {
  await waitFor(() => expect(document.querySelector('.main > .subject')).toBeTruthy());
  return within(document.querySelector<HTMLElement>('.main > .subject') ?? document.body);
};

/** Finds a contact in the field with this label and picks it. */
export async function pick(label: string, query: string, name: RegExp): Promise<void> {
  const field = await screen.findByRole('combobox', { name: label });
  fireEvent.focus(field);
  type(field, query);
  fireEvent.click(await screen.findByRole('option', { name }));
}

/** Finds the contact by the magnifying glass, and shows their history. */
export async function find(query: string, name: RegExp): Promise<void> {
  fireEvent.click(await button('Search'));
  await pick('Page, contact or entry', query, name);
}
