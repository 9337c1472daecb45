import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { type Gallery, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;
afterEach(() => gallery.stop());

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const grace = () =>
  gallery.server.log
    .rows(gallery.device.account.tenantId)
    .find((row) => row.kind === 'contact' && row.name === 'Grace Okafor');
const block = async () => (await screen.findByLabelText(/^Blocked for privacy/)) as HTMLInputElement;

async function edit(user: 'mika' | 'sofia'): Promise<void> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, user });
  await press('Menu');
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Contacts' }));
  await press(/^Grace Okafor/);
  await press('Edit');
}

it('a salesperson can block a contact, and then sees that lifting it is for others', async () => {
  await edit('mika');
  fireEvent.click(await block());
  await press('Save');
  await waitFor(() => expect(grace()).toMatchObject({ privacyBlocked: true }));
  await press('Edit');
  const box = await block();
  expect(box.disabled).toBe(true);
  expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'A manager or an admin can lift the block.',
  );
});

it('a manager lifts a block', async () => {
  await edit('sofia');
  fireEvent.click(await block());
  await press('Save');
  await waitFor(() => expect(grace()).toMatchObject({ privacyBlocked: true }));
  await press('Edit');
  fireEvent.click(await block());
  await press('Save');
  await waitFor(() => expect(grace()).toMatchObject({ privacyBlocked: false }));
});
