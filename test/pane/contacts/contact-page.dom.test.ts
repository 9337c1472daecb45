import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import {
  button,
  contactNamed,
  gallery,
  heading,
  mount,
  openContact,
  pick,
  press,
  rows,
  visit,
} from './contact-world.ts';

afterEach(() => gallery.stop());

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
