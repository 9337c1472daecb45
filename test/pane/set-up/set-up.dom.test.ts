import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { Command } from '../../../src/domain/commands/command.ts';
import { type Gallery, type GalleryOptions, mountGallery } from '../gallery/gallery.ts';
import { galleryNow } from '../gallery/gallery-time.ts';

let gallery: Gallery;

async function mount(view: string, options: Omit<GalleryOptions, 'root'> = {}): Promise<void> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, ...options });
  fireEvent.click(await button('Menu'));
  fireEvent.click(await screen.findByRole('menuitem', { name: view }));
}

afterEach(() => gallery.stop());

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) => void fireEvent.click(await button(name));
const field = (label: string | RegExp) => screen.findByLabelText(label);
const fill = async (label: string | RegExp, value: string) =>
  void fireEvent.input(await field(label), { target: { value } });
const choose = async (label: string, value: string) => void fireEvent.change(await field(label), { target: { value } });
const tab = async (name: string) => void fireEvent.click(await screen.findByRole('tab', { name }));
const row = (kind: string, id: string) =>
  gallery.server.log.rows(gallery.device.account.tenantId).find((one) => one.kind === kind && one.id === id);

/** The age at which entries of that day are just kept. */
const daysTo = (day: string) => Math.floor((Date.parse(galleryNow) - Date.parse(day)) / 86_400_000);

describe('an admin', () => {
  it('adds a template with a text in two languages, and the team has it', async () => {
    await mount('Templates');
    await press('New template');
    await fill('Code', 'visit');
    await choose('Interaction group', 'MEETING');
    await fill('Description, English', 'Short visit');
    await choose('Add a language', 'fi');
    await fill('Description, Finnish', 'Pikavisiitti');
    await fill('Unit cost (EUR)', '12,50');
    await fill('Unit duration (min)', '30');
    await choose('Initiated by', 'us');
    await press('Save template');
    await waitFor(() =>
      expect(row('template', 'VISIT')).toMatchObject({
        groupCode: 'MEETING',
        description: { en: 'Short visit', fi: 'Pikavisiitti' },
        unitCost: 12.5,
        unitDuration: 30,
        initiatedBy: 'us',
        language: 'en',
        deleted: false,
      }),
    );
  });

  it('is told at the field what can’t be saved, and nothing goes to the team', async () => {
    await mount('Templates');
    await press('New template');
    await fill('Code', 'EMAIL');
    await fill('Unit cost (EUR)', '-1');
    await fill('Unit duration (min)', '2.5');
    await press('Save template');
    for (const [label, reason] of [
      ['Code', 'This code is taken.'],
      ['Description, English', 'Write a description in at least one language.'],
      ['Unit cost (EUR)', 'Must be a number from 0 to 1,000,000,000,000, such as 1234 or 12.50.'],
      ['Unit duration (min)', 'Must be whole minutes from 0 to 1,000,000.'],
    ] as const) {
      const described = (await field(label)).getAttribute('aria-describedby') ?? '';
      expect([label, document.getElementById(described)?.textContent]).toEqual([label, reason]);
    }
    expect((await field('Code')).matches(':focus')).toBe(true);
    expect(await gallery.device.store.counts()).toEqual({ waiting: 0, refused: 0 });
  });

  it('is told at the field when a template costs or lasts more than an entry can', async () => {
    await mount('Templates');
    await press(/^BUS/);
    await fill('Unit cost (EUR)', '1000000000001');
    await fill('Unit duration (min)', '1000001');
    await press('Save template');
    expect(
      await screen.findByText('Must be a number from 0 to 1,000,000,000,000, such as 1234 or 12.50.'),
    ).toBeTruthy();
    expect(screen.getByText('Must be whole minutes from 0 to 1,000,000.')).toBeTruthy();
    await fill('Unit cost (EUR)', '1000000000000');
    await fill('Unit duration (min)', '1000000');
    await press('Save template');
    await waitFor(() => expect(row('template', 'BUS')).toMatchObject({ unitCost: 1e12, unitDuration: 1_000_000 }));
  });

  it('saves a form twice, also what is stored in other words than it was typed', async () => {
    await mount('Templates');
    await press(/^GOLF/);
    for (const [typed, unitCost] of [
      ['12,50', 12.5],
      ['1 234,50', 1234.5],
      ['13', 13],
    ] as const) {
      await fill('Unit cost (EUR)', typed);
      await press('Save template');
      await waitFor(() => expect(row('template', 'GOLF')).toMatchObject({ unitCost }));
      await waitFor(async () =>
        expect(((await field('Unit cost (EUR)')) as HTMLInputElement).value).toBe(String(unitCost)),
      );
    }
  });

  it('is told at the field how long entries can be kept', async () => {
    await mount('Templates');
    await press(/^BUS/);
    for (const typed of ['0', '-3', '1.5', 'abc', '36501']) {
      await fill(/^Keep interactions for/, typed);
      await press('Save template');
      const described = (await field(/^Keep interactions for/)).getAttribute('aria-describedby') ?? '';
      expect([typed, document.getElementById(described)?.textContent]).toEqual([
        typed,
        'Must be whole days from 1 to 36,500, or empty: for ever.',
      ]);
    }
    expect(await gallery.device.store.counts()).toEqual({ waiting: 0, refused: 0 });
  });

  it('is shown which entries go before they are kept less long', async () => {
    await mount('Templates');
    const rows = gallery.server.log.rows(gallery.device.account.tenantId);
    const older = rows.filter(
      (one) => one.kind === 'entry' && one.templateCode === 'ONSITE' && one.day < '2026-10-01' && !one.postponed,
    );
    const live = older.filter((one) => one.kind === 'entry' && one.canceled.length === 0).length;
    expect(live).toBeGreaterThan(1);
    await press(/^ONSITE/);
    await fill(/^Keep interactions for/, String(daysTo('2026-10-01')));
    await press('Save template');
    const question = await screen.findByRole('region', { name: /^Keep entries of ONSITE for/ });
    expect(await within(question).findByText(new RegExp(`^${live} entries are from before 1 Oct 2026`))).toBeTruthy();
    fireEvent.submit(question.closest('form') as HTMLFormElement); // Enter in a field
    await within(question).findByRole('button', { name: 'Don’t save yet' });
    expect(row('template', 'ONSITE')).toMatchObject({ retentionDays: null });
    await press('Don’t save yet');
    expect(row('template', 'ONSITE')).toMatchObject({ retentionDays: null });
    await press('Save template');
    await press('Save, they may go');
    await waitFor(() => expect(row('template', 'ONSITE')).toMatchObject({ retentionDays: daysTo('2026-10-01') }));

    await screen.findByText(/^Saved/);
    await fill(/^Keep interactions for/, '3650');
    await press('Save template');
    await waitFor(() => expect(row('template', 'ONSITE')).toMatchObject({ retentionDays: 3650 }));
    expect(screen.queryByRole('region', { name: /^Keep entries of ONSITE for/ })).toBeNull();
  });

  it('sees in the log the entries that would go', async () => {
    await mount('Templates');
    await press(/^ONSITE/);
    await fill(/^Keep interactions for/, String(daysTo('2026-10-01')));
    await press('Save template');
    await press(/^Show (it|the \d+) in the log$/);
    expect(await screen.findByText(/30 Sept? 2026/)).toBeTruthy();
    expect(row('template', 'ONSITE')).toMatchObject({ retentionDays: null });
  });

  it('is told when nobody can count what goes, and can save all the same', async () => {
    await mount('Templates');
    await press(/^ONSITE/);
    await fill(/^Keep interactions for/, '90');
    gallery.goOffline();
    await press('Save template');
    expect(await screen.findByText(/only the server knows/)).toBeTruthy();
    await press('Save, they may go');
    await waitFor(async () => expect((await gallery.device.store.counts()).waiting).toBe(1));
  });

  it('can’t save a template whose default language has no text', async () => {
    await mount('Templates');
    await press(/^BUS/);
    await choose('Default language', 'en');
    await fill('Description, English', '');
    await press('Save template');
    expect(await screen.findByText('There is no description in the default language.')).toBeTruthy();
    expect((await field('Default language')).matches(':focus')).toBe(true);
    expect(row('template', 'BUS')).toMatchObject({ description: { en: 'Business letter' } });
  });

  it('deletes a template, which stays nameable; one used automatically asks for another', async () => {
    await mount('Templates');
    await press(/^OUTGOING/);
    await press('Delete template');
    await press('Delete');
    expect(await screen.findByText('Choose a template.')).toBeTruthy();
    expect(row('template', 'OUTGOING')).toMatchObject({ deleted: false });
    await choose('Use instead', 'INCOME');
    await press('Delete');
    await waitFor(() => expect(row('template', 'OUTGOING')).toMatchObject({ deleted: true }));
    expect(row('template-setup', 'template-setup')).toMatchObject({ outgoingCalls: 'INCOME' });
    expect(screen.queryByRole('button', { name: /^OUTGOING/ })).toBeNull();
  });

  it('can’t delete a group that templates belong to', async () => {
    await mount('Templates');
    await tab('Groups');
    await press(/^PHONE/);
    await press('Delete group');
    await press('Delete');
    expect((await screen.findByRole('alert')).textContent).toMatch(/OUTGOING.*INCOME|INCOME.*OUTGOING/);
    expect(row('group', 'PHONE')).toMatchObject({ deleted: false });
  });

  it('is told what nothing is suggested for when its template is taken away', async () => {
    await mount('Templates');
    await tab('Suggested');
    await choose('Cover sheets', '');
    expect(await screen.findByText(/^Nothing is suggested for: Cover sheets/)).toBeTruthy();
    await press('Save');
    await waitFor(() => expect(row('template-setup', 'template-setup')).toMatchObject({ coverSheets: null }));
    expect(row('template-setup', 'template-setup')).toMatchObject({ emails: 'EMAIL' });
  });

  it('sees at once what a colleague changes of the open template, and keeps what is typed over it', async () => {
    await mount('Templates');
    await press(/^BUS/);
    const cost = async () => ((await field('Unit cost (EUR)')) as HTMLInputElement).value;
    const setCost = async (unitCost: number) => {
      const { device } = gallery;
      const bus = (await device.store.setup()).templates.find(({ id }) => id === 'BUS');
      const change = { what: 'template', template: { ...bus, unitCost }, saw: bus };
      await device.perform(v.parse(Command, { ...device.envelope(), type: 'save-setup', change }));
    };
    for (const unitCost of [11, 12]) {
      await setCost(unitCost);
      await waitFor(async () => expect(await cost()).toBe(String(unitCost)));
    }
    await fill('Unit cost (EUR)', '77');
    await setCost(13);
    await waitFor(() => expect(row('template', 'BUS')).toMatchObject({ unitCost: 13 }));
    expect(await cost()).toBe('77');
    await press('Save template');
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Somebody changed this meanwhile/);
    expect((await screen.findByRole('region', { name: 'It says by now:' })).textContent).toMatch(/Unit cost.*13/);
    expect(await cost()).toBe('77');
    await press('Save template');
    expect(await screen.findByText(/^Saved/)).toBeTruthy();
    await waitFor(() => expect(row('template', 'BUS')).toMatchObject({ unitCost: 77 }));
    await setCost(14);
    await waitFor(async () => expect(await cost()).toBe('14'));
  });

  it('finds what was typed and not saved again as a draft, of a new template and of one that is there', async () => {
    await mount('Templates');
    await press('New template');
    await fill('Code', 'visit');
    await press('All templates');
    await press(/^BUS/);
    await fill('Unit duration (min)', '7');
    fireEvent.click(await button('Menu'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Settings' }));
    fireEvent.click(await button('Menu'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Templates' }));
    await press(/^BUS/);
    await screen.findByText('This is a draft');
    expect(await field('Unit duration (min)')).toHaveProperty('value', '7');
    await press('Discard the draft');
    await waitFor(async () => expect(await field('Unit duration (min)')).not.toHaveProperty('value', '7'));
    await press('All templates');
    await press('New template');
    await screen.findByText('This is a draft');
    expect(await field('Code')).toHaveProperty('value', 'visit');
    await fill('Description, English', 'Short visit');
    await press('Save template');
    await waitFor(() => expect(row('template', 'VISIT')).toBeTruthy());
    await press('All templates');
    await press('New template');
    expect(await field('Code')).toHaveProperty('value', '');
  });

  it('adds a campaign, which may not end before it starts', async () => {
    await mount('Campaigns');
    await press('New campaign');
    await fill('Code', 'spring');
    fireEvent.input(await screen.findByRole('textbox', { name: 'Description' }), { target: { value: 'Spring fair' } });
    await fill('Starts on', '2027-03-01');
    await fill('Ends on', '2027-02-01');
    await press('Save campaign');
    expect(await screen.findByText('It ends before it starts.')).toBeTruthy();
    await fill('Ends on', '2027-03-31');
    await press('Save campaign');
    await waitFor(() =>
      expect(row('campaign', 'SPRING')).toMatchObject({ startsOn: '2027-03-01', endsOn: '2027-03-31' }),
    );
  });
});

describe('statistics', () => {
  /** The numbers that stand under a name. */
  const sumsOf = (table: HTMLElement, name: string | RegExp) => {
    const group = within(table).getByRole('rowheader', { name }).closest<HTMLElement>('tbody, tfoot');
    return within(group ?? table)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  };

  it('add up what was logged with each template in the chosen days', async () => {
    await mount('Templates');
    await tab('Statistics');
    const table = await screen.findByRole('table');
    const before = sumsOf(table, /^Together/);
    expect(sumsOf(table, /^EMAIL E-mail, outgoing/)).toHaveLength(3);
    await fill('From', '2026-11-01');
    await waitFor(() => expect(sumsOf(screen.getByRole('table'), /^Together/)).not.toEqual(before));
    await fill('From', '2027-01-01');
    expect(await screen.findByText('The first day must not be after the last.')).toBeTruthy();
  });

  it('are not invented when the server can’t be asked', async () => {
    await mount('Templates', { isOffline: true });
    await tab('Statistics');
    expect(await screen.findByText(/it could not be asked/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('of campaigns count how many interactions are answers to them', async () => {
    await mount('Templates', { open: 'sample-private' });
    const { device } = gallery;
    const fair = {
      what: 'campaign',
      code: 'FAIR',
      fields: { description: 'Autumn fair', startsOn: null, endsOn: null },
      saw: null,
    };
    await device.perform(v.parse(Command, { ...device.envelope(), type: 'save-setup', change: fair }));
    await press(/^EMAILIN/);
    await screen.findByRole('option', { name: /Autumn fair/ });
    await choose('Campaign', 'FAIR');
    fireEvent.click(await field('Campaign response'));
    await press('Save template');
    await waitFor(() => expect(row('template', 'EMAILIN')).toMatchObject({ campaignResponse: true }));
    await press('Back');
    const log = await button(/^Log for/);
    await waitFor(() => expect(log.getAttribute('aria-disabled')).toBe('false'));
    fireEvent.click(log);
    await screen.findByText('In the log', { selector: 'strong' });

    await press('Menu');
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Campaigns' }));
    await tab('Statistics');
    const cells = sumsOf(await screen.findByRole('table'), 'FAIR Autumn fair');
    expect([cells[0], cells.at(-1)]).toEqual(['1', '1']);
  });
});

describe('a colleague who is no admin', () => {
  it('reads a template and can change nothing of it', async () => {
    await mount('Templates', { user: 'mika' });
    await press(/^OUTGOING/);
    expect(((await field('Code')) as HTMLInputElement).value).toBe('OUTGOING');
    expect((await field('Unit cost (EUR)')).closest('fieldset')?.disabled).toBe(true);
    for (const name of ['Save template', 'Delete template', 'New template'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });
});
