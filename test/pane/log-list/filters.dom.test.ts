import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { PageAddress } from '../../../src/pane/pane-services.ts';
import { type ListWorld, openList } from './list-world.ts';

let list: ListWorld;
afterEach(() => list.gallery.stop());

const chips = () =>
  [...document.querySelectorAll('.filter-chip')].map((chip) => chip.firstElementChild?.textContent ?? '');
const descriptions = () => list.lines().map((line) => line.querySelector('button')?.textContent ?? '');
const settled = (looks: () => void) => waitFor(looks);

describe('narrowing the log', () => {
  it('shows only canceled entries by one click, says so, and shows all again', async () => {
    list = await openList();
    const all = list.lines().length;
    await list.click('Canceled');
    await settled(() => expect(list.lines().every((line) => line.matches('.is-canceled'))).toBe(true));
    const canceled = list.entries().filter((entry) => entry.canceled.length > 0);
    await settled(() => expect(list.lines().length).toBe(canceled.length));
    expect(chips()).toEqual(['Status: Canceled']);
    await list.click('Remove: Status: Canceled');
    await settled(() => expect(list.lines().length).toBeGreaterThanOrEqual(all));
    expect(chips()).toEqual([]);
  });

  it('takes several parts at once, each with a chip of its own', async () => {
    list = await openList();
    await list.click('Mine');
    await list.click('Last 30 days');
    await list.click(/^Filter/);
    fireEvent.change(await screen.findByLabelText('Information flow'), { target: { value: 'outbound' } });
    const { salespersonCode } = list.gallery.device.account;
    const expected = list
      .entries()
      .filter((one) => one.salespersonCode === salespersonCode && one.flow === 'outbound' && !one.postponed)
      .filter((one) => one.day >= '2026-10-25' && one.day <= '2026-11-23');
    await settled(() => expect(descriptions().toSorted()).toEqual(expected.map((one) => one.description).toSorted()));
    expect(chips()).toEqual(['25 Oct 2026 to 23 Nov 2026', 'Salesperson: Anna Korhonen', 'Information flow: Outbound']);
    await list.click('Show all');
    await settled(() => expect(list.lines().length).toBeGreaterThan(expected.length));
  });

  it('says that days which end before they begin can be those of no entry', async () => {
    list = await openList();
    await list.click(/^Filter/);
    list.type(await screen.findByLabelText('From'), '2026-11-20');
    list.type(await screen.findByLabelText('To'), '2026-11-19');
    const until = await screen.findByLabelText('To');
    await waitFor(() => expect(until.getAttribute('aria-invalid')).toBe('true'));
    const hint = document.getElementById(until.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toBe('The first day must not be after the last.');
    list.type(until, '2026-11-20');
    await waitFor(() => expect(until.getAttribute('aria-invalid')).toBe('false'));
  });

  it('leaves the first digits of a year where they are typed, and filters by the whole of it', async () => {
    list = await openList();
    await list.click(/^Filter/);
    const from = await screen.findByLabelText<HTMLInputElement>('From');
    list.type(from, '0020-11-01');
    expect(await screen.findByText('The date or time is not valid.')).toBeTruthy();
    expect(from.value).toBe('0020-11-01');
    expect(screen.queryByText(/^From .* 20$/)).toBeNull();
    list.type(from, '2026-11-01');
    await waitFor(() => expect(screen.queryByText('The date or time is not valid.')).toBeNull());
    expect(await screen.findByText(/From 1 Nov/)).toBeTruthy();

    list.type(from, '0020-11-01');
    await screen.findByText('The date or time is not valid.');
    await list.click('This week');
    await waitFor(() => expect(from.value).toBe('2026-11-23'));
    expect(screen.queryByText('The date or time is not valid.')).toBeNull();
  });

  it('narrows to a company with its people', async () => {
    list = await openList();
    await list.click(/^Filter/);
    const field = await screen.findByRole('combobox', { name: 'Contact or company' });
    fireEvent.focus(field);
    list.type(field, 'harbour');
    fireEvent.click(await screen.findByRole('option', { name: /^Harbour & Pine Ltd/ }));
    await settled(() => expect(chips()).toEqual(['Contact or company: Harbour & Pine Ltd']));
    await settled(() => {
      const names = list.lines().map((line) => line.querySelector('.row-contact')?.textContent);
      expect(names.length).toBeGreaterThan(2);
      expect(names.every((name) => name?.includes('Harbour & Pine Ltd'))).toBe(true);
    });
  });

  it('finds words that only the server holds, and marks them', async () => {
    list = await openList();
    list.type(screen.getByRole('searchbox'), 'kvartal');
    await settled(() => expect(list.lines().length).toBeGreaterThan(0));
    await settled(() =>
      expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('Kvartal'),
    );
    expect(chips()).toEqual(['Words: kvartal']);
  });

  it('says that nothing passes', async () => {
    list = await openList();
    list.type(screen.getByRole('searchbox'), 'zzzz');
    expect(await screen.findByText('No entry passes this filter.')).toBeTruthy();
  });

  it('shows what this device holds when the server can’t be reached, and says so', async () => {
    list = await openList({ isOffline: true });
    expect(await screen.findByText(/these are the entries that this device holds/)).toBeTruthy();
    const held = list.lines().length;
    list.gallery.goOnline();
    await settled(() => expect(list.lines().length).toBeGreaterThan(held));
    expect(await screen.findByText(/from the server only/)).toBeTruthy();
  });
});

describe('filters that are kept', () => {
  it('are saved by name for this person, set again, renamed and deleted', async () => {
    const preferences = new Map<string, string>();
    list = await openList({ preferences });
    await list.click('Canceled');
    await list.click(/^Filter/);
    list.type(await screen.findByLabelText('Name of this filter'), 'Mistakes');
    await list.click('Save this filter');
    await list.click('Remove: Status: Canceled');
    await list.click('Mistakes');
    await settled(() => expect(chips()).toEqual(['Status: Canceled']));
    await list.click('Rename Mistakes');
    list.type(await screen.findByLabelText('New name of Mistakes'), 'Regrets');
    await list.click('Rename');
    expect(await screen.findByRole('button', { name: 'Regrets' })).toBeTruthy();
    expect([...preferences.keys()].filter((key) => key.includes(list.gallery.device.account.userId))).toHaveLength(1);
    list.gallery.stop();

    list = await openList({ preferences });
    // Found without opening anything.
    await list.click('Regrets');
    await settled(() => expect(chips()).toEqual(['Status: Canceled']));
    await list.click(/^Filter/);
    await list.click('Delete Regrets');
    expect(screen.queryByRole('button', { name: 'Regrets' })).toBeNull();
  });

  it('move with the days they were made with, where these are “this week” or the like', async () => {
    const preferences = new Map<string, string>();
    list = await openList({ preferences });
    await list.click('Last 30 days');
    await list.click(/^Filter/);
    await screen.findByText(/^“Last 30 days” is saved as what it is on the day the filter is used/);
    list.type(await screen.findByLabelText('Name of this filter'), 'Lately');
    await list.click('Save this filter');
    expect([...preferences.values()].join()).not.toMatch(/2026-\d\d-\d\d/);
    await list.click('Show all');
    await list.click('Lately');
    await settled(() => expect(chips()).toEqual(['25 Oct 2026 to 23 Nov 2026']));
  });

  it('keep their names: none takes the name of another, and one more than there can be is not saved', async () => {
    const preferences = new Map<string, string>();
    list = await openList({ preferences });
    const { tenantId, userId } = list.gallery.device.account;
    const all = Array.from({ length: 50 }, (_, at) => ({ name: `Filter no. ${at}`, query: 'status=canceled' }));
    preferences.set(`log-filters.${tenantId}.${userId}`, JSON.stringify(all));
    list.gallery.stop();
    list = await openList({ preferences });
    await list.click('Mine');
    await list.click('Filter: 1 set');
    list.type(await screen.findByLabelText('Name of this filter'), 'One more');
    await list.click('Save this filter');
    await screen.findByText(/^50 filters are saved/);
    expect(screen.queryByRole('button', { name: 'One more' })).toBeNull();
    await list.click('Rename Filter no. 3');
    list.type(await screen.findByLabelText('New name of Filter no. 3'), 'Filter no. 4');
    await list.click('Rename');
    await screen.findByText('Another filter is called Filter no. 4 already.');
    expect(screen.getByLabelText('New name of Filter no. 3')).toBeTruthy();
  });

  it('are none of another person’s on the same device', async () => {
    const preferences = new Map<string, string>();
    list = await openList({ preferences });
    await list.click('Canceled');
    await list.click(/^Filter/);
    list.type(await screen.findByLabelText('Name of this filter'), 'Mistakes');
    await list.click('Save this filter');
    list.gallery.stop();
    list = await openList({ preferences, user: 'mika' });
    await list.click('Filter');
    expect(await screen.findByLabelText('Information flow')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Mistakes' })).toBeNull();
  });
});

describe('the log opened from elsewhere', () => {
  it('shows what was asked for: from a contact', async () => {
    list = await openList();
    const places = await screen.findByRole('button', { name: 'Menu' });
    fireEvent.click(places);
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Contacts' }));
    await list.click(/^Pekka Kivi/);
    await list.click('Show in the log');
    await settled(() => expect(chips()).toEqual(['Contact or company: Pekka Kivi']));
    await settled(() => {
      const names = list.lines().map((line) => line.querySelector('.row-contact')?.textContent ?? '');
      expect(names.length).toBeGreaterThan(0);
      expect(names.every((name) => name.startsWith('Pekka Kivi'))).toBe(true);
    });
  });
});

describe('the address of the wide page', () => {
  function createAddress(start: string): PageAddress & { places: string[]; goBack(): void } {
    const changed = new Set<() => void>();
    const places = [start];
    return {
      places,
      read: () => places.at(-1) ?? '',
      write: (part, how) => void places.splice(how === 'push' ? places.length : -1, 1, part),
      onChange: (listener) => void changed.add(listener),
      goBack() {
        places.pop();
        for (const listener of changed) listener();
      },
    };
  }

  it('opens with the filter that it has, and leaves out what is none', async () => {
    const address = createAddress('log?status=canceled&evaluation=nonsense&group=SYSTEM');
    list = await openList({ isWide: true, address });
    await settled(() => expect(chips()).toEqual(['Status: Canceled', expect.stringMatching(/^Interaction group: /)]));
  });

  const unusable = () => screen.queryByRole('alert')?.textContent ?? '';

  it.each([
    ['log?status=nix', 'Status “nix”', 'log'],
    ['log?status=postponed&group=SYSTEM', 'Status “postponed”', 'log?group=SYSTEM'],
    [`log?text=${'x'.repeat(300)}&wann=now`, `Words “${'x'.repeat(40)}…” and wann “now”`, 'log'],
  ])('says what of it nothing can be filtered by, and is put right: %s', async (part, named, right) => {
    const address = createAddress(part);
    list = await openList({ isWide: true, address });
    await settled(() => expect(unusable()).toContain(`Left out: ${named}.`));
    expect(address.places).toEqual([right === 'log' ? '' : right]);
    await list.click('Canceled');
    await settled(() => expect(unusable()).toBe(''));
    address.goBack();
    await settled(() => expect(chips()).toHaveLength(right === 'log' ? 0 : 1));
    expect(unusable()).toBe('');
  });

  it('follows the filter, and going back undoes it', async () => {
    const address = createAddress('');
    list = await openList({ isWide: true, address });
    await screen.findByRole('navigation', { name: 'Places' });
    await list.click('Canceled');
    await list.click('Mine');
    expect(address.places.slice(1)).toEqual(['log?status=canceled', 'log?salesperson=AK&status=canceled']);
    address.goBack();
    await settled(() => expect(chips()).toEqual(['Status: Canceled']));
    address.goBack();
    await settled(() => expect(chips()).toEqual([]));
    expect(address.places).toEqual(['']);
  });

  it('is one place for words that are typed', async () => {
    const address = createAddress('');
    list = await openList({ isWide: true, address });
    await screen.findByRole('navigation', { name: 'Places' });
    for (const words of ['ta', 'tarj']) {
      list.type(screen.getByRole('searchbox'), words);
      await settled(() => expect(chips()).toEqual([`Words: ${words}`]));
    }
    expect(address.places).toEqual(['', 'log?text=tarj']);
  });

  it('names the other places, too', async () => {
    const address = createAddress('');
    list = await openList({ isWide: true, address });
    const places = within(await screen.findByRole('navigation', { name: 'Places' }));
    fireEvent.click(places.getByRole('button', { name: 'Templates' }));
    await settled(() => expect(address.read()).toBe('templates'));
    address.goBack();
    await settled(() => expect(document.querySelector('.log-table')).toBeTruthy());
  });
});

describe('the list as a file', () => {
  it.each([
    ['anna', 1],
    ['mika', 0],
  ] as const)('is for managers and admins: %s finds %i button for it', async (user, count) => {
    list = await openList({ user });
    await screen.findByRole('button', { name: 'Keyboard' });
    expect(screen.queryAllByRole('button', { name: 'Save as a file' })).toHaveLength(count);
  });

  it('is said to be saved until another filter is set, of which it is not the file', async () => {
    list = await openList();
    await list.click('Canceled');
    await list.click('Save as a file');
    await list.click('Save as CSV');
    await screen.findByText(/^Saved as interlog-log-/);
    await list.click('Mine');
    await settled(() => expect(screen.queryByText(/^Saved as interlog-log-/)).toBeNull());
    expect(list.gallery.saved).toHaveLength(1);
  });
});
