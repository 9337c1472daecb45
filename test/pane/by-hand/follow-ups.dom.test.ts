import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { button, byHand, entries, find, followUps, gallery, mount, ready, type, visit } from './by-hand-page.ts';

afterEach(() => gallery.stop());

/** The form of a call, with the fields of its follow-up. */
async function aCallAndWhatFollows(): ReturnType<typeof byHand> {
  await mount();
  await find('pekka', /Pekka Kivi/);
  fireEvent.click(await button('Call'));
  const form = await byHand();
  fireEvent.click(await form.findByRole('button', { name: 'Follow-up' }));
  return form;
}

describe('a follow-up', () => {
  it('is made with the entry that it follows, and stands under what is due', async () => {
    const form = await aCallAndWhatFollows();
    type(await form.findByLabelText('What is to be done'), 'Send the contract');
    const before = entries().length;
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('In the log');
    await waitFor(() =>
      expect(followUps().find(({ text }) => text === 'Send the contract')).toMatchObject({
        entryId: entries()[before]?.id,
        userId: gallery.device.account.userId,
        due: '2026-11-30',
      }),
    );
    await visit(/^Due/);
    expect(await screen.findByText('Send the contract')).toBeTruthy();
  });

  it('is asked for its line once its day was chosen, and can be taken away again', async () => {
    const form = await aCallAndWhatFollows();
    type(await form.findByLabelText('Due'), '2026-12-01');
    expect(await form.findByText('Write what is to be done, or remove the follow-up.')).toBeTruthy();
    fireEvent.click(form.getByRole('button', { name: 'Remove follow-up' }));
    await waitFor(() => expect(form.queryByLabelText('Due')).toBeNull());
    await ready('Log for Pekka Kivi');
  });

  /** A call made a follow-up, and the interaction that it was about is in its form. */
  async function aboutOne(): Promise<void> {
    const form = await aCallAndWhatFollows();
    type(await form.findByLabelText('What is to be done'), 'Send the contract');
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('In the log');
    await visit(/^Due/);
    fireEvent.click(await button('Done: Send the contract'));
    fireEvent.click(await button('Log it'));
    expect(await screen.findByDisplayValue('Send the contract')).toBeTruthy();
  }
  const contract = () => followUps().find(({ text }) => text === 'Send the contract');

  it('is closed by logging what it was about', async () => {
    await aboutOne();
    const before = entries().length;
    fireEvent.click(await ready('Log for Pekka Kivi'));
    expect(await screen.findByText('The follow-up is closed.')).toBeTruthy();
    await waitFor(() => expect(contract()?.closed).toMatchObject({ how: 'done', entryId: entries()[before]?.id }));
  });

  it('is closed by finishing what it was about, when that was postponed first', async () => {
    await aboutOne();
    fireEvent.click(await ready('Finish later'));
    await screen.findByRole('heading', { name: 'Postponed' });
    expect(contract()?.closed).toBeNull();
    fireEvent.click(await button('Resume: Send the contract'));
    expect(await screen.findByText('Logging it closes: Send the contract')).toBeTruthy();
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await waitFor(() => expect(contract()?.closed).toMatchObject({ how: 'done' }));
  });

  it('is not closed again by another that is logged after it', async () => {
    await aboutOne();
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('The follow-up is closed.');
    fireEvent.click(await button('Log another'));
    expect(await screen.findByRole('heading', { name: 'New interaction' })).toBeTruthy();
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await screen.findByText('In the log');
    expect(screen.queryByText('The follow-up is closed.')).toBeNull();
  });

  it('is open again when that is undone', async () => {
    await aboutOne();
    fireEvent.click(await ready('Log for Pekka Kivi'));
    await waitFor(() => expect(contract()?.closed).toMatchObject({ how: 'done' }));
    fireEvent.click(await (await byHand()).findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(contract()?.closed).toBeNull());
  });
});

describe('what is due', () => {
  const mine = (text: string) => followUps().find((one) => one.text === text);

  it('is put off to another day, and dropped, each without logging anything', async () => {
    await mount();
    const before = entries().length;
    await visit(/^Due/);
    const [first] = await screen.findAllByRole('button', { name: /^Done: / });
    const text = first?.getAttribute('aria-label')?.replace('Done: ', '') ?? '';
    const line = () => screen.findByRole('button', { name: new RegExp(`${text}`), expanded: false });
    fireEvent.click(await line());
    fireEvent.click(await button('Change'));
    type(await screen.findByLabelText('Due'), '2026-12-24');
    fireEvent.click(await button('Save follow-up'));
    await waitFor(() => expect(mine(text)).toMatchObject({ due: '2026-12-24', closed: null }));
    fireEvent.click(await line());
    fireEvent.click(await button('Drop'));
    await waitFor(() => expect(mine(text)?.closed).toMatchObject({ how: 'dropped', entryId: null }));
    await waitFor(() => expect(screen.queryByText(text)).toBeNull());
    expect(entries().length).toBe(before);
  });

  it('is counted in the menu and shown beside the history of its contact', async () => {
    await mount();
    fireEvent.click(await button('Menu'));
    expect(await screen.findByRole('menuitem', { name: 'Due: 2' })).toBeTruthy();
    expect(await screen.findByRole('menuitem', { name: 'Postponed: 1' })).toBeTruthy();
    await find('bob', /Bob Ortiz/);
    const list = await screen.findByRole('list', { name: 'Follow-ups' });
    expect(list.textContent).toMatch(/^Due 20 Nov, You: Ask about the budget/);
  });
});
