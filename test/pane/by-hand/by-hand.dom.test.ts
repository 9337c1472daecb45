import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { ContactId } from '../../../src/domain/ids.ts';
import {
  button,
  byHand,
  choose,
  contactNamed,
  entries,
  find,
  gallery,
  mount,
  pick,
  ready,
  type,
  visit,
} from './by-hand-page.ts';

afterEach(() => gallery.stop());

describe('a call', () => {
  it('is logged in two clicks from the contact, with the template of outgoing calls and the contact’s number', async () => {
    await mount();
    await find('pekka', /Pekka Kivi/);
    const before = entries().length;
    fireEvent.click(await button('Call'));
    fireEvent.click(await ready('Log for Pekka Kivi'));
    expect(await screen.findByText('In the log')).toBeTruthy();
    const [made] = entries().slice(before);
    const { id, phones } = contactNamed('Pekka Kivi');
    expect(made).toMatchObject({
      contactId: id,
      templateCode: 'OUTGOING',
      description: 'Lähtevä puhelu',
      flow: 'outbound',
      initiatedBy: 'us',
      minutes: 15,
      cost: 1,
      attemptFailed: false,
      origin: 'hand',
      postponed: false,
      contactVia: phones[0] ?? '',
    });
  });

  it('that nobody answered is logged as not reached', async () => {
    await mount();
    await find('pekka', /Pekka Kivi/);
    const before = entries().length;
    fireEvent.click(await button('Call'));
    fireEvent.click(await screen.findByRole('radio', { name: 'Not reached' }));
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('In the log');
    expect(entries()[before]).toMatchObject({ attemptFailed: true });
  });

  it('that is clicked twice in a hurry is logged once', async () => {
    await mount();
    await find('pekka', /Pekka Kivi/);
    const before = entries().length;
    fireEvent.click(await button('Call'));
    const log = await ready('Log for Pekka Kivi');
    fireEvent.click(log);
    fireEvent.click(log);
    await screen.findByText('In the log');
    expect(entries().length).toBe(before + 1);
  });

  it('can be taken back, and what was typed is there again', async () => {
    await mount();
    await find('pekka', /Pekka Kivi/);
    const before = entries().length;
    fireEvent.click(await button('Call'));
    type(await (await byHand()).findByLabelText('Description'), 'Asked for a quote');
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('In the log');
    fireEvent.click(await button('Undo'));
    const description = await (await byHand()).findByLabelText<HTMLInputElement>('Description');
    expect(description.value).toBe('Asked for a quote');
    await waitFor(() => expect(entries()[before]?.canceled.length).toBe(1));
  });
});

describe('an interaction from nothing', () => {
  it('names each thing that is missing, and is logged when nothing is', async () => {
    await mount();
    await visit('New interaction');
    expect((await screen.findAllByText('Choose at least one contact.')).length).toBeGreaterThan(0);
    await pick('Name, company or address', 'aino', /Aino/);
    const form = await byHand();
    const description = form.getByLabelText('Description');
    type(description, ' ');
    expect(await form.findByText('Write a description.')).toBeTruthy();
    type(description, 'Vierailu');
    fireEvent.click(form.getByRole('button', { name: 'More' }));
    type(await form.findByLabelText('Date'), '');
    expect(await form.findByText('The date or time is not valid.')).toBeTruthy();
    type(form.getByLabelText('Date'), '2026-11-20');
    type(form.getByLabelText('Minutes'), '-1');
    expect(await form.findByText('Minutes must be a whole number from 0 to 1,000,000, such as 90.')).toBeTruthy();
    type(form.getByLabelText('Minutes'), '40');
    const before = entries().length;
    fireEvent.click(await ready('Log for Aino Hämäläinen'));
    await screen.findByText('In the log');
    expect(entries()[before]).toMatchObject({ description: 'Vierailu', day: '2026-11-20', minutes: 40 });
  });

  it('with several contacts shares cost and minutes out when told to, and shows the numbers first', async () => {
    await mount();
    await visit('New interaction');
    await pick('Name, company or address', 'aino', /Aino/);
    await pick('Add another contact', 'pekka', /Pekka/);
    const form = await byHand();
    expect(await form.findByText(/Each entry: 15 min · €1.00. Together: 30 min · €2.00/)).toBeTruthy();
    fireEvent.click(form.getByRole('button', { name: 'More' }));
    type(await form.findByLabelText('Minutes'), '45');
    type(form.getByLabelText('Cost (EUR)'), '10,01');
    expect(await form.findByText(/Each entry: 45 min · €10.01. Together: 90 min · €20.02/)).toBeTruthy();
    choose(form.getByLabelText('Cost and minutes'), 'shared');
    expect(await form.findByText(/23 min · €5.01 \/ 22 min · €5.00. Together: 45 min · €10.01/)).toBeTruthy();
    const before = entries().length;
    fireEvent.click(await ready('Log for 2 contacts'));
    await screen.findByText('In the log');
    const made = entries().slice(before);
    expect(made.map(({ minutes, cost }) => [minutes, cost])).toEqual([
      [23, 5.01],
      [22, 5],
    ]);
  });

  it('keeps what was typed while another view is looked at', async () => {
    await mount();
    await visit('New interaction');
    await pick('Name, company or address', 'aino', /Aino/);
    const field = () => document.querySelector<HTMLInputElement>('.main > .subject [placeholder=Description]');
    type(field() as HTMLInputElement, 'Half typed'); // it is there
    await visit('Settings');
    await visit('New interaction');
    await waitFor(() => expect(field()?.value).toBe('Half typed'));
  });
});

describe('a contact that is blocked for privacy', () => {
  const block = async (name: string) => {
    const { id } = contactNamed(name);
    gallery.server.push('anna', [
      {
        ...gallery.device.envelope(),
        type: 'save-contact',
        contactId: id as ContactId,
        ...{ saw: { privacyBlocked: false }, to: { privacyBlocked: true } },
      },
    ]);
    gallery.device.syncNow();
    await waitFor(async () => expect((await gallery.device.store.contact(id))?.privacyBlocked).toBe(true));
  };

  it('and people of a blocked company are not added, which is said; what stands on the form stays and is logged', async () => {
    await mount();
    await block('Kivi ja Kumppanit Oy');
    await find('pekka', /Pekka Kivi/);
    expect(await screen.findByText(/Nothing can be logged with a blocked contact/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Call' })).toBeNull();
    await visit('New interaction');
    await pick('Name, company or address', 'bob', /Bob Ortiz/);
    const form = await byHand();
    type(form.getByLabelText('Description'), 'Vierailu');
    await pick('Add another contact', 'pekka', /Pekka Kivi/);
    expect(await form.findByText('Pekka Kivi was not added.')).toBeTruthy();
    expect(form.getByText(/Kivi ja Kumppanit Oy is blocked for privacy/)).toBeTruthy();
    expect(form.queryByRole('checkbox', { name: /Pekka Kivi/ })).toBeNull();
    expect(form.getByLabelText<HTMLInputElement>('Description').value).toBe('Vierailu');
    const before = entries().length;
    fireEvent.click(await ready('Log for Bob Ortiz'));
    await screen.findByText('In the log');
    expect(entries().length).toBe(before + 1);
  });

  it('that was added to a mail can be unticked again', async () => {
    await mount({ open: 'sample-thread' });
    await block('Matti Järvinen');
    await pick('Add another contact', 'matti', /Matti/);
    expect(await screen.findByText('Contacts blocked for privacy can’t be logged.')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: /Matti/ }));
    await waitFor(() => expect(screen.queryByText('Contacts blocked for privacy can’t be logged.')).toBeNull());
  });

  it('of several on the form keeps it from being logged only while it is ticked', async () => {
    await mount();
    await visit('New interaction');
    await pick('Name, company or address', 'aino', /Aino/);
    await pick('Add another contact', 'pekka', /Pekka/);
    await block('Pekka Kivi');
    const form = await byHand();
    expect(await form.findByText('Pekka Kivi is blocked for privacy.')).toBeTruthy();
    expect((await button('Log for 2 contacts')).getAttribute('aria-disabled')).toBe('true');
    expect(form.getByLabelText('Description')).toBeTruthy();
    fireEvent.click(form.getByRole('checkbox', { name: /Pekka Kivi/ }));
    await waitFor(() => expect(form.queryByText('Pekka Kivi is blocked for privacy.')).toBeNull());
    const before = entries().length;
    fireEvent.click(await ready('Log for Aino Hämäläinen'));
    await screen.findByText('In the log');
    expect(entries().length).toBe(before + 1);
  });
});
