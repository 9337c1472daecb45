import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { itemKeys } from '../../src/capture/item-keys.ts';
import { logMail } from '../support/domain-samples.ts';
import { type Gallery, type GalleryOptions, mountGallery } from './gallery/gallery.ts';

let gallery: Gallery;

async function mount(options: Omit<GalleryOptions, 'root'> = {}): Promise<Gallery> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, ...options });
  return gallery;
}

afterEach(() => gallery.stop());

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const logButton = () => button(/^Log( for|$)/);
const ready = async (name: string | RegExp) => {
  const found = await button(name);
  await waitFor(() => expect(found.getAttribute('aria-disabled')).toBe('false'));
  return found;
};
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
const entries = () => gallery.server.log.rows(gallery.device.account.tenantId).filter((row) => row.kind === 'entry');

describe('an inbound mail from two contacts of one company', () => {
  it('is logged for both with one click, says so in words, and is in the log once for each', async () => {
    await mount({ open: 'sample-thread' });
    const before = entries().length;
    fireEvent.click(await ready('Log for 2 contacts'));
    expect(await screen.findByText('In the log')).toBeTruthy();
    const made = entries().slice(before);
    expect(made.map(({ description, flow }) => [description, flow])).toEqual([
      ['Tarjous 2291, huoltosopimuksen jatko', 'inbound'],
      ['Tarjous 2291, huoltosopimuksen jatko', 'inbound'],
    ]);
    expect(screen.queryByRole('button', { name: /^Log for/ })).toBeNull();
  });

  it('is logged only for whom stays ticked', async () => {
    await mount({ open: 'sample-thread' });
    fireEvent.click(await screen.findByRole('checkbox', { name: /Aino/ }));
    const before = entries().length;
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('In the log');
    expect(entries().length).toBe(before + 1);
  });

  it('can be taken back at once, and logged again', async () => {
    await mount({ open: 'sample-thread' });
    const before = entries().length;
    fireEvent.click(await ready('Log for 2 contacts'));
    await screen.findByText('In the log');
    fireEvent.click(await button('Undo'));
    expect(await screen.findAllByText('Undone. The entry is canceled.')).toBeTruthy();
    fireEvent.click(await ready('Log for 2 contacts'));
    await screen.findByText('In the log');
    const made = entries().slice(before);
    expect(made.filter(({ canceled }) => canceled.length === 0).length).toBe(2);
    expect(made.filter(({ canceled }) => canceled.length > 0).length).toBe(2);
  });

  it('is saved on this device while offline, counted as waiting, and sent when the network is back', async () => {
    await mount({ open: 'sample-thread', isOffline: true });
    const before = entries().length;
    fireEvent.click(await ready('Log for 2 contacts'));
    expect(await screen.findByText('Saved on this device', { selector: 'strong' })).toBeTruthy();
    expect(await screen.findByText('Offline, 1 waiting')).toBeTruthy();
    expect(entries().length).toBe(before);
    gallery.goOnline();
    expect(await screen.findByText('In the log')).toBeTruthy();
    expect(entries().length).toBe(before + 2);
  });

  it('says while offline that it can not know whether a colleague has logged it', async () => {
    await mount({ open: 'sample-thread', isOffline: true });
    expect(await screen.findByText(/can’t know whether a colleague/)).toBeTruthy();
  });

  it('is logged with Ctrl+Enter', async () => {
    await mount({ open: 'sample-thread' });
    await ready('Log for 2 contacts');
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText('In the log')).toBeTruthy();
  });

  it('is not logged by Ctrl+Enter in a form of its own beside it, which that sends', async () => {
    await mount({ open: 'sample-thread' });
    await ready('Log for 2 contacts');
    const before = entries();
    fireEvent.click(
      await waitFor(() => document.querySelector('.history .row-line') ?? Promise.reject(new Error('no row'))),
    );
    fireEvent.click(await button('Mark as canceled'));
    const reason = await screen.findByLabelText(/^Why\?/);
    fireEvent.keyDown(reason, { key: 'Enter', ctrlKey: true });
    await waitFor(() =>
      expect(entries().filter(({ canceled }) => canceled.length > 0).length).toBeGreaterThan(
        before.filter(({ canceled }) => canceled.length > 0).length,
      ),
    );
    expect(entries()).toHaveLength(before.length);
  });
});

describe('what was typed', () => {
  it('waits with its own mail while another one is open', async () => {
    await mount({ open: 'sample-thread' });
    type(await screen.findByLabelText('Description'), 'My own words');
    gallery.open('sample-five-recipients');
    await button('Log for 4 contacts');
    expect((screen.getByLabelText('Description') as HTMLInputElement).value).not.toBe('My own words');
    gallery.open('sample-thread');
    await button('Log for 2 contacts');
    expect((screen.getByLabelText('Description') as HTMLInputElement).value).toBe('My own words');
  });

  it('stays when another template is chosen, and the template decides the rest', async () => {
    await mount({ open: 'sample-thread' });
    type(await screen.findByLabelText('Description'), 'My own words');
    fireEvent.click(screen.getByRole('combobox', { name: 'Interaction template' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Incoming call' }));
    expect((screen.getByLabelText('Description') as HTMLInputElement).value).toBe('My own words');
    const before = entries().length;
    fireEvent.click(await ready('Log for 2 contacts'));
    await screen.findByText('In the log');
    expect(entries()[before]).toMatchObject({ templateCode: 'INCOME', description: 'My own words', minutes: 15 });
  });

  it('is not sent without words: the button says what is missing', async () => {
    await mount({ open: 'sample-thread' });
    type(await screen.findByLabelText('Description'), ' ');
    expect(await screen.findByText('Write a description.')).toBeTruthy();
    expect((await logButton()).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('an item change', () => {
  it('blocks the button until the new item was read, and logs only the new one', async () => {
    await mount({ open: 'sample-thread' });
    await ready('Log for 2 contacts');
    const before = entries().length;
    gallery.open('sample-private');
    await Promise.resolve();
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
    fireEvent.click(await ready('Log for Eero Mäkelä'));
    await screen.findByText('In the log');
    expect(
      entries()
        .slice(before)
        .map(({ subject }) => subject),
    ).toEqual(['Lauantain kierros']);
  });

  it('to several selected items offers nothing to log', async () => {
    await mount({ open: 'sample-thread' });
    await ready('Log for 2 contacts');
    gallery.host.selectSeveral(3);
    expect(await screen.findByText('3 items are selected')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Log/ })).toBeNull();
  });
});

describe('an unknown sender', () => {
  it('of a known company becomes its contact with the click that logs the mail', async () => {
    await mount({ open: 'sample-known-company' });
    fireEvent.click(await button('Add Nora Berg as a contact'));
    fireEvent.click(await ready('Log for 2 contacts'));
    await screen.findByText('In the log');
    const rows = gallery.server.log.rows(gallery.device.account.tenantId);
    const company = rows.find((row) => row.kind === 'contact' && row.name === 'Harbour & Pine Ltd');
    const nora = rows.find((row) => row.kind === 'contact' && row.name === 'Nora Berg');
    expect(nora).toMatchObject({ email: 'nora.berg@harbourpine.example', companyId: company?.id });
  });

  it('of an unknown company is created with it, under the corrected names', async () => {
    await mount({ open: 'sample-unknown-company' });
    fireEvent.click(await button('Add Liisa Salo as a contact'));
    type(screen.getByLabelText('Company'), 'Uusi Asiakas Oy');
    fireEvent.click(await ready('Log for Liisa Salo'));
    await screen.findByText('In the log');
    const rows = gallery.server.log.rows(gallery.device.account.tenantId);
    const company = rows.find((row) => row.kind === 'contact' && row.name === 'Uusi Asiakas Oy');
    expect(company).toMatchObject({ type: 'company', domains: ['uusiasiakas.example'] });
    const liisa = rows.find((row) => row.kind === 'contact' && row.name === 'Liisa Salo');
    expect(liisa).toMatchObject({ companyId: company?.id });
  });

  it('is not created when unticked again', async () => {
    await mount({ open: 'sample-unknown-company' });
    fireEvent.click(await button('Add Liisa Salo as a contact'));
    fireEvent.click(await screen.findByRole('checkbox', { name: /Liisa/ }));
    expect(await button('Add Liisa Salo as a contact')).toBeTruthy();
    expect((await logButton()).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('special items', () => {
  it('from a shared address asks who it was before it can be logged', async () => {
    await mount({ open: 'sample-shared-address' });
    expect(await screen.findByText('Choose who it was.')).toBeTruthy();
    const choice = screen.getByLabelText(/Who was it/) as HTMLSelectElement;
    const tuula = within(choice).getByText('Tuula Järvinen') as HTMLOptionElement;
    fireEvent.change(choice, { target: { value: tuula.value } });
    expect(await ready('Log for Tuula Järvinen')).toBeTruthy();
  });

  it('marked private store details only, unless more is chosen', async () => {
    await mount({ open: 'sample-private' });
    const before = entries().length;
    fireEvent.click(await ready(/^Log for/));
    await screen.findByText('In the log');
    expect(entries()[before]).toMatchObject({ level: 'details', note: '', text: '' });
  });

  it('with only colleagues on them are not logged by themselves', async () => {
    await mount({ open: 'sample-internal' });
    expect(await screen.findByText('Only colleagues are on it.')).toBeTruthy();
    expect((await logButton()).getAttribute('aria-disabled')).toBe('true');
  });

  it('that lie more than a day ahead say from when they can be logged', async () => {
    await mount({ open: 'sample-future' });
    expect(await screen.findByText(/^Can be logged from 1 Dec/)).toBeTruthy();
  });
});

describe('a mail that a colleague has logged for one of two contacts', () => {
  it('says who did, and is left to be logged for the other', async () => {
    await mount();
    await logForPekkaAs('mika');
    gallery.open('sample-thread');
    expect(await screen.findByText('Logged by Mika Virtanen, this minute, for Pekka Kivi.')).toBeTruthy();
    const before = entries().length;
    fireEvent.click(await ready('Log for Aino Hämäläinen'));
    await screen.findByText('In the log');
    expect(entries().length).toBe(before + 1);
    expect(screen.queryByRole('button', { name: /^Log for/ })).toBeNull();
  });

  it('joins that entry when it was logged offline, and the note is kept as a comment', async () => {
    await mount({ open: 'sample-thread', isOffline: true });
    fireEvent.click(await screen.findByRole('checkbox', { name: /Aino/ }));
    fireEvent.click(await button('Note'));
    type(await screen.findByLabelText('Note'), 'Called back at noon.');
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('Saved on this device', { selector: 'strong' });
    await logForPekkaAs('mika');
    const before = entries().length;
    gallery.goOnline();
    await screen.findByText('In the log');
    expect(entries().length).toBe(before);
    const rows = gallery.server.log.rows(gallery.device.account.tenantId);
    expect(rows.filter((row) => row.kind === 'comment').map(({ body }) => body)).toContain('Called back at noon.');
  });
});

/** Logs the thread for Pekka past this device, as a colleague's device does. */
async function logForPekkaAs(user: 'mika'): Promise<void> {
  const { server, items } = gallery;
  const pekka = server.log
    .rows(gallery.device.account.tenantId)
    .find((row) => row.kind === 'contact' && row.name === 'Pekka Kivi');
  const thread = items.find(({ item }) => item.identity === 'sample-thread');
  if (pekka?.kind !== 'contact' || !thread) throw new Error('the demo has changed');
  const command = logMail(0x900, [pekka], itemKeys(thread.item));
  const interaction = { ...command.interaction, salespersonCode: 'MV', templateCode: 'EMAILIN', groupCode: 'SYSTEM' };
  const { answers } = await server.push(user, [{ ...command, interaction }]);
  expect(answers[0]?.outcome).toBe('done');
}
