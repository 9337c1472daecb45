import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { isLive } from '../../../src/domain/is-live.ts';
import { mondayOf } from '../../../src/domain/monday-of.ts';
import { type Gallery, type GalleryOptions, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;

async function mount(view: string, options: Omit<GalleryOptions, 'root'> = {}): Promise<void> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, ...options });
  fireEvent.click(await screen.findByRole('button', { name: 'Menu' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: view }));
}

afterEach(() => gallery.stop());

const press = async (name: string | RegExp) => void fireEvent.click(await screen.findByRole('button', { name }));
const choose = async (label: string, value: string) =>
  void fireEvent.change(await screen.findByLabelText(label), { target: { value } });
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const entries = () =>
  gallery.server.log
    .rows(gallery.device.account.tenantId)
    .filter((row) => row.kind === 'entry')
    .filter(isLive);

describe('the summary', () => {
  it('shows the figures of the whole log in pictures and in tables that say the same', async () => {
    await mount('Summary');
    await choose('Period', 'all');
    const all = entries();
    await press('Show as tables');
    const tables = await screen.findAllByRole('table');
    const ofCampaigns = tables.pop();
    expect(ofCampaigns?.querySelector('caption')?.textContent).toBe('By campaign');
    expect(tables.map((table) => within(table).getAllByRole('row').at(-1)?.textContent)).toEqual(
      Array(3).fill(expect.stringMatching(new RegExp(`^Together${all.length}`))),
    );
    const [, templates] = tables;
    const mails = all.filter(({ templateCode }) => templateCode === 'EMAIL').length;
    expect(mails).toBeGreaterThan(0);
    expect(
      within(templates ?? document.body).getByRole('row', { name: new RegExp(`^E-mail, \\w+ ${mails} `) }),
    ).toBeTruthy();
  });

  it('of one template counts that one only, and each bar opens the log of what it shows', async () => {
    await mount('Summary');
    await choose('Period', 'all');
    await choose('Template', 'OUTGOING');
    const calls = entries().filter(({ templateCode }) => templateCode === 'OUTGOING').length;
    await press(new RegExp(`^Outgoing call: ${calls} interactions`));
    await heading('Interaction log entries');
    await waitFor(() =>
      expect(document.querySelectorAll('.log-cards .row-line').length).toBe(
        gallery.server.log
          .rows(gallery.device.account.tenantId)
          .filter((row) => row.kind === 'entry' && row.templateCode === 'OUTGOING' && !row.postponed && isLive(row))
          .length,
      ),
    );
  });

  it('has a bar for each campaign that opens what belongs to it, and the largest week at its axis', async () => {
    await mount('Summary');
    await choose('Period', 'all');
    const [code, ofIt] =
      [
        ...Map.groupBy(
          entries().filter((one) => one.campaignCode),
          (one) => one.campaignCode,
        ),
      ][0] ?? [];
    const campaigns = within(await screen.findByRole('region', { name: 'By campaign' }));
    const name = gallery.server.log
      .rows(gallery.device.account.tenantId)
      .flatMap((row) => (row.kind === 'campaign' && row.id === code ? [row.description] : []))[0];
    const bar = await campaigns.findByRole('button', { name: new RegExp(`^${name}: ${ofIt?.length} interaction`) });
    const weeks = [...Map.groupBy(entries(), ({ day }) => mondayOf(day)).values()].map(({ length }) => length);
    expect(document.querySelector('.week-axis')?.firstElementChild?.textContent).toBe(String(Math.max(...weeks)));
    fireEvent.click(bar);
    await heading('Interaction log entries');
    await waitFor(() => expect(document.querySelectorAll('.log-cards .row-line').length).toBe(ofIt?.length));
  });

  it('of a list that a bar opens counts as many as the bar, canceled ones left out', async () => {
    await mount('Summary');
    await choose('Period', 'all');
    const [one] = entries().filter(({ templateCode, postponed }) => templateCode === 'OUTGOING' && !postponed);
    if (!one) throw new Error('there is a call');
    const reason = { commandId: one.commandId, via: 'entry', by: one.userId, at: one.madeAt, why: '' } as const;
    await gallery.device.store.takeRows([{ ...one, canceled: [reason], rev: one.rev + 1000 }], gallery.device.actor);
    await choose('Template', 'OUTGOING');
    await press(/^Outgoing call: /);
    await heading('Interaction log entries');
    expect(await screen.findByText('Status: Not canceled')).toBeTruthy();
    await waitFor(() => expect(document.querySelectorAll('.log-cards .row-line').length).toBeGreaterThan(0));
    await waitFor(() => expect(document.querySelector(`[data-entry="${one.id}"]`)).toBeNull());
  });

  it('has the period and the part that was chosen again when one comes back from a bar', async () => {
    await mount('Summary');
    await choose('Period', 'quarter');
    await choose('Template', 'OUTGOING');
    await press(/^Outgoing call: /);
    await heading('Interaction log entries');
    fireEvent.click(await screen.findByRole('button', { name: 'Menu' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Summary' }));
    expect((await screen.findByLabelText<HTMLSelectElement>('Period')).value).toBe('quarter');
    expect((await screen.findByLabelText<HTMLSelectElement>('Template')).value).toBe('OUTGOING');
  });

  it('shows what of the list narrows it, to be taken away, and sums up as if canceled ones were not asked for', async () => {
    await mount('Interaction log');
    await press(/^Filter/);
    await choose('Information flow', 'inbound');
    await choose('Status', 'canceled');
    await waitFor(() => expect(document.querySelectorAll('.filter-chip').length).toBe(2));
    await press('Summary');
    expect(await screen.findByText('Canceled entries are not summed up.')).toBeTruthy();
    await choose('Period', 'all');
    const inbound = entries().filter(({ flow, postponed }) => flow === 'inbound' && !postponed).length;
    await waitFor(() => expect(document.querySelector('.totals dd')?.textContent).toBe(String(inbound)));
    await press('Remove: Information flow: Inbound');
    const all = entries().filter(({ postponed }) => !postponed).length;
    await waitFor(() => expect(document.querySelector('.totals dd')?.textContent).toBe(String(all)));
  });

  it.each([
    ['summary?status=canceled', 1],
    ['summary?status=counted', 0],
    ['summary?status=recorded', 0],
  ])('says that canceled entries are in no sum where a list of them was asked for: %s', async (part, times) => {
    const root = document.createElement('div');
    document.body.replaceChildren(root);
    const address = { read: () => part, write: () => undefined, onChange: () => undefined };
    gallery = await mountGallery({ root, isWide: true, address });
    await waitFor(() => expect(document.querySelector('.totals')).toBeTruthy());
    expect(screen.queryAllByText('Canceled entries are not summed up.')).toHaveLength(times);
  });

  it('says what of its address it can not be narrowed by', async () => {
    const root = document.createElement('div');
    document.body.replaceChildren(root);
    const address = { read: () => 'summary?status=nix', write: () => undefined, onChange: () => undefined };
    gallery = await mountGallery({ root, isWide: true, address });
    expect((await screen.findByRole('alert')).textContent).toContain('Left out: Status “nix”.');
  });

  it('of a list that says only until when is of all that was before', async () => {
    const root = document.createElement('div');
    document.body.replaceChildren(root);
    const address = { read: () => 'summary?to=2026-11-10', write: () => undefined, onChange: () => undefined };
    gallery = await mountGallery({ root, isWide: true, address });
    const [one] = entries();
    if (!one) throw new Error('there are entries');
    Object.assign(one, { day: '1970-01-01' });
    expect((await screen.findByLabelText<HTMLInputElement>('From')).value).toBe('');
    expect((await screen.findByLabelText<HTMLInputElement>('To')).value).toBe('2026-11-10');
    const before = entries().filter(({ day, postponed }) => day <= '2026-11-10' && !postponed).length;
    await waitFor(() => expect(document.querySelector('.totals dd')?.textContent).toBe(String(before)));
  });

  it('draws no more than two years of weeks, whatever old entry there is, and says so', async () => {
    await mount('Summary');
    const [one] = entries();
    if (!one) throw new Error('there are entries');
    Object.assign(one, { day: '1970-01-01' });
    await choose('Period', 'all');
    expect(await screen.findByText(/^The picture shows the last 104 weeks/)).toBeTruthy();
    expect(within(screen.getByRole('group', { name: 'By week' })).getAllByRole('button')).toHaveLength(104);
  });

  it('has the weeks in one stop for the keyboard, with arrows between them', async () => {
    await mount('Summary');
    const weeks = within(await screen.findByRole('group', { name: 'By week' })).getAllByRole('button');
    expect(weeks.filter(({ tabIndex }) => tabIndex === 0)).toEqual([weeks.at(-1)]);
    fireEvent.keyDown(weeks.at(-1) ?? document.body, { key: 'ArrowLeft' });
    expect(document.activeElement).toBe(weeks.at(-2));
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Home' });
    expect(document.activeElement).toBe(weeks[0]);
    expect(weeks.filter(({ tabIndex }) => tabIndex === 0)).toEqual([weeks[0]]);
  });

  it('tells own dates that are the wrong way round, and asks nothing with them', async () => {
    await mount('Summary');
    await choose('Period', 'own');
    fireEvent.input(await screen.findByLabelText('From'), { target: { value: '2027-01-01' } });
    expect(await screen.findByText('The first day must not be after the last.')).toBeTruthy();
    expect(screen.queryByText('Together')).toBeNull();
  });

  it('says that it needs the server, and shows the figures when it is tried again there', async () => {
    await mount('Summary', { isOffline: true });
    expect(await screen.findByText('Needs the server')).toBeTruthy();
    gallery.goOnline();
    await press('Try again');
    expect(await screen.findByRole('group', { name: 'By week' })).toBeTruthy();
  });
});

describe('who has gone cold', () => {
  it('is listed for everyone or for one’s own contacts, and opens with a call', async () => {
    await mount('Going cold');
    await choose('Not reached for', '30');
    fireEvent.click(await screen.findByRole('radio', { name: 'Everyone’s' }));
    await waitFor(() => expect(document.querySelectorAll('.cold').length).toBeGreaterThan(1));
    const everyone = document.querySelectorAll('.cold').length;
    fireEvent.click(await screen.findByRole('radio', { name: 'Mine' }));
    await waitFor(() => expect(document.querySelectorAll('.cold').length).toBeLessThan(everyone));
    fireEvent.click((await screen.findAllByRole('button', { name: /^Call, / }))[0] ?? document.body);
    await heading('New interaction');
  });

  it('takes a number of days of one’s own, and says which are none', async () => {
    await mount('Going cold');
    await choose('Not reached for', 'own');
    fireEvent.input(await screen.findByLabelText('Days'), { target: { value: 'x' } });
    expect(await screen.findByText('Write whole days, from 1 to 3,650.')).toBeTruthy();
    fireEvent.input(await screen.findByLabelText('Days'), { target: { value: '3650' } });
    fireEvent.click(await screen.findByRole('radio', { name: 'Everyone’s' }));
    await waitFor(() => expect(screen.queryByText('Write whole days, from 1 to 3,650.')).toBeNull());
  });
});
