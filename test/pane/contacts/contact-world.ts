import { fireEvent, screen } from '@testing-library/preact';
import type { Contact } from '../../../src/domain/contact.ts';
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
export const heading = (name: string | RegExp) => screen.findByRole('heading', { name, level: 1 });
export const press = async (name: string | RegExp) => fireEvent.click(await button(name));
export const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
export const field = (label: string) => screen.findByLabelText(label);
export const rows = () => gallery.server.log.rows(gallery.device.account.tenantId);
export const contacts = () => rows().filter((row): row is Contact => row.kind === 'contact');
export const contactNamed = (name: string) => contacts().find((contact) => contact.name === name);

export async function visit(name: string): Promise<void> {
  await press('Menu');
  fireEvent.click(await screen.findByRole('menuitem', { name }));
}

export async function openContact(name: string): Promise<void> {
  await visit('Contacts');
  await press(new RegExp(`^${name}`));
  await heading(name);
}

export async function pick(label: string, query: string, name: RegExp): Promise<void> {
  const search = await screen.findByRole('combobox', { name: label });
  fireEvent.focus(search);
  type(search, query);
  fireEvent.click(await screen.findByRole('option', { name }));
}
