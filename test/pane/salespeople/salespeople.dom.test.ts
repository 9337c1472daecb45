import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { type Gallery, type GalleryOptions, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;
afterEach(() => gallery.stop());

async function mount(options: Omit<GalleryOptions, 'root'> = {}): Promise<void> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, ...options });
}
async function find(words: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: /^Search/ }));
  fireEvent.input(await screen.findByRole('combobox', { name: /^Page, contact/ }), { target: { value: words } });
  fireEvent.click(await screen.findByRole('option', { name: new RegExp(words) }));
}
async function menu(item: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: 'Menu' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: item }));
}
const press = async (name: string | RegExp) => void fireEvent.click(await screen.findByRole('button', { name }));
const fill = async (label: string, value: string) =>
  void fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const row = (code: string) =>
  gallery.server.log.rows(gallery.device.account.tenantId).find((one) => one.kind === 'salesperson' && one.id === code);
const users = () => gallery.server.log.users(gallery.device.account.tenantId);

describe('an admin', () => {
  it('adds a salesperson and invites them: the link is shown once, and the server knows the user', async () => {
    await mount();
    await menu('Salespeople');
    await press('New salesperson');
    await fill('Code', 'vu');
    await fill('Name', 'Ville Uusi');
    await fill('E-mail', 'Ville.Uusi@aurinko.example');
    await press('Save salesperson');
    await waitFor(() => expect(row('VU')).toMatchObject({ name: 'Ville Uusi', email: 'ville.uusi@aurinko.example' }));
    const access = within(await screen.findByRole('region', { name: 'Sign-in' }));
    expect(access.getByText('Nobody signs in as this salesperson yet.')).toBeTruthy();
    fireEvent.change(access.getByLabelText('Role'), { target: { value: 'manager' } });
    const invite = access.getByRole('button', { name: 'Make a one-time link' }) as HTMLButtonElement;
    await waitFor(() => expect(invite.disabled).toBe(false));
    fireEvent.click(invite);
    const link = (await screen.findByLabelText('One-time link')) as HTMLInputElement;
    expect(link.value).toBe('https://log.aurinko.example/web.html#invite=one-time-code');
    expect(await users()).toContainEqual(
      expect.objectContaining({ name: 'Ville Uusi', role: 'manager', salespersonCode: 'VU' }),
    );
    expect(await access.findByText('Ville Uusi · ville.uusi@aurinko.example · Manager')).toBeTruthy();
    fireEvent.click(access.getByRole('button', { name: 'Copy' })); // jsdom has no clipboard, as a frame of a mail client
    expect(await access.findByText(/copy it by hand/)).toBeTruthy();
  });

  it('is told at the fields what can’t be saved', async () => {
    await mount();
    await menu('Salespeople');
    await press('New salesperson');
    await fill('Code', 'mv');
    await fill('E-mail', 'ville');
    await press('Save salesperson');
    for (const [label, reason] of [
      ['Code', 'This code is taken.'],
      ['Name', 'Write a name.'],
      ['E-mail', 'This is not an e-mail address.'],
    ] as const) {
      const described = (await screen.findByLabelText(label)).getAttribute('aria-describedby') ?? '';
      expect([label, document.getElementById(described)?.textContent]).toEqual([label, reason]);
    }
  });

  it('can’t invite somebody whose address is changed but not saved', async () => {
    await mount();
    await menu('Salespeople');
    await press(/Mika/);
    const access = within(await screen.findByRole('region', { name: 'Sign-in' }));
    const invite = () => access.getByRole('button', { name: 'Make another one-time link' }) as HTMLButtonElement;
    await access.findByText(/^Mika Virtanen/);
    expect(invite().disabled).toBe(false);
    await fill('E-mail', 'mika@elsewhere.example');
    await waitFor(() => expect(invite().disabled).toBe(true));
    expect(access.getByText('Save what you have changed first.')).toBeTruthy();
  });

  it('deletes a salesperson after being told who signs in so, and the entries keep the code', async () => {
    await mount();
    await menu('Salespeople');
    await press(/Mika/);
    const access = within(await screen.findByRole('region', { name: 'Sign-in' }));
    await access.findByText(/^Mika Virtanen/);
    await press('Delete salesperson');
    expect(await screen.findByText(/^Signed in as this salesperson: Mika Virtanen/)).toBeTruthy();
    await press('Delete');
    await waitFor(() => expect(row('MV')).toMatchObject({ deleted: true }));
    expect(screen.queryByRole('button', { name: /Mika/ })).toBeNull();
    const entries = gallery.server.log.rows(gallery.device.account.tenantId).filter((one) => one.kind === 'entry');
    expect(entries.some(({ salespersonCode }) => salespersonCode === 'MV')).toBe(true);
  });

  it('does not delete the salesperson they are signed in as', async () => {
    await mount();
    await find('Invite a colleague');
    await press(/Anna/);
    await press('Delete salesperson');
    await press('Delete');
    expect((await screen.findByRole('alert')).textContent).toBe('You are signed in as this salesperson.');
    expect(row('AK')).toMatchObject({ deleted: false });
  });

  it('invites nobody as a salesperson that the server does not have yet', async () => {
    await mount();
    await menu('Salespeople');
    await screen.findByText('Mika Virtanen');
    await press('New salesperson');
    gallery.goOffline();
    await fill('Code', 'vu');
    await fill('Name', 'Ville Uusi');
    await fill('E-mail', 'ville.uusi@aurinko.example');
    await press('Save salesperson');
    const access = within(await screen.findByRole('region', { name: 'Sign-in' }));
    const invite = () => access.getByRole('button', { name: 'Make a one-time link' }) as HTMLButtonElement;
    await access.findByText(/^The server does not have this salesperson yet/);
    expect(invite().disabled).toBe(true);
    gallery.goOnline();
    await waitFor(() => expect(invite().disabled).toBe(false));
  });

  it('is told that the server has to be asked who signs in, and can ask again', async () => {
    await mount();
    gallery.goOffline();
    await menu('Salespeople');
    await press(/Mika/);
    const access = within(await screen.findByRole('region', { name: 'Sign-in' }));
    const again = await access.findByRole('button', { name: 'Try again' });
    expect(access.queryByRole('button', { name: /one-time link/ })).toBeNull();
    gallery.goOnline();
    fireEvent.click(again);
    expect(await access.findByText(/^Mika Virtanen/)).toBeTruthy();
  });
});

it('a salesperson looks at their colleagues, changes nothing and invites nobody', async () => {
  await mount({ user: 'mika' });
  await find('Salespeople');
  await press(/Anna/);
  expect(((await screen.findByLabelText('Name')) as HTMLInputElement).value).toBe('Anna Korhonen');
  expect(screen.queryByRole('button', { name: 'Save salesperson' })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Sign-in' })).toBeNull();
});
