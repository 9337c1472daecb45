import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { type ListWorld, openList } from './list-world.ts';

let list: ListWorld;
afterEach(() => list.gallery.stop());

const isCanceled = (id: string | undefined) => (list.entries().find((one) => one.id === id)?.canceled.length ?? 0) > 0;
const undoButtons = () => screen.queryAllByRole('button', { name: 'Undo' });

/** Marks the line as canceled by keyboard, and answers its entry once the server has it. */
async function cancel(at: number): Promise<string | undefined> {
  const line = list.lines().filter((one) => one.matches('.is-recorded') && !isCanceled(one.dataset.entry))[at];
  const id = line?.dataset.entry;
  line?.focus();
  list.press('c');
  fireEvent.submit((await screen.findByText('Mark this entry as canceled?')).closest('form') ?? document.body);
  await waitFor(() => expect(isCanceled(id)).toBe(true));
  await waitFor(() => expect(document.activeElement).toBe(line));
  await screen.findByRole('button', { name: 'Undo' });
  return id;
}

async function goTo(place: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: 'Menu' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: place }));
  await screen.findByRole('heading', { level: 1, name: place === 'Contacts' ? 'Contacts' : /^Interaction log/ });
}

describe('what was done last in the list', () => {
  it('can be undone when another act was begun and left', async () => {
    list = await openList();
    const id = await cancel(0);
    list.lines()[2]?.focus();
    list.press('k');
    await screen.findByRole('textbox', { name: 'Comment' });
    list.press('Escape');
    await waitFor(() => expect(document.querySelector('.act')).toBeNull());
    await list.click('Undo');
    await waitFor(() => expect(isCanceled(id)).toBe(false));
  });

  it('stays while it is pointed at, also when the focus has passed through it', async () => {
    list = await openList();
    await cancel(0);
    const [button] = undoButtons();
    const line = button?.closest('.done-act');
    if (!button || !line) throw new Error('no line');
    fireEvent.pointerEnter(line);
    fireEvent.focusIn(button);
    fireEvent.focusOut(button);
    await waitFor(() => expect(list.gallery.endWaitsOf(10_000)).toBe(0));
    expect(undoButtons()).toHaveLength(1);
    fireEvent.pointerLeave(line);
    await waitFor(() => expect(list.gallery.endWaitsOf(10_000)).toBe(1));
    await waitFor(() => expect(undoButtons()).toEqual([]));
  });

  it('can be undone by who went elsewhere and came back', async () => {
    list = await openList();
    const id = await cancel(0);
    await goTo('Contacts');
    expect(undoButtons()).toEqual([]);
    await goTo('Interaction log');
    await list.click('Undo');
    await waitFor(() => expect(isCanceled(id)).toBe(false));
  });

  it('has its ten seconds also while one is elsewhere', async () => {
    list = await openList();
    await cancel(0);
    await goTo('Contacts');
    expect(list.gallery.endWaitsOf(10_000)).toBe(1);
    await goTo('Interaction log');
    await waitFor(() => expect(list.lines().length).toBeGreaterThan(0));
    expect(undoButtons()).toEqual([]);
  });

  it('gives way to what is done next', async () => {
    list = await openList();
    const first = await cancel(0);
    const second = await cancel(0);
    expect(second).not.toBe(first);
    expect(undoButtons()).toHaveLength(1);
    await list.click('Undo');
    await waitFor(() => expect(isCanceled(second)).toBe(false));
    expect(isCanceled(first)).toBe(true);
  });

  it('leads back to its line when it was undone by keyboard', async () => {
    list = await openList();
    const id = await cancel(0);
    const [button] = undoButtons();
    button?.focus();
    fireEvent.click(button ?? document.body);
    await waitFor(() => expect(document.activeElement?.getAttribute('data-entry')).toBe(id));
  });
});

describe('what was done on the page of an entry', () => {
  it('can be undone there when one came back to it, and in the list', async () => {
    list = await openList();
    const line = list.lines().find((one) => one.matches('.is-recorded'));
    const id = line?.dataset.entry;
    line?.focus();
    list.press('Enter');
    await list.click('Mark as canceled');
    fireEvent.submit((await screen.findByText('Mark this entry as canceled?')).closest('form') ?? document.body);
    await waitFor(() => expect(isCanceled(id)).toBe(true));
    await waitFor(() => expect(undoButtons()).toHaveLength(1));
    await list.click('Comment');
    list.press('Escape');
    await waitFor(() => expect(undoButtons()).toHaveLength(1));
    await list.click('Back');
    await screen.findByRole('heading', { level: 1, name: 'Interaction log entries' });
    expect(undoButtons()).toHaveLength(1);
    await list.click('Undo');
    await waitFor(() => expect(isCanceled(id)).toBe(false));
  });
});
