import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import {
  block,
  contactNamed,
  gallery,
  logged,
  meanwhile,
  mend,
  offline,
  performed,
  press,
  rowsOf,
  sent,
} from './mending-world.ts';

afterEach(() => gallery.stop());

describe('what the server refused is put right in its form', () => {
  it('an interaction with somebody who was blocked is logged for another contact, and all that it holds is shown', async () => {
    await offline();
    await performed(logged({ evaluation: 'positive', text: 'Dear Bob' }));
    await block('Bob Ortiz');
    const card = within(await mend());
    for (const [label, value] of [
      ['Minutes', '37'],
      ['Cost', '€8.00'],
      ['Contact via', '+44 7700 900142'],
      ['Evaluation', 'Positive'],
      ['Text of the mail', 'Dear Bob'],
    ] as const)
      expect(card.getAllByText(label)[0]?.nextSibling?.textContent).toBe(value);
    expect(await card.findByText('Choose at least one contact.')).toBeTruthy();
    fireEvent.input(card.getByRole('combobox', { name: 'Another contact' }), { target: { value: 'matti' } });
    fireEvent.click(await card.findByRole('option', { name: /Matti/ }));
    await waitFor(() => expect(card.queryByText('Choose at least one contact.')).toBeNull());
    await sent();
    await waitFor(() =>
      expect(rowsOf('entry').filter(({ description }) => description === 'Offer')).toMatchObject([
        { contactId: contactNamed('Matti Järvinen').id, minutes: 37, contactVia: '' },
      ]),
    );
  });

  it.each([
    ['the language of whoever it was with first', 'en', 'fi'],
    ['a language that was chosen for it', 'sv', 'sv'],
  ])('an interaction with %s (%s) is logged for another contact in %s', async (_, language, becomes) => {
    await offline();
    expect([contactNamed('Bob Ortiz').language, contactNamed('Matti Järvinen').language]).toEqual(['en', 'fi']);
    await performed(logged({ language }));
    await block('Bob Ortiz');
    const card = within(await mend());
    fireEvent.input(card.getByRole('combobox', { name: 'Another contact' }), { target: { value: 'matti' } });
    fireEvent.click(await card.findByRole('option', { name: /Matti/ }));
    await waitFor(() => expect(card.queryByText('Choose at least one contact.')).toBeNull());
    await sent();
    await waitFor(() =>
      expect(rowsOf('entry').filter(({ description }) => description === 'Offer')).toMatchObject([
        { contactId: contactNamed('Matti Järvinen').id, language: becomes },
      ]),
    );
  });

  it('an interaction of a salesperson who is not there becomes the user’s own, or another one’s', async () => {
    await offline();
    await performed(logged({ salespersonCode: 'GONE' }));
    const card = within(await mend());
    expect((card.getByLabelText('Salesperson') as HTMLSelectElement).value).toBe('AK');
    fireEvent.change(card.getByLabelText('Salesperson'), { target: { value: 'MV' } });
    await sent();
    await waitFor(() =>
      expect(rowsOf('entry').find(({ description }) => description === 'Offer')).toMatchObject({
        salespersonCode: 'MV',
      }),
    );
  });

  it('an interaction whose template is gone takes what the other one decides, and keeps what was typed', async () => {
    await offline();
    await performed(logged());
    await meanwhile({ type: 'save-setup', change: { what: 'delete-template', code: 'BUS', instead: null } });
    const card = within(await mend());
    fireEvent.change(card.getByLabelText('Interaction template'), { target: { value: 'INCOME' } });
    await sent();
    await waitFor(() =>
      expect(rowsOf('entry').find(({ description }) => description === 'Offer')).toMatchObject({
        ...{ templateCode: 'INCOME', groupCode: 'PHONE', minutes: 15, cost: 0 },
        ...{ flow: 'inbound', initiatedBy: 'them', contactVia: '+44 7700 900142' },
      }),
    );
  });

  it('a postponed interaction that was finished with a template which is gone', async () => {
    await offline();
    const { store, account } = gallery.device;
    const [postponed] = await store.postponed(account.userId);
    const entry = postponed?.entry;
    await performed({
      type: 'finish-postponed',
      entryId: entry?.id,
      interaction: { ...entry, templateCode: 'BUS', day: '2026-11-23', note: 'what was said' },
      perContact: entry,
      postponed: false,
    });
    await meanwhile({ type: 'save-setup', change: { what: 'delete-template', code: 'BUS', instead: null } });
    const card = await mend();
    expect(within(card).getAllByText('what was said').length).toBeGreaterThan(0);
    fireEvent.change(await within(card).findByLabelText('Interaction template'), { target: { value: 'OUTGOING' } });
    await sent();
    await waitFor(() =>
      expect(rowsOf('entry').find(({ id }) => id === entry?.id)).toMatchObject({
        templateCode: 'OUTGOING',
        note: 'what was said',
        postponed: false,
      }),
    );
  });
});

describe('what was typed into the form of what was refused', () => {
  const note = () => screen.findByLabelText<HTMLTextAreaElement>('Note');
  async function leaveHalfDone(): Promise<void> {
    await offline();
    await performed(logged());
    await block('Bob Ortiz');
    await mend();
    fireEvent.input(await note(), { target: { value: 'half a sen' } });
    await press('Back');
  }

  it('is there again when the view was left, and goes to the log with the rest', async () => {
    await leaveHalfDone();
    await press('Needs attention: 1');
    expect((await note()).value).toBe('half a sen');
    fireEvent.input(await note(), { target: { value: 'half a sentence' } });
    const card = within(await screen.findByRole('article'));
    fireEvent.input(card.getByRole('combobox', { name: 'Another contact' }), { target: { value: 'matti' } });
    fireEvent.click(await card.findByRole('option', { name: /Matti/ }));
    await waitFor(() => expect(card.queryByText('Choose at least one contact.')).toBeNull());
    await sent();
    await waitFor(() =>
      expect(rowsOf('entry').find(({ description }) => description === 'Offer')).toMatchObject({
        note: 'half a sentence',
        contactId: contactNamed('Matti Järvinen').id,
      }),
    );
  });

  it('is given up with the form', async () => {
    await leaveHalfDone();
    await press('Needs attention: 1');
    await press('Keep it');
    await press('Mend');
    expect((await note()).value).toBe('');
  });
});
