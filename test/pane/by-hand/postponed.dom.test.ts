import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { button, byHand, entries, find, followUps, gallery, mount, ready, type, visit } from './by-hand-page.ts';

afterEach(() => gallery.stop());

describe('a postponed interaction', () => {
  async function postpone(): Promise<void> {
    await find('aino', /Aino/);
    fireEvent.click(await button('Call'));
    type(await (await byHand()).findByLabelText('Description'), 'Half a call');
    fireEvent.click(await ready('Finish later'));
    await screen.findByRole('heading', { name: 'Postponed' });
  }

  it('is counted in the menu, is in no history, and is finished under its own number', async () => {
    await mount();
    await postpone();
    expect(await screen.findByText('Half a call')).toBeTruthy();
    const kept = entries().find(({ description }) => description === 'Half a call');
    await waitFor(() => expect(entries().find(({ description }) => description === 'Half a call')).toBeTruthy());
    const count = entries().length;
    fireEvent.click(await button('Resume: Half a call'));
    type(await (await byHand()).findByLabelText('Description'), 'A whole call');
    fireEvent.click(await ready('Log for Aino Hämäläinen'));
    await screen.findByText('In the log');
    expect(entries().length).toBe(count);
    const finished = entries().find(({ description }) => description === 'A whole call');
    expect(finished?.postponed).toBe(false);
    if (kept) expect(finished?.id).toBe(kept.id);
    await visit(/^Postponed/);
    expect(screen.queryByText('A whole call')).toBeNull();
  });

  const finish = async () => {
    await mount();
    await postpone();
    fireEvent.click(await button('Resume: Half a call'));
    await (await byHand()).findByDisplayValue('Half a call');
    fireEvent.click(await ready('Log for Aino Hämäläinen'));
    await screen.findByText('In the log');
    return entries().length;
  };

  it('that was finished is followed by a new one when another is logged', async () => {
    const count = await finish();
    fireEvent.click(await button('Log another'));
    fireEvent.click(await ready('Log for Aino Hämäläinen'));
    await screen.findByText('In the log');
    expect(entries().length).toBe(count + 1);
  });

  it('that was finished and taken back is logged as a new one', async () => {
    const count = await finish();
    fireEvent.click(await (await byHand()).findByRole('button', { name: 'Undo' }));
    fireEvent.click(await ready('Log for Aino Hämäläinen'));
    await screen.findByText('In the log');
    expect(entries().length).toBe(count + 1);
    const [whole] = entries().slice(count);
    expect(whole).toMatchObject({ description: 'Half a call', postponed: false, canceled: [] });
  });

  it('is deleted at once, after it was asked for', async () => {
    await mount();
    await postpone();
    fireEvent.click(await button('Delete: Half a call'));
    fireEvent.click(await button('Delete'));
    await waitFor(() => expect(screen.queryByText('Half a call')).toBeNull());
    await waitFor(() =>
      expect(entries().find(({ description }) => description === 'Half a call')?.canceled.length).toBe(1),
    );
  });

  const kept = () => entries().find(({ description }) => description === 'Half a call');
  const offers = () => followUps().filter(({ text }) => text === 'Send the offer');

  /** With a follow-up, of which another device knows only by the entry. */
  async function postponeWithFollowUp(): Promise<void> {
    await mount();
    await find('aino', /Aino/);
    fireEvent.click(await button('Call'));
    const form = await byHand();
    type(await form.findByLabelText('Description'), 'Half a call');
    fireEvent.click(form.getByRole('button', { name: 'Follow-up' }));
    type(await form.findByLabelText('What is to be done'), 'Send the offer');
    fireEvent.click(await ready('Finish later'));
    expect(await screen.findByText('Due 30 Nov: Send the offer')).toBeTruthy();
    await waitFor(() => expect(kept()?.followUp).toEqual({ due: '2026-11-30', text: 'Send the offer' }));
  }

  it('keeps its follow-up, shows it when it is resumed, and makes it when it is finished', async () => {
    await postponeWithFollowUp();
    expect(offers()).toEqual([]);
    fireEvent.click(await button('Resume: Half a call'));
    expect(await (await byHand()).findByDisplayValue('Send the offer')).toBeTruthy();
    fireEvent.click(await ready('Log for Aino Hämäläinen'));
    await screen.findByText('In the log');
    await waitFor(() => expect(offers()).toMatchObject([{ due: '2026-11-30', closed: null, entryId: kept()?.id }]));
    expect(kept()).not.toHaveProperty('followUp');
  });

  it('makes no follow-up when it is deleted', async () => {
    await postponeWithFollowUp();
    fireEvent.click(await button('Delete: Half a call'));
    fireEvent.click(await button('Delete'));
    await waitFor(() => expect(kept()?.canceled.length).toBe(1));
    expect(offers()).toEqual([]);
  });

  it('needs all that an entry needs', async () => {
    await mount();
    await visit('New interaction');
    expect((await button('Finish later')).getAttribute('aria-disabled')).toBe('true');
  });
});
