import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Contact } from '../../../src/domain/contact.ts';
import { type Gallery, type GalleryOptions, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;

async function mount(options: Omit<GalleryOptions, 'root'> = {}): Promise<Gallery> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, ...options });
  return gallery;
}

afterEach(() => gallery.stop());

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const heading = (name: string | RegExp) => screen.findByRole('heading', { name, level: 1 });
const press = async (name: string | RegExp) => fireEvent.click(await button(name));
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
const field = (label: string) => screen.findByLabelText(label);
const rows = () => gallery.server.log.rows(gallery.device.account.tenantId);
const contacts = () => rows().filter((row): row is Contact => row.kind === 'contact');
const contactNamed = (name: string) => contacts().find((contact) => contact.name === name);

async function visit(name: string): Promise<void> {
  await press('Menu');
  fireEvent.click(await screen.findByRole('menuitem', { name }));
}

async function openContact(name: string): Promise<void> {
  await visit('Contacts');
  await press(new RegExp(`^${name}`));
  await heading(name);
}

async function pick(label: string, query: string, name: RegExp): Promise<void> {
  const search = await screen.findByRole('combobox', { name: label });
  fireEvent.focus(search);
  type(search, query);
  fireEvent.click(await screen.findByRole('option', { name }));
}

describe('the contact page', () => {
  it('says who it is, where they belong and what was done with them', async () => {
    await mount();
    await openContact('Pekka Kivi');
    expect(screen.getByText('pekka.kivi@kivi.example')).toBeTruthy();
    expect(screen.getByText('+358 40 555 0121')).toBeTruthy();
    const numbers = within(await screen.findByRole('region', { name: 'Statistics' }));
    const interactions = numbers.getByText('Interactions').parentElement?.textContent ?? '';
    expect(Number.parseInt(interactions, 10) || Number(/\d+/.exec(interactions)?.[0])).toBeGreaterThan(0);
    expect(await screen.findByText(/in a year/)).toBeTruthy();
  });

  it('does not count canceled entries', async () => {
    await mount();
    await openContact('Pekka Kivi');
    const count = async () => {
      const numbers = within(await screen.findByRole('region', { name: 'Statistics' }));
      return Number(/\d+/.exec(numbers.getByText('Interactions').parentElement?.textContent ?? '')?.[0]);
    };
    const pekka = contactNamed('Pekka Kivi');
    const live = rows().filter(
      (row) => row.kind === 'entry' && row.contactId === pekka?.id && row.canceled.length === 0 && !row.postponed,
    );
    const [entry] = live;
    if (entry?.kind !== 'entry') throw new Error('no entry to cancel');
    await waitFor(async () => expect(await count()).toBe(live.length));
    const { device } = gallery;
    await device.perform({
      ...device.envelope(),
      type: 'cancel-interaction',
      entryIds: [entry.id],
      why: '',
      undoes: null,
    });
    await waitFor(async () => expect(await count()).toBe(live.length - 1));
  });

  it('of a company shows its people, and leads to them and back', async () => {
    await mount();
    await openContact('Harbour & Pine Ltd');
    const people = within(await screen.findByRole('region', { name: 'People' }));
    fireEvent.click(await people.findByRole('button', { name: /^Bob Ortiz/ }));
    await heading('Bob Ortiz');
    await press('Harbour & Pine Ltd');
    await heading(/^Harbour & Pine Ltd/);
  });

  it('is opened from the history of a contact that was found', async () => {
    await mount();
    await press('Search');
    await pick('Page, contact or entry', 'bob', /Bob Ortiz/);
    await press('Open contact');
    await heading('Bob Ortiz');
  });
});

describe('by keyboard', () => {
  it('the focus is never lost when the page changes what it shows', async () => {
    await mount();
    await openContact('Bob Ortiz');
    for (const name of ['Edit', 'Leave as it was', 'Delete', 'Leave as it was', 'Harbour & Pine Ltd']) {
      const pressed = await button(name);
      pressed.focus();
      fireEvent.click(pressed);
      await waitFor(() => expect(pressed.isConnected).toBe(false));
      await waitFor(() => expect(document.activeElement).not.toBe(document.body));
    }
  });

  it('an entry leads to its contact', async () => {
    await mount();
    await visit('Interaction log');
    await waitFor(() => expect(document.querySelector('.view .row-line')).toBeTruthy());
    const line = document.querySelector<HTMLElement>('.view .row-line');
    const [name = ''] = line?.querySelector('.row-contact')?.textContent?.split(' · ') ?? [];
    fireEvent.click(line ?? document.body);
    fireEvent.click(await screen.findByRole('button', { name }));
    await heading(name);
  });
});

describe('a new contact', () => {
  it('that may be there already shows the one that is, before anything is saved', async () => {
    await mount();
    await visit('Contacts');
    const before = contacts().length;
    await press('New contact');
    type(await field('Name'), 'ortiz, bob');
    expect(await screen.findByText('Bob Ortiz: the same name')).toBeTruthy();
    type(await field('Phones'), '+358 40 1');
    await press('Open Bob Ortiz');
    await heading('Bob Ortiz');
    expect(contacts().length).toBe(before);
    expect(await screen.findByText('A new contact is not finished: ortiz, bob')).toBeTruthy();
    await press('Go on with it');
    await heading('New contact');
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Phones')).value).toBe('+358 40 1');
  });

  it('is created with what was typed, and its page opens', async () => {
    await mount();
    await visit('Contacts');
    await press('New contact');
    type(await field('Name'), 'Ida Salmi');
    type(await field('E-mail'), 'Ida.Salmi@kivi.example');
    type(await field('Phones'), '+358 40 555 0999\n\n+358 9 1');
    await pick('Find a company', 'kumppanit', /^Kivi ja Kumppanit/);
    await screen.findByText('Kivi ja Kumppanit Oy');
    await press('Create contact');
    await heading('Ida Salmi');
    await waitFor(() =>
      expect(contactNamed('Ida Salmi')).toMatchObject({
        email: 'ida.salmi@kivi.example',
        phones: ['+358 40 555 0999', '+358 9 1'],
        companyId: contactNamed('Kivi ja Kumppanit Oy')?.id,
        salespersonCode: 'AK',
      }),
    );
  });

  it('belongs to a company that is made beside it, or to the one that is there already', async () => {
    await mount();
    await visit('Contacts');
    await press('New contact');
    type(await field('Name'), 'Ida Salmi');
    await press('New company');
    type(await field('Name of the company'), 'Kivi ja Kumppanit');
    expect(await screen.findByRole('button', { name: 'Take Kivi ja Kumppanit Oy' })).toBeTruthy();
    type(await field('Name of the company'), 'Salmi Oy');
    fireEvent.keyDown(await field('Name of the company'), { key: 'Enter' });
    await screen.findByText('Salmi Oy');
    expect(((await field('Name')) as HTMLInputElement).value).toBe('Ida Salmi');
    await press('Create contact');
    await heading('Ida Salmi');
    await waitFor(() => expect(contactNamed('Salmi Oy')).toMatchObject({ type: 'company', salespersonCode: 'AK' }));
    await waitFor(() => expect(contactNamed('Ida Salmi')?.companyId).toBe(contactNamed('Salmi Oy')?.id));
  });

  it('with the address of one that is there is added to that one, and says what is', async () => {
    await mount();
    await visit('Contacts');
    const before = contacts().length;
    await press('New contact');
    type(await field('Name'), 'P. Kivi');
    type(await field('E-mail'), 'pekka.kivi@kivi.example');
    type(await field('Phones'), '+358 40 777');
    expect(await screen.findByText(/^Pekka Kivi is there already. This is added: \+358 40 777/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Create anyway' })).toBeNull();
    await press('Add to Pekka Kivi');
    await heading('Pekka Kivi');
    expect(await screen.findByText('Added to Pekka Kivi.')).toBeTruthy();
    await waitFor(() => expect(contactNamed('Pekka Kivi')?.phones).toContain('+358 40 777'));
    expect(contacts().length).toBe(before);
  });

  it('that is left is there again as a draft, which can be discarded', async () => {
    await mount();
    await visit('Contacts');
    await press('New contact');
    type(await field('Name'), 'Ida Salmi');
    await visit('Settings');
    await visit('Contacts');
    await press('New contact');
    await screen.findByText('This is a draft');
    expect(((await field('Name')) as HTMLInputElement).value).toBe('Ida Salmi');
    await press('Discard the draft');
    await waitFor(async () => expect(((await field('Name')) as HTMLInputElement).value).toBe(''));
    expect(screen.queryByText('This is a draft')).toBeNull();
    await visit('Contacts');
    await press('New contact');
    expect(((await field('Name')) as HTMLInputElement).value).toBe('');
  });

  it('that was created is no draft any more', async () => {
    await mount();
    await visit('Contacts');
    await press('New contact');
    type(await field('Name'), 'Ida Salmi');
    await press('Create contact');
    await heading('Ida Salmi');
    await visit('Contacts');
    await press('New contact');
    expect(((await field('Name')) as HTMLInputElement).value).toBe('');
    expect(screen.queryByText('This is a draft')).toBeNull();
  });

  it('with something wrong says what, at its field, and keeps what was typed', async () => {
    await mount();
    await visit('Contacts');
    await press('New contact');
    type(await field('E-mail'), 'nonsense');
    await press('Create contact');
    expect(await screen.findByText('Write a name.')).toBeTruthy();
    expect(screen.getByText('This is not an address.')).toBeTruthy();
    expect(((await field('E-mail')) as HTMLInputElement).value).toBe('nonsense');
  });
});

describe('an edited contact', () => {
  it('that is left in the middle is being edited when one comes back, until that is given up', async () => {
    await mount();
    await openContact('Bob Ortiz');
    await press('Edit');
    type(await field('Name'), 'Bob O.');
    await visit('Settings');
    await visit('Contacts');
    await press(/^Bob Ortiz/);
    await screen.findByText('This is a draft');
    expect(((await field('Name')) as HTMLInputElement).value).toBe('Bob O.');
    await press('Leave as it was');
    await heading('Bob Ortiz');
    await press('Edit');
    expect(((await field('Name')) as HTMLInputElement).value).toBe('Bob Ortiz');
  });

  it('keeps what a colleague changed in another field meanwhile', async () => {
    await mount();
    await openContact('Bob Ortiz');
    await press('Edit');
    type(await field('Name'), 'Robert Ortiz');
    const bob = contactNamed('Bob Ortiz');
    await gallery.server.push('mika', [
      {
        id: '01940000-0000-7000-8000-00000000aaaa',
        madeAt: '2026-11-23T12:00:00.000Z',
        needs: [],
        type: 'save-contact',
        contactId: bob?.id,
        saw: { phones: bob?.phones },
        to: { phones: ['+44 1'] },
      },
    ]);
    await press('Save');
    await waitFor(() => expect(contactNamed('Robert Ortiz')).toMatchObject({ phones: ['+44 1'] }));
  });
});

describe('two contacts that are one', () => {
  async function mergeTuulaIntoMatti(): Promise<void> {
    await openContact('Matti Järvinen');
    await press('Merge');
    await pick('Find the other contact', 'tuula', /Tuula/);
    expect(await screen.findByText(/history of both is read at Matti Järvinen/)).toBeTruthy();
    await press('Merge');
    await screen.findByRole('region', { name: 'Merged into this contact' });
  }

  it('are merged: the history of both is read at the one that stays, whose the addresses become', async () => {
    await mount();
    const tuula = contactNamed('Tuula Järvinen');
    await mergeTuulaIntoMatti();
    await waitFor(() => expect(contactNamed('Tuula Järvinen')?.mergedInto).toBe(contactNamed('Matti Järvinen')?.id));
    await waitFor(() => expect(contactNamed('Matti Järvinen')?.otherEmails).toContain(tuula?.email));
    const matti = contactNamed('Matti Järvinen');
    if (!matti || !tuula) throw new Error('the demo has both');
    const ofBoth = rows().filter(
      (row) => row.kind === 'entry' && [matti.id, tuula.id].includes(row.contactId) && !row.postponed,
    );
    await waitFor(async () => {
      const { entries } = await gallery.device.store.history(matti.id, { limit: 100 });
      expect(entries.length).toBe(ofBoth.length);
    });
  });

  it('are separated again', async () => {
    await mount();
    await mergeTuulaIntoMatti();
    const merged = within(await screen.findByRole('region', { name: 'Merged into this contact' }));
    fireEvent.click(merged.getByRole('button', { name: /^Tuula/ }));
    expect(await button('Matti Järvinen')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Call' })).toBeNull();
    await press('Separate again');
    await button('Edit');
    await waitFor(() => expect(contactNamed('Tuula Järvinen')?.mergedInto).toBeNull());
  });

  it('can’t be a person and a company', async () => {
    await mount();
    await openContact('Matti Järvinen');
    await press('Merge');
    await pick('Find the other contact', 'norrsken', /^Norrsken Logistik AB/);
    expect(await screen.findByText('A person and a company can’t be merged.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull();
  });
});

describe('a contact that is deleted', () => {
  it('says first what becomes of its entries, and is offered no more', async () => {
    await mount();
    await openContact('Cleo Dupont');
    await press('Delete');
    expect(await screen.findByText(/read at Harbour & Pine Ltd from now on/)).toBeTruthy();
    expect(screen.getByText('It can’t be taken back.')).toBeTruthy();
    await press('Delete the contact');
    await screen.findByText(
      /^It is offered nowhere any more. Its entries stay in the log. They are read at Harbour & Pine Ltd/,
    );
    await visit('Contacts');
    await button(/^Grace Okafor/);
    expect(screen.queryByRole('button', { name: /^Cleo Dupont/ })).toBeNull();
  });

  it('has only its own entries on its page, and nothing is begun with it there', async () => {
    await mount();
    await openContact('Cleo Dupont');
    await button('Call');
    await press('Delete');
    await press('Delete the contact');
    await heading('Cleo Dupont');
    await screen.findByRole('heading', { name: 'Its own entries' });
    const cleo = contactNamed('Cleo Dupont');
    const own = rows().flatMap((row) =>
      row.kind === 'entry' && row.contactId === cleo?.id && !row.postponed ? [row.description] : [],
    );
    const shown = () => [...document.querySelectorAll('.history .row-description')].map((one) => one.textContent);
    await waitFor(() => expect(shown().sort()).toEqual(own.sort()));
    for (const name of ['Call', 'New interaction', 'Edit']) expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Statistics' })).toBeNull();
  });

  it('may not have open follow-ups, and says so before anything is tried', async () => {
    await mount();
    const grace = contactNamed('Grace Okafor');
    if (!grace) throw new Error('the demo has her');
    const { device } = gallery;
    await device.perform({
      ...device.envelope(),
      type: 'save-follow-up',
      followUpId: device.newId() as never,
      fields: {
        contactId: grace.id,
        companyId: grace.companyId,
        entryId: null,
        due: '2026-12-01' as never,
        text: 'Call',
        userId: device.account.userId,
      },
    });
    await openContact('Grace Okafor');
    await press('Delete');
    expect(await screen.findByText(/open follow-ups? and can’t be deleted/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete the contact' })).toBeNull();
  });
});

describe('an address that several contacts share', () => {
  it('is taken for the one who was picked the last time on this device, and says so', async () => {
    const preferences = new Map<string, string>();
    await mount({ open: 'sample-shared-address', preferences });
    const select = await screen.findByLabelText<HTMLSelectElement>(/Who was it/);
    const tuula = contactNamed('Tuula Järvinen');
    fireEvent.change(select, { target: { value: tuula?.id } });
    gallery.stop();

    await mount({ open: 'sample-shared-address', preferences });
    const again = await screen.findByLabelText<HTMLSelectElement>(/Who was it/);
    await waitFor(() => expect(again.value).toBe(contactNamed('Tuula Järvinen')?.id));
    await press(/^Why: Tuula/);
    expect(await screen.findByText(/Your last choice on this device/)).toBeTruthy();
  });
});

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
