import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { button, byHand, choose, entries, find, gallery, mount, ready, rows, type, visit } from './by-hand-page.ts';

afterEach(() => gallery.stop());

describe('an entry', () => {
  async function openEntry(): Promise<void> {
    await find('pekka', /Pekka Kivi/);
    fireEvent.click(await button('Call'));
    type(await (await byHand()).findByLabelText('Description'), 'The call');
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('In the log');
    await visit('Interaction log');
    fireEvent.click(await button(/The call/));
  }
  const theCall = () => entries().find(({ description }) => description.startsWith('The call'));

  it('takes a comment, which is shown with who wrote it', async () => {
    await mount();
    await openEntry();
    fireEvent.click(await button('Comment'));
    type(await screen.findByRole('textbox', { name: 'Comment' }), 'He called back.');
    fireEvent.click(await button('Add comment'));
    expect(await screen.findByText('He called back.')).toBeTruthy();
    expect(screen.getByText(/^You, /)).toBeTruthy();
    await waitFor(() =>
      expect(rows().find((row) => row.kind === 'comment' && row.body === 'He called back.')).toBeTruthy(),
    );
  });

  it('takes a comment with Ctrl and Enter, which logs nothing else', async () => {
    await mount();
    await openEntry();
    const before = entries().length;
    fireEvent.click(await button('Comment'));
    const field = await screen.findByRole('textbox', { name: 'Comment' });
    type(field, 'He called back.');
    const goesOn = fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect(goesOn).toBe(false);
    await waitFor(() =>
      expect(rows().some((row) => row.kind === 'comment' && row.body === 'He called back.')).toBe(true),
    );
    expect(entries()).toHaveLength(before);
  });

  it('is corrected: only what was changed is sent, and what stood there is shown', async () => {
    await mount();
    await openEntry();
    fireEvent.click(await button('Correct'));
    const form = within(await screen.findByRole('form', { name: 'Correct' }));
    expect(form.getByText('Nothing has been changed.')).toBeTruthy();
    type(form.getByLabelText('Minutes'), '25');
    fireEvent.click(form.getByRole('button', { name: 'Save correction' }));
    await waitFor(() => expect(document.querySelector('.changes')?.textContent).toBe('Minutes15 → 25'));
    await waitFor(() => expect(theCall()).toMatchObject({ minutes: 25 }));
    expect(theCall()?.corrections.map(({ field, from }) => [field, from])).toEqual([['minutes', '15']]);
  });

  const correcting = async () => {
    await mount();
    await openEntry();
    fireEvent.click(await button('Correct'));
    return within(await screen.findByRole('form', { name: 'Correct' }));
  };
  const changes = () => [...document.querySelectorAll('.changes > div')].map((one) => one.textContent);

  it('that is moved to another day tells that once, from when to when', async () => {
    const form = await correcting();
    type(form.getByLabelText('Date'), '2026-11-20');
    fireEvent.click(form.getByRole('button', { name: 'Save correction' }));
    await waitFor(() => expect(changes().length).toBe(1));
    expect(changes()[0]).toMatch(/^When23 Nov 2026 .+ → 20 Nov 2026 /);
  });

  it('is not moved more than a day ahead, and the form says from when it could be', async () => {
    const form = await correcting();
    type(form.getByLabelText('Date'), '2027-01-01');
    expect(await form.findByText(/^Can be logged from /)).toBeTruthy();
    expect(form.getByRole('button', { name: 'Save correction' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('is marked as the answer to its campaign when that comes later', async () => {
    const form = await correcting();
    const [, campaign] = form.getByLabelText<HTMLSelectElement>('Campaign').options;
    choose(form.getByLabelText('Campaign'), campaign?.value ?? '');
    fireEvent.click(form.getByLabelText('Campaign response'));
    choose(form.getByLabelText('Language'), 'sv');
    fireEvent.click(form.getByRole('button', { name: 'Save correction' }));
    await waitFor(() => expect(changes()).toContain('Campaign responseNo → Yes'));
    expect(changes()).toContain('LanguageFinnish → Swedish');
    await waitFor(() => expect(theCall()).toMatchObject({ campaignResponse: true, campaignTarget: false }));
  });

  it('of a colleague can be commented on and, by a salesperson, not corrected', async () => {
    await mount();
    Object.assign(gallery.device.actor, { role: 'salesperson' });
    const theirs = entries().find(
      ({ userId, canceled }) => userId !== gallery.device.account.userId && canceled.length === 0,
    );
    const who = rows().find((row) => row.kind === 'contact' && row.id === theirs?.contactId);
    if (who?.kind !== 'contact' || !theirs) throw new Error('the demo has entries of colleagues');
    await find(who.name, new RegExp(who.name));
    fireEvent.click(
      await screen.findByRole('button', { name: (name) => name.includes(theirs.description) && !name.includes('You') }),
    );
    expect(await button('Comment')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Correct' })).toBeNull();
  });

  it('is evaluated, alone and together with others', async () => {
    await mount();
    await openEntry();
    fireEvent.click(await button('Evaluate'));
    fireEvent.click(await button('Positive'));
    await waitFor(() => expect(theCall()?.evaluation).toBe('positive'));
    fireEvent.click(await button('Back'));
    fireEvent.click(await button('Select several'));
    const boxes = await screen.findAllByRole('checkbox', { name: /^Select / });
    for (const box of boxes.slice(0, 2)) fireEvent.click(box);
    expect(await screen.findByText('2 selected')).toBeTruthy();
    fireEvent.click(await button('Evaluate'));
    fireEvent.click(await button('Negative'));
    await waitFor(() =>
      expect(entries().filter(({ evaluation }) => evaluation === 'negative').length).toBeGreaterThan(1),
    );
    await waitFor(() => expect(theCall()?.evaluation).toBe('negative'));
  });
});
