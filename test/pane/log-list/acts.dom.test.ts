import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/domain/log-entry.ts';
import { type ListWorld, openList } from './list-world.ts';

let list: ListWorld;
afterEach(() => list.gallery.stop());

const settled = (looks: () => void) => waitFor(looks);
const isCanceled = (entry: LogEntry | undefined) => (entry?.canceled.length ?? 0) > 0;
/** What the server says of the entry of a line. */
const entryOf = (line: HTMLElement) => list.entries().find(({ id }) => id === line.dataset.entry);

/** Lines of this state, from the top. */
function linesThatAre(state: 'recorded' | 'canceled', count: number): HTMLElement[] {
  const found = list.lines().filter((line) => line.matches(`.is-${state}`));
  if (found.length < count) throw new Error(`the demo has ${found.length} lines that are ${state}`);
  return found.slice(0, count);
}

const select = (lines: readonly HTMLElement[]) => {
  for (const line of lines) fireEvent.click(line, { ctrlKey: true });
};

describe('marking as canceled', () => {
  it('asks once about one, keeps the reason, and can be undone', async () => {
    list = await openList();
    const [line] = linesThatAre('recorded', 1);
    if (!line) throw new Error('no line');
    select([line]);
    await list.click('Mark as canceled');
    expect(await screen.findByText('Mark this entry as canceled?')).toBeTruthy();
    list.type(await screen.findByLabelText('Why? (may be left empty)'), 'Wrong person');
    const form = within(screen.getByText('Mark this entry as canceled?').closest('form') ?? document.body);
    fireEvent.click(form.getByRole('button', { name: 'Mark as canceled' }));
    await settled(() => expect(entryOf(line)?.canceled).toMatchObject([{ why: 'Wrong person', via: 'entry' }]));
    await list.click('Undo');
    await settled(() => expect(entryOf(line)?.canceled).toEqual([]));
  });

  it('gives all of a selection the inverse of the first in the list, and says how many stay', async () => {
    list = await openList();
    const lines = [...linesThatAre('recorded', 2), ...linesThatAre('canceled', 1)];
    select(lines.toReversed());
    await list.click('Mark as canceled');
    expect(await screen.findByText('Mark these 2 entries as canceled?')).toBeTruthy();
    expect(screen.getByText(/^1 selected entry is so already/)).toBeTruthy();
    const was = list.entries().filter(isCanceled).length;
    fireEvent.submit(screen.getByText('Mark these 2 entries as canceled?').closest('form') ?? document.body);
    await settled(() => expect(lines.map((line) => isCanceled(entryOf(line)))).toEqual([true, true, true]));
    expect(list.entries().filter(isCanceled).length).toBe(was + 2);
  });

  it('reinstates all when the first is canceled; undone, each has its reason again', async () => {
    list = await openList();
    await list.click('Canceled');
    await settled(() => expect(list.lines().every((line) => line.matches('.is-canceled'))).toBe(true));
    const [first] = linesThatAre('canceled', 1);
    if (!first) throw new Error('no line');
    const why = entryOf(first)?.canceled.at(-1)?.why;
    const id = first.dataset.entry;
    select([first]);
    await list.click('Reinstate');
    expect(await screen.findByText('Reinstate this entry?')).toBeTruthy();
    expect(screen.queryByLabelText('Why? (may be left empty)')).toBeNull();
    fireEvent.submit(screen.getByText('Reinstate this entry?').closest('form') ?? document.body);
    await settled(() => expect(isCanceled(list.entries().find((one) => one.id === id))).toBe(false));
    await list.click('Undo');
    await settled(() =>
      expect(
        list
          .entries()
          .find((one) => one.id === id)
          ?.canceled.at(-1)?.why,
      ).toBe(why),
    );
  });

  it('can be undone for ten seconds, and for as long as the pointer is there', async () => {
    list = await openList();
    select(linesThatAre('recorded', 1));
    await list.click('Mark as canceled');
    fireEvent.submit((await screen.findByText('Mark this entry as canceled?')).closest('form') ?? document.body);
    const done = (await screen.findByRole('button', { name: 'Undo' })).closest('.done-act');
    if (!done) throw new Error('no line');
    fireEvent.pointerEnter(done);
    await settled(() => expect(list.gallery.endWaitsOf(10_000)).toBe(0));
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
    fireEvent.pointerLeave(done);
    await settled(() => expect(list.gallery.endWaitsOf(10_000)).toBe(1));
    await settled(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
  });

  it('works offline, is shown at once, and reaches the log when the network is back', async () => {
    list = await openList();
    await settled(() => expect(screen.queryByText(/Asking the server/)).toBeNull());
    list.gallery.goOffline();
    const [line] = linesThatAre('recorded', 1);
    if (!line) throw new Error('no line');
    const { entry } = line.dataset;
    line.focus();
    list.press('c');
    fireEvent.submit((await screen.findByText('Mark this entry as canceled?')).closest('form') ?? document.body);
    const shown = await waitFor(() => {
      const found = document.querySelector<HTMLElement>(`tr.is-canceled[data-entry="${entry}"]`);
      if (!found) throw new Error('not yet');
      return found;
    });
    expect(within(shown).getByText('Saved on this device')).toBeTruthy();
    expect(isCanceled(entryOf(shown))).toBe(false);
    list.gallery.goOnline();
    await settled(() => expect(isCanceled(entryOf(shown))).toBe(true));
    await settled(() => expect(within(shown).queryByText('Saved on this device')).toBeNull());
  });
});

describe('selecting several', () => {
  const isSelected = (line: HTMLElement | undefined) => line?.getAttribute('aria-selected') === 'true';

  it('takes a press anywhere on a line, its words too, and lets it go by another; nothing opens', async () => {
    list = await openList();
    await list.click('Select several');
    const [first, second] = list.lines();
    fireEvent.click(first?.querySelector('.row-description') ?? document.body);
    fireEvent.click(second?.querySelector('.row-who') ?? document.body);
    expect(await screen.findByText('2 selected')).toBeTruthy();
    expect([first, second].map(isSelected)).toEqual([true, true]);
    fireEvent.click(first?.querySelector('.row-description') ?? document.body);
    expect(await screen.findByText('1 selected')).toBeTruthy();
    expect(document.querySelector('.entry-page')).toBeNull();
  });

  it('takes the box of a line once, and when it is over a press opens the line', async () => {
    list = await openList();
    await list.click('Select several');
    fireEvent.click(list.lines()[0]?.querySelector('.checkbox') ?? document.body);
    expect(await screen.findByText('1 selected')).toBeTruthy();
    await list.click('Stop selecting');
    fireEvent.click(list.lines()[0]?.querySelector('.row-description') ?? document.body);
    await waitFor(() => expect(document.querySelector('.entry-page')).toBeTruthy());
  });
});

describe('other acts on a selection', () => {
  it('evaluates all of it, also entries that only the server held', async () => {
    list = await openList();
    await screen.findByText(/from the server only/);
    const lines = list.lines().slice(0, 6);
    expect(lines.some((line) => line.querySelector('.from-server'))).toBe(true);
    select(lines);
    await list.click('Evaluate');
    await list.click('Very positive');
    await settled(() => expect(lines.map((line) => entryOf(line)?.evaluation)).toEqual(Array(6).fill('very-positive')));
  });

  it('gives each its own evaluation again when that is undone, none to one that had none', async () => {
    list = await openList();
    await screen.findByText(/from the server only/);
    const of = (evaluation: string) => list.lines().find((line) => entryOf(line)?.evaluation === evaluation);
    const lines = [of(''), of('positive')].filter((line) => line !== undefined);
    expect(lines).toHaveLength(2);
    select(lines);
    await list.click('Evaluate');
    await list.click('Negative');
    await screen.findByText('2 entries evaluated.', { selector: '.done-act p' });
    await list.click('Undo');
    await settled(() => expect(lines.map((line) => entryOf(line)?.corrections.length)).toEqual([2, 2]));
    expect(lines.map((line) => entryOf(line)?.evaluation)).toEqual(['', 'positive']);
  });

  it('logs the same for another contact, at the same time, with what it was', async () => {
    list = await openList();
    const [line] = linesThatAre('recorded', 1);
    const entry = line && entryOf(line);
    if (!line || !entry) throw new Error('no line');
    select([line]);
    await list.click('Log again');
    const form = await waitFor(() => {
      const found = document.querySelector<HTMLElement>('.main .subject:not([hidden] *)');
      if (!found) throw new Error('no form');
      return within(found);
    });
    expect(((await form.findByLabelText('Description')) as HTMLInputElement).value).toBe(entry.description);
    const field = await form.findByRole('combobox', { name: 'Name, company or address' });
    fireEvent.focus(field);
    list.type(field, 'cleo');
    fireEvent.click(await screen.findByRole('option', { name: /Cleo Dupont/ }));
    fireEvent.click(await form.findByRole('button', { name: 'Log for Cleo Dupont' }));
    const made = await waitFor(() => {
      const found = list
        .entries()
        .findLast(({ id, description }) => id > entry.id && description === entry.description);
      if (!found) throw new Error('not yet');
      return found;
    });
    const { at, zone, day, templateCode, flow, itemId, subject, language, origin } = entry;
    expect(made).toMatchObject({ at, zone, day, templateCode, flow, itemId, subject, language, origin });
    expect(made.contactId).not.toBe(entry.contactId);
  });

  it('does not let a salesperson correct what a colleague logged, and says so', async () => {
    list = await openList();
    Object.assign(list.gallery.device.actor, { role: 'salesperson' });
    const theirs = list.lines().find((line) => entryOf(line)?.userId !== list.gallery.device.account.userId);
    theirs?.focus();
    list.press('o');
    expect(await screen.findByText(/^Only who logged an entry/)).toBeTruthy();
  });
});

describe('the state of an entry', () => {
  it('needs attention where the server refused something about it', async () => {
    list = await openList();
    const [line] = linesThatAre('recorded', 1);
    if (!line) throw new Error('no line');
    list.gallery.goOffline();
    line.focus();
    list.press('c');
    fireEvent.submit((await screen.findByText('Mark this entry as canceled?')).closest('form') ?? document.body);
    await within(line).findByText('Saved on this device');
    const { store, actor } = list.gallery.device;
    const [waiting] = await store.commands();
    if (!waiting) throw new Error('nothing waits');
    await store.refuseHere(waiting.command.id, 'not-allowed', actor);
    expect(await within(line).findByText('Needs attention')).toBeTruthy();
    expect(line.matches('.is-recorded')).toBe(true);
  });
});

describe('offline', () => {
  it('a comment that waits says so where it stands and on the line of its entry, until the server has it', async () => {
    list = await openList({ isWide: true });
    const [line] = linesThatAre('recorded', 1);
    if (!line) throw new Error('no line');
    fireEvent.click(line);
    const beside = within(await screen.findByRole('region', { name: 'The chosen entry' }));
    await beside.findByRole('button', { name: 'Comment' });
    list.gallery.goOffline();
    fireEvent.click(beside.getByRole('button', { name: 'Comment' }));
    list.type(await beside.findByRole('textbox', { name: 'Comment' }), 'He will call back');
    await list.click('Add comment');
    const comment = async () => (await beside.findByText('He will call back')).closest('li')?.textContent;
    await settled(async () => expect(await comment()).toContain('Saved on this device'));
    await settled(() => expect(line.querySelector('.state')?.textContent).toContain('Saved on this device'));
    list.gallery.goOnline();
    await settled(async () => expect(await comment()).not.toMatch(/Saved|Waiting/));
    await settled(() => expect(line.querySelector('.state')?.textContent).not.toMatch(/Saved|Waiting/));
  });

  it('a follow-up that waits says so on the line of its entry', async () => {
    list = await openList();
    const [line] = linesThatAre('recorded', 1);
    if (!line) throw new Error('no line');
    const { id } = line.dataset;
    await list.gallery.device.lookUpEntry(id as LogEntry['id'], new AbortController().signal); // it is an entry's
    list.gallery.goOffline();
    select([line]);
    await list.click('Follow up');
    list.type(await screen.findByRole('textbox', { name: 'What is to be done' }), 'Call him');
    fireEvent.submit(screen.getByRole('textbox', { name: 'What is to be done' }).closest('form') ?? document.body);
    await settled(() => expect(line.textContent).toContain('Saved on this device'));
    list.gallery.goOnline();
    await settled(() => expect(line.textContent).not.toMatch(/Saved|Waiting/));
  });
});
