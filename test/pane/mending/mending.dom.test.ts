import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { contactNamed, gallery, meanwhile, mend, offline, performed, press, rowsOf, sent } from './mending-world.ts';

afterEach(() => gallery.stop());

describe('what the server refused is put right in its form', () => {
  it('a template that somebody else changed: what it is now is shown beside what was typed, and other changes stay', async () => {
    await offline();
    const bus = rowsOf('template').find(({ id }) => id === 'BUS');
    await performed({ type: 'save-setup', change: { what: 'template', template: { ...bus, unitCost: 77 }, saw: bus } });
    const theirs = { ...bus, unitCost: 13, unitDuration: 45 };
    await meanwhile({ type: 'save-setup', change: { what: 'template', template: theirs, saw: bus } });
    const card = await mend();
    expect((await within(card).findByRole('region', { name: 'It says by now:' })).textContent).toMatch(
      /Unit cost.*13$/,
    );
    expect((screen.getByLabelText('Unit cost (EUR)') as HTMLInputElement).value).toBe('77');
    await sent();
    await waitFor(() =>
      expect(rowsOf('template').find(({ id }) => id === 'BUS')).toMatchObject({ unitCost: 77, unitDuration: 45 }),
    );
  });

  it.each([
    [
      'a group',
      () => ({ what: 'group', code: 'TRADE', description: { en: 'Trade' }, saw: null }),
      () => ({ what: 'group', code: 'TRADE', description: { en: 'Fairs' }, saw: null }),
    ],
    [
      'a campaign',
      () => ({ what: 'campaign', code: 'NEW', fields: { description: 'A', startsOn: null, endsOn: null }, saw: null }),
      () => ({ what: 'campaign', code: 'NEW', fields: { description: 'B', startsOn: null, endsOn: null }, saw: null }),
    ],
    [
      'the automatic templates',
      () => {
        const [saw] = rowsOf('template-setup');
        return { what: 'template-setup', setup: { ...saw, emails: 'BUS' }, saw };
      },
      () => {
        const [saw] = rowsOf('template-setup');
        return { what: 'template-setup', setup: { ...saw, emails: 'MEMO' }, saw };
      },
    ],
    [
      'the matching rules',
      () => {
        const [saw] = rowsOf('workspace');
        return { what: 'workspace', workspace: { ...saw, neverLog: ['a.example'] }, saw };
      },
      () => {
        const [saw] = rowsOf('workspace');
        return { what: 'workspace', workspace: { ...saw, neverLog: ['b.example'] }, saw };
      },
    ],
  ])('%s that somebody else saved otherwise is sent again over that', async (_, mine, theirs) => {
    await offline();
    const wanted = mine();
    const other = theirs();
    await performed({ type: 'save-setup', change: wanted });
    await meanwhile({ type: 'save-setup', change: other });
    await mend();
    await screen.findByRole('region', { name: 'It says by now:' });
    await sent();
  });

  it('a contact that somebody else renamed', async () => {
    await offline();
    const bob = contactNamed('Bob Ortiz');
    const rename = (name: string, more: object = {}) => ({
      type: 'save-contact',
      contactId: bob.id,
      saw: { name: bob.name, phones: bob.phones },
      to: { name, ...more },
    });
    await performed(rename('Robert Ortiz'));
    await meanwhile(rename('Roberto Ortiz', { phones: ['+1 2'] }));
    const card = await mend();
    expect((await within(card).findByRole('region', { name: 'It says by now:' })).textContent).toMatch(
      /Name: Roberto Ortiz$/,
    );
    fireEvent.input(within(card).getByLabelText('Name'), { target: { value: 'Rob Ortiz' } });
    await sent();
    await waitFor(() => expect(contactNamed('Rob Ortiz')).toMatchObject({ phones: ['+1 2'] }));
  });

  it('a new contact whose company was deleted', async () => {
    await offline();
    const company = contactNamed('Kivi ja Kumppanit Oy');
    const { kind, id, rev, no, mergedInto, deleted, ...fields } = contactNamed('Bob Ortiz');
    await performed({
      type: 'create-contact',
      contactId: gallery.device.newId(),
      fields: { ...fields, name: 'Ida Salmi', email: '', companyId: company.id },
    });
    await meanwhile({
      type: 'save-contact',
      contactId: company.id,
      saw: { privacyBlocked: false },
      to: { privacyBlocked: true },
    });
    await meanwhile({ type: 'delete-contact', contactId: company.id });
    await mend();
    await press('No company');
    await sent();
    await waitFor(() => expect(contactNamed('Ida Salmi').companyId).toBeNull());
  });

  it('a correction to a day that lies ahead', async () => {
    await offline();
    const entry = (await gallery.device.store.log({ limit: 50 })).entries.find(
      (one) => one.entry.userId === gallery.device.account.userId && one.entry.at !== null && !one.entry.postponed,
    )?.entry;
    const to = { at: '2026-11-23T11:00:00.000Z', day: '2026-11-23', description: 'Put right' };
    await performed({ type: 'correct-interaction', entryId: entry?.id, saw: {}, to });
    gallery.server.clock.behind = 3 * 86_400_000;
    const card = within(await mend());
    expect(((await card.findByLabelText('Description')) as HTMLInputElement).value).toBe('Put right');
    fireEvent.input(card.getByLabelText('Date'), { target: { value: '2026-11-19' } });
    await sent();
    await waitFor(() =>
      expect(rowsOf('entry').find(({ id }) => id === entry?.id)).toMatchObject({
        day: '2026-11-19',
        description: 'Put right',
      }),
    );
  });

  it('a follow-up with somebody who was blocked', async () => {
    await offline();
    const bob = contactNamed('Bob Ortiz');
    const { userId } = gallery.device.account;
    const of = { contactId: bob.id, companyId: bob.companyId, entryId: null, userId };
    const fields = { ...of, due: '2026-12-01', text: 'Send the offer' };
    await performed({ type: 'save-follow-up', followUpId: gallery.device.newId(), fields });
    await meanwhile({
      type: 'save-contact',
      contactId: bob.id,
      saw: { privacyBlocked: false },
      to: { privacyBlocked: true },
    });
    const card = await mend();
    fireEvent.input(await within(card).findByRole('combobox'), { target: { value: 'matti' } });
    fireEvent.click(await within(card).findByRole('option', { name: /Matti/ }));
    await press('Save follow-up');
    expect(await screen.findByText('Nothing needs your attention.')).toBeTruthy();
    await waitFor(() =>
      expect(rowsOf('follow-up').find(({ text }) => text === 'Send the offer')).toMatchObject({
        contactId: contactNamed('Matti Järvinen').id,
      }),
    );
  });

  it('a merge into somebody who was merged into another one', async () => {
    await offline();
    const [bob, matti, tuula] = ['Bob Ortiz', 'Matti Järvinen', 'Tuula Järvinen'].map((name) =>
      rowsOf('contact').find((one) => one.name === name || one.name.startsWith(name.slice(0, 5))),
    );
    const merge = { type: 'merge-contacts', outOf: null, takesOver: null };
    await performed({ ...merge, from: bob?.id, into: matti?.id });
    await meanwhile({ ...merge, from: matti?.id, into: tuula?.id });
    const card = await mend();
    fireEvent.input(await within(card).findByRole('combobox'), { target: { value: 'tuula' } });
    fireEvent.click(await within(card).findByRole('option', { name: /Tuula/ }));
    await press('Merge');
    expect(await screen.findByText('Nothing needs your attention.')).toBeTruthy();
    await waitFor(() =>
      expect(rowsOf('contact').find(({ id }) => id === bob?.id)).toMatchObject({ mergedInto: tuula?.id }),
    );
  });
});

it('what needed a step that was discarded can be sent without it', async () => {
  await offline();
  const bob = contactNamed('Bob Ortiz');
  const lost = gallery.device.newId();
  await performed({
    type: 'save-contact',
    needs: [lost],
    contactId: bob.id,
    saw: { name: bob.name },
    to: { name: 'Robert Ortiz' },
  });
  gallery.goOnline();
  await press('Needs attention: 1');
  await press('Retry');
  expect(await screen.findByText('Nothing needs your attention.')).toBeTruthy();
  await waitFor(() => expect(contactNamed('Robert Ortiz').id).toBe(bob.id));
});

it('a comment on an entry that was deleted says what is known of it, and when it was written', async () => {
  await offline();
  const gone = gallery.device.newId();
  await performed({
    type: 'add-comment',
    commentId: gallery.device.newId(),
    entryId: gone,
    body: 'Called',
    audience: 'team',
  });
  gallery.goOnline();
  await press('Needs attention: 1');
  const card = within(await screen.findByRole('article'));
  expect(await card.findByText('An entry that is not on this device any more')).toBeTruthy();
  expect(card.getByText('Called')).toBeTruthy();
  expect(card.getByText(/^Written today 14:00/)).toBeTruthy();
});

it('a new contact that was refused shows every field, and which is at fault', async () => {
  await offline();
  const bob = contactNamed('Bob Ortiz');
  const { kind, id, rev, no, mergedInto, deleted, ...fields } = bob;
  await performed({
    type: 'create-contact',
    contactId: gallery.device.newId(),
    fields: {
      ...fields,
      name: 'Ida Salmi',
      email: 'ida@uusi.example',
      phones: ['+358 40 1'],
      companyId: gallery.device.newId(),
    },
  });
  gallery.goOnline();
  await press('Needs attention: 1');
  const card = within(await screen.findByRole('article'));
  expect(await card.findByText('+358 40 1')).toBeTruthy();
  expect(card.getByText('ida@uusi.example')).toBeTruthy();
  expect(card.getByText(/Field: Company\./)).toBeTruthy();
});

describe('what became of others meanwhile is put right, too', () => {
  it('an interaction of a campaign and a salesperson that are there no more', async () => {
    await offline();
    const grace = contactNamed('Grace Okafor');
    const { device } = gallery;
    const made = { campaignCode: 'SERVICE27', salespersonCode: 'MV' } as const;
    const [like] = rowsOf('entry').filter(({ origin, postponed }) => origin === 'hand' && !postponed);
    const interaction = { ...like, ...made, description: 'About the service plan' };
    const one = { ...like, entryId: device.newId(), contactId: grace.id, companyId: grace.companyId };
    await performed({ type: 'log-interaction', item: null, interaction, with: [one] });
    await meanwhile({ type: 'save-setup', change: { what: 'delete-campaign', code: made.campaignCode } });
    await meanwhile({ type: 'save-setup', change: { what: 'delete-salesperson', code: made.salespersonCode } });
    const card = await mend();
    const campaign = (await within(card).findByLabelText('Campaign')) as HTMLSelectElement;
    await waitFor(() => expect(campaign.value).toBe(''));
    fireEvent.change(campaign, { target: { value: 'SUMMER26' } });
    await sent();
    const logged = () => rowsOf('entry').find(({ description }) => description === 'About the service plan');
    await waitFor(() => expect(logged()).toMatchObject({ campaignCode: 'SUMMER26', salespersonCode: 'AK' }));
  });

  it('a follow-up that somebody else changed: what it is now is shown, and what was written is sent over it', async () => {
    await offline();
    const was = rowsOf('follow-up').find(({ text }) => text === 'Soita tarjouksesta 2291');
    if (!was) throw new Error('the demo has it');
    const { contactId, companyId, entryId, due, text, userId } = was;
    const saw = { contactId, companyId, entryId, due, text, userId };
    const change = (words: string) => ({
      ...{ type: 'save-follow-up', followUpId: was.id, saw },
      fields: { ...saw, text: words },
    });
    await performed(change('Mine'));
    await meanwhile(change('Theirs'));
    const card = await mend();
    const now = await within(card).findByRole('region', { name: 'It says by now:' });
    await waitFor(() => expect(now.textContent).toMatch(/Theirs$/));
    fireEvent.click(within(card).getByRole('button', { name: 'Save follow-up' }));
    await waitFor(() => expect(rowsOf('follow-up').find(({ id }) => id === was.id)?.text).toBe('Mine'));
  });
});
