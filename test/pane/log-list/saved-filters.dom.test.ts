import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { type ListWorld, openList } from './list-world.ts';

let list: ListWorld;
afterEach(() => list.gallery.stop());

const chips = () =>
  [...document.querySelectorAll('.filter-chip')].map((chip) => chip.firstElementChild?.textContent ?? '');
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
const nameField = () => screen.findByLabelText('Name of this filter');

/** Opens the panel on canceled entries, which are saved as `Mistakes`. */
async function start(): Promise<void> {
  list = await openList();
  await list.click('Canceled');
  await list.click(/^Filter/);
  list.type(await nameField(), 'Mistakes');
  await list.click('Save this filter');
  await screen.findByRole('button', { name: 'Mistakes' });
}

/** Sets another filter than the one that is saved, and asks to save it as `name`. */
async function saveOther(name: string): Promise<void> {
  await list.click('Remove: Status: Canceled');
  await list.click('Mine');
  list.type(await nameField(), name);
  await list.click('Save this filter');
}

describe('a filter that is saved under a name that is taken', () => {
  it.each(['Mistakes', 'mistakes'])('is not saved before one says so: %s', async (name) => {
    await start();
    await saveOther(name);
    await screen.findByText('Another filter is called Mistakes already.');
    await list.click('Mistakes');
    await waitFor(() => expect(chips()).toEqual(['Status: Canceled']));
  });

  it('replaces the other one by a button, with the name as it is written now', async () => {
    await start();
    await saveOther('mistakes');
    await list.click('Replace Mistakes');
    await list.click('Show all');
    await list.click('mistakes');
    await waitFor(() => expect(chips()).toEqual(['Salesperson: Anna Korhonen']));
    expect(screen.queryByRole('button', { name: 'Mistakes' })).toBeNull();
    expect(screen.queryByText(/^Another filter is called/)).toBeNull();
  });

  it('is free to take another name instead', async () => {
    await start();
    await saveOther('Mistakes');
    await screen.findByText(/^Another filter is called/);
    list.type(await nameField(), 'My own');
    await waitFor(() => expect(screen.queryByText(/^Another filter is called/)).toBeNull());
    await list.click('Save this filter');
    expect(await screen.findByRole('button', { name: 'My own' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Mistakes' })).toBeTruthy();
  });
});

describe('a saved filter that is renamed', () => {
  it('can be written otherwise, but not as another that differs in capital letters only', async () => {
    await start();
    await saveOther('Own');
    await list.click('Rename Own');
    list.type(await screen.findByLabelText('New name of Own'), 'MISTAKES');
    await list.click('Rename');
    await screen.findByText('Another filter is called Mistakes already.');
    list.type(await screen.findByLabelText('New name of Own'), 'OWN');
    await list.click('Rename');
    await waitFor(() => expect(focused()).toBe('Rename OWN'));
  });

  it.each([
    ['Escape', () => list.press('Escape')],
    ['a button', () => list.click('Keep the name')],
  ])('keeps its name where that is left by %s, and the focus is where it was', async (_, leave) => {
    await start();
    await list.click('Rename Mistakes');
    const field = await screen.findByLabelText('New name of Mistakes');
    list.type(field, 'Something');
    field.focus();
    await leave();
    await waitFor(() => expect(focused()).toBe('Rename Mistakes'));
    expect(await screen.findByRole('button', { name: 'Mistakes' })).toBeTruthy();
  });
});

describe('a saved filter that is deleted', () => {
  it('can be had again at once, by keyboard', async () => {
    await start();
    await list.click('Delete Mistakes');
    await waitFor(() => expect(focused()).toBe('Undo'));
    expect(screen.queryByRole('button', { name: 'Mistakes' })).toBeNull();
    fireEvent.click(document.activeElement ?? document.body);
    await waitFor(() => expect(focused()).toBe('Mistakes'));
    await list.click('Show all');
    await list.click('Mistakes');
    await waitFor(() => expect(chips()).toEqual(['Status: Canceled']));
  });

  it('is gone ten seconds after one went on', async () => {
    await start();
    await list.click('Delete Mistakes');
    await waitFor(() => expect(focused()).toBe('Undo'));
    expect(list.gallery.endWaitsOf(10_000)).toBe(0);
    (await nameField()).focus();
    await waitFor(() => expect(list.gallery.endWaitsOf(10_000)).toBe(1));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
    expect(screen.queryByRole('button', { name: 'Mistakes' })).toBeNull();
  });
});
