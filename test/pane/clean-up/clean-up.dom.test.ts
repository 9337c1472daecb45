import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../src/protocol/job.ts';
import { cancel } from '../../support/command-samples.ts';
import { id, noon } from '../../support/domain-samples.ts';
import { entryOf, merge, postpone } from '../../support/new-command-samples.ts';
import { type Gallery, type GalleryOptions, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;

async function mount(options: Omit<GalleryOptions, 'root'> = {}): Promise<void> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, ...options });
}
async function visit(view: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: 'Menu' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: view }));
}

afterEach(() => gallery.stop());

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) => void fireEvent.click(await button(name));

describe('deleting canceled entries', () => {
  it('shows what goes, names the number before it begins, and tells it at the end', async () => {
    await mount();
    await visit('Delete canceled …');
    await press('Show what would be deleted');
    expect(await screen.findByText('1 entry would be deleted')).toBeTruthy();
    const list = within(screen.getByRole('list', { name: '1 entry would be deleted' }));
    expect(list.getByText('Tarjous 2291, luonnos')).toBeTruthy();
    await press('Delete 1 entry …');
    expect(await screen.findByText('Delete 1 entry for good?')).toBeTruthy();
    await press('Delete 1 entry');
    expect(await screen.findByText('1 entry deleted.')).toBeTruthy();
    expect(await screen.findByText('Canceled entries deleted: 1')).toBeTruthy();
  });

  it('tells a draft that was discarded from an entry that was canceled', async () => {
    await mount();
    const { account } = gallery.device;
    const bob = gallery.server.log
      .rows(account.tenantId)
      .find((row) => row.kind === 'contact' && row.type === 'person');
    if (bob?.kind !== 'contact') throw new Error('the gallery has people');
    const draft = postpone(0x301, [bob], { description: 'Never finished' });
    await gallery.server.log.push(account, [draft, cancel(0x302, [entryOf(draft)])], noon);
    await visit('Delete canceled …');
    await press('Show what would be deleted');
    const list = within(await screen.findByRole('list', { name: '2 entries would be deleted' }));
    const line = (description: string) => list.getByText(description).closest('li')?.textContent;
    expect(line('Never finished')).toContain('Postponed, then discarded');
    expect(line('Tarjous 2291, luonnos')).toContain('Canceled');
  });

  it('lists what the server did by itself with two numbers, and with one where it told no more', async () => {
    await mount();
    const aged = (number: number, more: Partial<Job>): Job => ({
      ...{ id: id(number), kind: 'retention', state: 'done', done: 5, total: 5, by: null },
      ...{ startedAt: noon, endedAt: noon },
      ...more,
    });
    const { wholeLog } = gallery.device;
    wholeLog.jobs = async () => ({ known: true, value: [aged(1, { canceled: 3 }), aged(2, {})] });
    await visit('Delete canceled …');
    expect(await screen.findByText('For their age: 3 canceled, 2 deleted')).toBeTruthy();
    expect(screen.getByText('Canceled or deleted for their age: 5')).toBeTruthy();
  });

  it('can be left before it begins, and nothing was asked of the server', async () => {
    await mount();
    await visit('Delete canceled …');
    await press('Show what would be deleted');
    await press('Delete 1 entry …');
    await press('Keep them');
    await button('Delete 1 entry …');
    expect(await screen.findByText('Nothing was deleted yet.')).toBeTruthy();
  });

  it('asks for another preview as soon as the filter is another one', async () => {
    await mount();
    await visit('Delete canceled …');
    await press('Show what would be deleted');
    await button('Delete 1 entry …');
    fireEvent.change(await screen.findByLabelText('Template'), { target: { value: 'GOLF' } });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Delete 1 entry …' })).toBeNull());
    await press('Show what would be deleted');
    expect(await screen.findByText(/^No canceled entry passes the filter/)).toBeTruthy();
  });

  it('tells at the field what is no date range and no number', async () => {
    await mount();
    await visit('Delete canceled …');
    fireEvent.input(await screen.findByLabelText('From'), { target: { value: '2026-12-01' } });
    fireEvent.input(await screen.findByLabelText('To'), { target: { value: '2026-11-01' } });
    expect(await screen.findByText('The first day must not be after the last.')).toBeTruthy();
    fireEvent.input(await screen.findByLabelText('Entry no.'), { target: { value: 'x' } });
    expect(await screen.findByText('Write the number of an entry.')).toBeTruthy();
    expect((await button('Show what would be deleted')).getAttribute('aria-disabled')).toBe('true');
  });

  it('is found again, running, after the page was left', async () => {
    await mount();
    await visit('Delete canceled …');
    await press('Show what would be deleted');
    await press('Delete 1 entry …');
    await press('Delete 1 entry');
    await screen.findByRole('progressbar', { name: 'Delete canceled interaction log entries' });
    await visit('Settings');
    await visit('Delete canceled …');
    expect(await screen.findByText('1 entry deleted.')).toBeTruthy();
  });

  it('is stopped between two steps', async () => {
    await mount();
    await visit('Delete canceled …');
    await press('Show what would be deleted');
    await press('Delete 1 entry …');
    await press('Delete 1 entry');
    await press('Stop');
    expect(await screen.findByText(/^Stopped\. 0 entries deleted before/)).toBeTruthy();
  });

  it('says how many of those that were confirmed stayed, whatever the server counted when it began', async () => {
    await mount();
    const { wholeLog } = gallery.device;
    const { previewDeletion } = wholeLog;
    wholeLog.previewDeletion = async (...asked) => {
      const answer = await previewDeletion(...asked);
      return answer.known ? { known: true, value: { ...answer.value, count: 3 } } : answer;
    };
    await visit('Delete canceled …');
    await press('Show what would be deleted');
    await press('Delete 3 entries …');
    await press('Delete 3 entries');
    expect(await screen.findByText('1 entry deleted.')).toBeTruthy();
    expect(await screen.findByText(/^2 entries stayed/)).toBeTruthy();
  });

  it('does not claim that nothing was done when the answer to its beginning got lost, and finds it', async () => {
    await mount();
    const { wholeLog } = gallery.device;
    const { startJob, jobs } = wholeLog;
    let isListed = false;
    wholeLog.startJob = async (...asked) => {
      await startJob(...asked);
      return { known: false, why: 'server-unreachable' };
    };
    wholeLog.jobs = async (signal) => (isListed ? jobs(signal) : { known: false, why: 'server-unreachable' });
    isListed = true;
    await visit('Delete canceled …');
    await press('Show what would be deleted');
    await press('Delete 1 entry …');
    isListed = false;
    await press('Delete 1 entry');
    expect(await screen.findByText('It is not known whether this has begun')).toBeTruthy();
    expect(screen.queryByText(/Nothing was changed/)).toBeNull();
    wholeLog.startJob = startJob;
    isListed = true;
    await press('Try again');
    expect(await screen.findByText('1 entry deleted.')).toBeTruthy();
    expect(await screen.findByText('Canceled entries deleted: 1')).toBeTruthy();
  });

  it('says that it needs the server, and goes on when it is there', async () => {
    await mount({ isOffline: true });
    await visit('Delete canceled …');
    expect(await screen.findByText('Needs the server')).toBeTruthy();
    gallery.goOnline();
    await press('Try again');
    await button('Show what would be deleted');
  });

  it('is not offered to a salesperson', async () => {
    await mount({ user: 'mika' });
    fireEvent.click(await button('Menu'));
    await screen.findByRole('menuitem', { name: 'Settings' });
    expect(screen.queryByRole('menuitem', { name: 'Delete canceled …' })).toBeNull();
  });
});

async function openContact(name: string): Promise<void> {
  await visit('Contacts');
  await press(new RegExp(`^${name}`));
  await screen.findByRole('heading', { level: 1, name });
}

describe('a person who asks about their data', () => {
  it('gets all that is held about them as a file', async () => {
    await mount();
    await openContact('Bob Ortiz');
    await press('Everything held, as a file');
    expect(await screen.findByText(/^Saved as interlog-person-\d+-2026-11-23\.json/)).toBeTruthy();
    expect(gallery.saved[0]?.text).toContain('Bob Ortiz');
  });

  it('is erased after the name was written, and only then', async () => {
    await mount();
    await openContact('Bob Ortiz');
    await press('Erase this person …');
    await press('Erase for good');
    expect(await screen.findByText('The name must be written exactly so.')).toBeTruthy();
    fireEvent.input(await screen.findByLabelText(/^To confirm/), { target: { value: 'Bob Ortiz' } });
    await press('Erase for good');
    expect(await screen.findByText('Bob Ortiz is erased.')).toBeTruthy();
    await press('To the contacts');
    await screen.findByRole('heading', { level: 1, name: 'Contacts' });
  });

  it('is shown with everybody who goes with them, and that these can be separated first', async () => {
    await mount();
    const { account, store } = gallery.device;
    const named = (name: string) => {
      const found = gallery.server.log
        .rows(account.tenantId)
        .find((row) => row.kind === 'contact' && row.name === name);
      if (found?.kind !== 'contact') throw new Error(`the gallery has ${name}`);
      return found.id;
    };
    const [bob, grace, eero] = [named('Bob Ortiz'), named('Grace Okafor'), named('Eero Mäkelä')];
    await gallery.server.log.push(account, [merge(0x311, eero, grace), merge(0x312, grace, bob)], noon);
    gallery.device.syncNow();
    await waitFor(async () => expect((await store.contact(grace))?.mergedInto).toBe(bob));
    await openContact('Bob Ortiz');
    await press(/^Grace Okafor/);
    await press('Erase this person …');
    expect(await screen.findByText('3 contacts go together')).toBeTruthy();
    expect(screen.getByText(/choose “Separate again”/)).toBeTruthy();
    const who = within(screen.getByRole('list', { name: 'Whom it takes' }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(who).toHaveLength(3);
    for (const name of ['Bob Ortiz', 'Grace Okafor', 'Eero Mäkelä'])
      expect(who).toContainEqual(expect.stringMatching(new RegExp(`^${name}: \\d+ interactions?$`)));
    fireEvent.input(screen.getByLabelText(/^To confirm/), { target: { value: 'Grace Okafor' } });
    await press('Erase for good');
    expect(await screen.findByText(/^Bob Ortiz.* are erased\.$/)).toBeTruthy();
  });

  it('can’t be erased while nobody can say who goes with them', async () => {
    await mount();
    await openContact('Bob Ortiz');
    gallery.goOffline();
    await press('Erase this person …');
    await button('Try again');
    expect(screen.queryByRole('button', { name: 'Erase for good' })).toBeNull();
    gallery.goOnline();
    await press('Try again');
    await button('Erase for good');
  });

  it('is neither put into a file nor erased by a salesperson', async () => {
    await mount({ user: 'mika' });
    await openContact('Bob Ortiz');
    expect(screen.queryByRole('button', { name: 'Everything held, as a file' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Erase this person …' })).toBeNull();
  });
});

describe('what a user has logged', () => {
  it('is saved as a file from the settings', async () => {
    await mount({ user: 'mika' });
    await visit('Settings');
    await press('Save what I logged as a file');
    expect(await screen.findByText(/^Saved as interlog-mine-2026-11-23\.json/)).toBeTruthy();
  });

  it('is not saved in part when the server can’t be reached', async () => {
    await mount({ isOffline: true });
    await visit('Settings');
    await press('Save what I logged as a file');
    expect(await screen.findByText(/^The file could not be fetched whole/)).toBeTruthy();
    expect(gallery.saved).toEqual([]);
  });
});
