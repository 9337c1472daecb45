import { fireEvent, screen } from '@testing-library/preact';
import type { Contact } from '../../../src/domain/contact.ts';
import { button, rows, visit } from '../by-hand/by-hand-page.ts';

export { button, gallery, mount, pick, rows, type, visit } from '../by-hand/by-hand-page.ts';

export const heading = (name: string | RegExp) => screen.findByRole('heading', { name, level: 1 });
export const press = async (name: string | RegExp) => fireEvent.click(await button(name));
export const field = (label: string) => screen.findByLabelText(label);
export const contacts = () => rows().filter((row): row is Contact => row.kind === 'contact');
export const contactNamed = (name: string) => contacts().find((contact) => contact.name === name);

export async function openContact(name: string): Promise<void> {
  await visit('Contacts');
  await press(new RegExp(`^${name}`));
  await heading(name);
}
