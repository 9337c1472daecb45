import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { type ListWorld, openList } from './list-world.ts';

let list: ListWorld;
afterEach(() => list.gallery.stop());

const focused = () => list.lines().indexOf(document.activeElement as HTMLElement);
const isSelected = (line: HTMLElement) => line.getAttribute('aria-selected') === 'true';

/** Puts the focus on a line as Tab does. */
async function startAt(at: number, options = {}): Promise<void> {
  list = await openList(options);
  await waitFor(() => expect(screen.queryByText(/Asking the server/)).toBeNull());
  list.lines()[at]?.focus();
}

describe('the list by keyboard', () => {
  it('has one line in the tab order, which the arrows move', async () => {
    await startAt(0);
    const inOrder = () => list.lines().filter((line) => line.tabIndex === 0);
    expect(inOrder()).toHaveLength(1);
    list.press('ArrowDown');
    list.press('ArrowDown');
    expect(focused()).toBe(2);
    list.press('ArrowUp');
    expect(focused()).toBe(1);
    list.press('End');
    expect(focused()).toBe(list.lines().length - 1);
    list.press('Home');
    expect(focused()).toBe(0);
    list.press('PageDown');
    list.press('PageDown');
    expect(focused()).toBe(16);
    list.press('PageUp');
    expect(focused()).toBe(8);
    list.press('PageUp');
    list.press('PageUp');
    expect(focused()).toBe(0);
    list.press('ArrowUp');
    expect(focused()).toBe(0);
    await waitFor(() => expect(inOrder()).toEqual([list.lines()[0]]));
  });

  it('selects with Space, and on with Shift and the arrows', async () => {
    await startAt(1);
    list.press(' ');
    await waitFor(() => expect(list.lines().map(isSelected).indexOf(true)).toBe(1));
    list.press('ArrowDown', { shiftKey: true });
    list.press('ArrowDown', { shiftKey: true });
    await waitFor(() => expect(list.lines().filter(isSelected)).toHaveLength(3));
    expect(await screen.findByText('3 selected')).toBeTruthy();
    list.press(' ');
    await waitFor(() => expect(list.lines().filter(isSelected)).toHaveLength(2));
  });

  it('opens with Enter; the way back leads to the same line', async () => {
    await startAt(2);
    const { entry } = list.lines()[2]?.dataset ?? {};
    list.press('Enter');
    await waitFor(() => expect(document.querySelector('.entry-page')).toBeTruthy());
    await list.click('Back');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-entry')).toBe(entry));
  });

  it.each([
    ['e', 'Very positive'],
    ['k', 'Add comment'],
    ['f', 'Save follow-up'],
    ['o', 'Save correction'],
    ['c', 'Mark as canceled'],
  ])('%s begins what it says, with the focus in it, and Escape leads back to the line', async (key, name) => {
    await startAt(1);
    list.press(key);
    expect((await screen.findAllByRole('button', { name })).length).toBeGreaterThan(0);
    await waitFor(() => expect(document.activeElement?.closest('.act')).toBeTruthy());
    list.press('Escape');
    await waitFor(() => expect(focused()).toBe(1));
    expect(document.querySelector('.act')).toBeNull();
  });

  it('goes to the words with /, and shows what the keys do with ?', async () => {
    await startAt(0);
    list.press('?');
    expect(await screen.findByText('e: evaluate')).toBeTruthy();
    list.press('?');
    await waitFor(() => expect(screen.queryByText('e: evaluate')).toBeNull());
    list.press('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  it('leaves letters alone when they are turned off, also next time', async () => {
    const preferences = new Map<string, string>();
    await startAt(0, { preferences });
    list.press('?');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Single letters act on the list' }));
    list.lines()[0]?.focus();
    list.press('c');
    expect(document.querySelector('.act')).toBeNull();
    list.press(' ');
    await waitFor(() => expect(list.lines().map(isSelected)[0]).toBe(true));
    list.gallery.stop();
    await startAt(0, { preferences });
    list.press('c');
    list.press(' ');
    await waitFor(() => expect(list.lines().map(isSelected)[0]).toBe(true));
    expect(document.querySelector('.act')).toBeNull();
  });

  it('gives what is typed before a form is there to the form, not to the list', async () => {
    await startAt(0);
    for (const key of 'kfee') list.press(key);
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' });
    await waitFor(() => expect(field.value).toBe('fee'));
    expect(screen.queryByRole('textbox', { name: 'What is to be done' })).toBeNull();
  });

  it('leaves letters that are typed into a form to the form', async () => {
    await startAt(0);
    list.press('k');
    const field = await screen.findByRole('textbox', { name: 'Comment' });
    fireEvent.keyDown(field, { key: 'c' });
    expect(screen.queryByText('Mark this entry as canceled?')).toBeNull();
  });

  it('keeps what was typed about one line while something is done with another', async () => {
    await startAt(0);
    list.press('k');
    list.type(await screen.findByRole('textbox', { name: 'Comment' }), 'He will call back');
    list.lines()[1]?.focus();
    list.press('f');
    list.type(await screen.findByRole('textbox', { name: 'What is to be done' }), 'Call him');
    list.lines()[0]?.focus();
    list.press('k');
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' })).value).toBe(
      'He will call back',
    );
    list.lines()[1]?.focus();
    list.press('f');
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'What is to be done' })).value).toBe(
      'Call him',
    );
  });

  it('keeps the focus in the list when its line goes away', async () => {
    await startAt(0);
    await list.click('Mine');
    await waitFor(() => expect(document.querySelector('.filter-chip')).toBeTruthy());
    await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
    await list.click(/^Filter/);
    fireEvent.change(await screen.findByLabelText('Status'), { target: { value: 'recorded' } });
    await waitFor(() => expect(list.lines().every((line) => line.matches('.is-recorded'))).toBe(true));
    const [first, second] = list.lines();
    first?.focus();
    list.press('c');
    fireEvent.submit((await screen.findByText('Mark this entry as canceled?')).closest('form') ?? document.body);
    await waitFor(() => expect(first?.isConnected).toBe(false));
    await waitFor(() => expect(document.activeElement).toBe(second));
  });
});

describe('the table', () => {
  it('shows, hides and moves columns by buttons, and remembers them', async () => {
    const preferences = new Map<string, string>();
    await startAt(0, { isWide: true, preferences });
    const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);
    await list.click('Columns');
    await list.click('Hide Campaign');
    await list.click('Show Subject');
    for (let at = 0; at < 13; at += 1) await list.click('Move Subject forward');
    await list.click('Move Status back');
    expect(heads().slice(0, 3)).toEqual(['Subject', 'Date', 'Status']);
    expect(heads()).not.toContain('Campaign');
    list.gallery.stop();
    await startAt(0, { isWide: true, preferences });
    expect(heads().slice(0, 3)).toEqual(['Subject', 'Date', 'Status']);
    await list.click('Columns');
    await list.click('As they were at first');
    await waitFor(() => expect(heads()[0]).toBe('Status'));
  });

  it('sorts the lines by a column, says so, of all where that is all there is, and goes back to the date', async () => {
    await startAt(0, { isWide: true });
    const contacts = () => list.lines().map((line) => line.children[6]?.textContent ?? '');
    await screen.findByText(/^That is all of it/);
    const byDate = contacts();
    await list.click('Contact');
    expect(await screen.findByText('Sorted by Contact.')).toBeTruthy();
    const order = new Intl.Collator('en', { numeric: true });
    expect(contacts()).toEqual(byDate.toSorted(order.compare));
    expect(screen.getByRole('columnheader', { name: /^Contact( ↑)?$/ }).getAttribute('aria-sort')).toBe('ascending');
    await list.click('Sort by date');
    await waitFor(() => expect(contacts()).toEqual(byDate));
  });

  it('shows the entry of Enter beside it', async () => {
    await startAt(1, { isWide: true });
    list.press('Enter');
    expect(await screen.findByRole('region', { name: 'The chosen entry' })).toBeTruthy();
    expect(list.lines()[1]?.getAttribute('aria-current')).toBe('true');
  });
});
