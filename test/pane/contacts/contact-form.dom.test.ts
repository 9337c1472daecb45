import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import {
  button,
  contactNamed,
  contacts,
  field,
  gallery,
  heading,
  mount,
  openContact,
  pick,
  press,
  type,
  visit,
} from './contact-world.ts';

afterEach(() => gallery.stop());

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

  it('whose new company was half entered when it was left goes on with both, or with neither', async () => {
    await mount();
    await visit('Contacts');
    await press('New contact');
    type(await field('Name'), 'Ida Salmi');
    await press('New company');
    type(await field('Name of the company'), 'Salmi O');
    await visit('Settings');
    await visit('Contacts');
    await press('New contact');
    expect(((await field('Name of the company')) as HTMLInputElement).value).toBe('Salmi O');
    await press('Discard the draft');
    expect(await button('New company')).toBeTruthy();
    expect(screen.queryByLabelText('Name of the company')).toBeNull();
  });

  it('is not created without the company that is half entered beside it', async () => {
    await mount();
    await visit('Contacts');
    await press('New contact');
    type(await field('Name'), 'Ida Salmi');
    await press('New company');
    type(await field('Name of the company'), 'Salmi Oy');
    await press('Create contact');
    expect(await screen.findByText('Create this company first, or choose another one.')).toBeTruthy();
    await waitFor(async () => expect((await field('Name of the company')).matches(':focus')).toBe(true));
    expect(contactNamed('Ida Salmi')).toBeUndefined();
    await press('Create company');
    await screen.findByText('Salmi Oy');
    await press('Create contact');
    await heading('Ida Salmi');
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
