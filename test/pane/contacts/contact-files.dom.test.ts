import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { contactNamed, contacts, field, gallery, mount, press, rows, type, visit } from './contact-world.ts';

afterEach(() => gallery.stop());

describe('an import', () => {
  const csv =
    'Yritys;Nimi;Sähköposti\nUusi Oy;Ida Salmi;ida.salmi@uusi.example\n;Pekka;pekka.kivi@kivi.example\n;Bad;nope\n';

  async function choose(text: string): Promise<void> {
    gallery.chosenFile.text = text;
    await visit('Contacts');
    await press('Import');
    await press(/^Choose (a|another) file/);
  }

  it('shows what the columns are taken for and what would be made, makes it, and reports the rest', async () => {
    await mount();
    await choose(csv);
    expect((await screen.findByLabelText<HTMLSelectElement>('Sähköposti')).value).toBe('email');
    expect(screen.getByText('Ida Salmi')).toBeTruthy();
    expect(screen.getByText('Not taken: has something that is not an address')).toBeTruthy();
    expect(await screen.findByText('Not taken: is a contact already')).toBeTruthy();
    await press('Import 1 contact');
    expect(await screen.findByText('1 contact created')).toBeTruthy();
    expect(screen.getByText('2 lines not taken')).toBeTruthy();
    await waitFor(() => expect(contactNamed('Ida Salmi')?.companyId).toBe(contactNamed('Uusi Oy')?.id));
    await press('Save the report');
    await waitFor(() =>
      expect(gallery.saved.at(-1)?.text).toContain('4,Bad,has something that is not an address,nope'),
    );
  });

  it('whose button is pressed twice in a hurry makes each contact once, also one without an address', async () => {
    await mount();
    await choose('Nimi\nIda Salmi\nOlli Uusi\n');
    const start = await screen.findByRole('button', { name: 'Import 2 contacts' });
    fireEvent.click(start);
    fireEvent.click(start);
    expect(await screen.findByText('2 contacts created')).toBeTruthy();
    await waitFor(() => expect(contactNamed('Olli Uusi')).toBeTruthy());
    expect(contacts().filter(({ name }) => name === 'Ida Salmi')).toHaveLength(1);
  });

  it('that the device’s storage breaks off ends with what was made and the reason, and can be begun again', async () => {
    await mount();
    await choose(csv);
    const { store } = gallery.device;
    const { performAll } = store;
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    store.performAll = () => Promise.reject(new Error('the disk is gone'));
    await press('Import 1 contact');
    expect(await screen.findByText(/the disk is gone/)).toBeTruthy();
    expect(screen.getByText('0 contacts created')).toBeTruthy();
    expect(reported).toHaveBeenCalled();
    store.performAll = performAll;
    vi.unstubAllGlobals();
    await press('Choose another file');
    await press('Import 1 contact');
    expect(await screen.findByText('1 contact created')).toBeTruthy();
  });

  it('of a file that has headings only says that there is nothing in it', async () => {
    await mount();
    await choose('Yritys;Nimi;Sähköposti\n');
    expect(await screen.findByText('There is no contact in this file.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Import / })).toBeNull();
  });

  it('of the same file again makes nothing', async () => {
    await mount();
    await choose(csv);
    await press('Import 1 contact');
    await screen.findByText('1 contact created');
    await waitFor(() => expect(contactNamed('Ida Salmi')).toBeTruthy());
    const before = contacts().length;
    await press('Choose another file');
    await press('Import 0 contacts');
    expect(await screen.findByText('0 contacts created')).toBeTruthy();
    expect(contacts().length).toBe(before);
  });

  it('takes a column for what the person says it is', async () => {
    await mount();
    await choose('Who;Where\nIda Salmi;ida.salmi@uusi.example\n');
    expect(await screen.findByText('Choose the column that holds the name.')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('The first row has the headings'));
    fireEvent.change(await screen.findByLabelText('Who'), { target: { value: 'name' } });
    fireEvent.change(await screen.findByLabelText('Where'), { target: { value: 'email' } });
    await press('Import 1 contact');
    await waitFor(() => expect(contactNamed('Ida Salmi')).toMatchObject({ email: 'ida.salmi@uusi.example' }));
  });

  it('takes cards, too', async () => {
    await mount();
    await choose('BEGIN:VCARD\nVERSION:4.0\nFN:Ida Salmi\nEMAIL:ida.salmi@uusi.example\nEND:VCARD\n');
    await press('Import 1 contact');
    await waitFor(() => expect(contactNamed('Ida Salmi')).toMatchObject({ email: 'ida.salmi@uusi.example' }));
  });
});

describe('an export', () => {
  it('is a file that runs no formula', async () => {
    await mount();
    await visit('Contacts');
    await press('Export CSV');
    await waitFor(() => expect(gallery.saved.length).toBe(1));
    const [file] = gallery.saved;
    expect(file?.name).toBe('interlog-contacts-2026-11-23.csv');
    expect(file?.text).toContain("'+358 40 555 0121");
    expect(file?.text).not.toMatch(/[,;]\+358/);
  });
});

describe('the matching rules', () => {
  it('are saved for the whole team, with what is wrong named', async () => {
    await mount();
    await visit('Settings');
    await press('Matching rules');
    const never = await field('Never log');
    type(never, 'press@news.example\nnot a domain');
    await press('Save');
    expect(await screen.findByText('“not” is neither an address nor a domain.')).toBeTruthy();
    type(never, '@rival.example\npress@news.example');
    type(await field('Free-mail domains'), 'gmail.com\naurinko.example');
    await press('Save');
    expect(await screen.findByText(/is an own domain, too/)).toBeTruthy();
    type(await field('Free-mail domains'), 'gmail.com');
    await press('Save');
    await waitFor(() =>
      expect(rows().find((row) => row.kind === 'workspace')).toMatchObject({
        neverLog: ['rival.example', 'press@news.example'],
        freeMailDomains: ['gmail.com'],
        currency: 'EUR',
      }),
    );
  });
});
