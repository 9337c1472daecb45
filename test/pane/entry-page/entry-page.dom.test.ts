import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { itemKeys } from '../../../src/capture/item-keys.ts';
import type { ItemKey } from '../../../src/domain/item.ts';
import type { LogEntry } from '../../../src/domain/log-entry.ts';
import { deletionOf } from '../../support/model-purges.ts';
import { type Gallery, type GalleryOptions, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;

/** Logs the mail that is open at first, opens another one, and then the entry's page. */
async function openLogged(identity: string): Promise<void> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, open: identity });
  const before = entries().length;
  const button = await screen.findByRole('button', { name: /^Log for/ });
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('false'));
  fireEvent.click(button);
  await screen.findByText('In the log');
  gallery.open('sample-swedish');
  const made = entries().slice(before).at(0);
  if (!made) throw new Error('nothing was logged');
  fireEvent.click(await screen.findByRole('button', { name: 'Menu' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Interaction log' }));
  fireEvent.click(
    await waitFor(() => {
      const line = document.querySelector<HTMLElement>(`[data-entry="${made.id}"] .row-line`);
      if (!line) throw new Error('not in the list yet');
      return line;
    }),
  );
  await heading(made.description);
}

/** Opens the newest entry of the log on its page. */
async function openNewest(options: Omit<GalleryOptions, 'root'> = {}): Promise<LogEntry> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, ...options });
  fireEvent.click(await screen.findByRole('button', { name: 'Menu' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Interaction log' }));
  await waitFor(() => expect(document.querySelector('.log-cards .row-line')).toBeTruthy());
  const line = document.querySelector<HTMLElement>('.log-cards .row-line');
  const description = line?.querySelector('.row-description')?.textContent ?? '';
  fireEvent.click(line ?? document.body);
  await heading(description);
  const entry = entries().find((one) => one.description === description);
  if (!entry) throw new Error('the entry is not on the server');
  return entry;
}

afterEach(() => gallery.stop());

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const press = async (name: string | RegExp) => void fireEvent.click(await screen.findByRole('button', { name }));
const entries = () =>
  gallery.server.log.rows(gallery.device.account.tenantId).filter((row): row is LogEntry => row.kind === 'entry');
const logged = () => {
  const found = gallery.items.find(({ item }) => item.identity === 'sample-thread');
  return found ? itemKeys(found.item) : [];
};
const events = () => within(screen.getByRole('region', { name: 'History of the entry' }));

describe('the page of an entry', () => {
  it('tells who canceled and reinstated it, with the reason, also after the reason was taken away', async () => {
    await openNewest();
    await press('Mark as canceled');
    fireEvent.input(await screen.findByLabelText('Why? (may be left empty)'), { target: { value: 'Wrong customer' } });
    await press('Mark as canceled');
    await press('Reinstate');
    await screen.findByText('Reinstate this entry?');
    await press('Reinstate');
    await events().findByText('Reinstated');
    expect(events().getByText('Why: Wrong customer')).toBeTruthy();
    expect(
      events()
        .getAllByRole('listitem')
        .map((item) => item.querySelector('strong')?.textContent),
    ).toEqual(['Reinstated', 'Canceled', 'Logged']);
  });

  it('takes a cancellation back with Undo, which the history tells', async () => {
    const { id } = await openNewest();
    await press('Mark as canceled');
    await screen.findByText('Mark this entry as canceled?');
    await press('Mark as canceled');
    await press('Undo');
    await events().findByText('Reinstated');
    await waitFor(() => expect(entries().find((one) => one.id === id)?.canceled).toEqual([]));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('says that the entry was deleted when a colleague deletes it, and it is in the list behind it no more', async () => {
    const { id } = await openNewest();
    await press('Mark as canceled');
    await screen.findByText('Mark this entry as canceled?');
    await press('Mark as canceled');
    await waitFor(() => expect(entries().find((one) => one.id === id)?.canceled).toHaveLength(1));
    gallery.server.log.purge(gallery.device.account.tenantId, 'deleted', deletionOf);
    gallery.device.syncNow();
    await screen.findByText('This entry was deleted.');
    expect(screen.queryByRole('button', { name: 'Comment' })).toBeNull();
    await press('Back');
    await waitFor(() => expect(document.querySelector('.log-cards .row-line')).toBeTruthy());
    expect(document.querySelector(`[data-entry="${id}"]`)).toBeNull();
  });

  it.each(['Comment', 'Correct', 'Evaluate', 'Follow up', 'Mark as canceled'])(
    'gives the focus back to the button when what it began is left by Escape: %s',
    async (name) => {
      await openNewest();
      const button = await screen.findByRole('button', { name });
      button.focus();
      fireEvent.click(button);
      await waitFor(() => expect(document.activeElement?.closest('.act')).toBeTruthy());
      fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
      await waitFor(() => expect(document.activeElement?.textContent).toBe(name));
      expect(document.activeElement?.closest('.act')).toBeNull();
    },
  );

  it('keeps what was typed in a form when something else is done first, and lets go of it when it is left', async () => {
    await openNewest();
    await press('Comment');
    const field = () => screen.findByLabelText<HTMLTextAreaElement>('Comment');
    fireEvent.input(await field(), { target: { value: 'He will call back' } });
    await press('Back');
    fireEvent.click(document.querySelector('.log-cards .row-line') ?? document.body);
    await press('Comment');
    expect((await field()).value).toBe('He will call back');
    fireEvent.keyDown(await field(), { key: 'Escape' });
    await press('Comment');
    expect((await field()).value).toBe('He will call back');
    await press('Leave as it is');
    await press('Comment');
    expect((await field()).value).toBe('');
  });

  it('tells a correction from what to what, and a second one of the same field with what the first left', async () => {
    const { description } = await openNewest();
    for (const next of ['First', 'Second']) {
      await press('Correct');
      const form = within(await screen.findByRole('form', { name: 'Correct' }));
      fireEvent.input(form.getByLabelText('Description'), { target: { value: next } });
      await press('Save correction');
      await heading(next);
    }
    await waitFor(() =>
      expect([...document.querySelectorAll('.changes dd')].map(({ textContent }) => textContent)).toEqual([
        'First → Second',
        `${description} → First`,
      ]),
    );
  });

  it('leads to the contact, and to the log of its template', async () => {
    const { contactId, templateCode } = await openNewest();
    const links = () => within(document.querySelector<HTMLElement>('.entry-links') ?? document.body);
    const contact = gallery.server.log.rows(gallery.device.account.tenantId).find(({ id }) => id === contactId);
    const name = contact?.kind === 'contact' ? contact.name : '';
    await waitFor(() => links().getByRole('button', { name }));
    const template = links().getAllByRole('button')[2];
    fireEvent.click(template ?? document.body);
    await heading('Interaction log entries');
    const same = entries().filter((one) => one.templateCode === templateCode && !one.postponed).length;
    await waitFor(() => expect(document.querySelectorAll('.log-cards .row-line').length).toBe(same));
  });

  it('leads back to where one came from', async () => {
    await openNewest();
    await press('Back');
    await heading('Interaction log entries');
  });

  it('opens the mail it is about in the mail client, whatever is open there by then', async () => {
    await openLogged('sample-thread');
    await press('Open the mail');
    await waitFor(async () =>
      expect(await gallery.host.current(new AbortController().signal)).toMatchObject({
        item: { identity: 'sample-thread' },
      }),
    );
  });

  it('says that a mail which this mail client does not have can not be opened from here', async () => {
    await openLogged('sample-thread');
    const item = (await gallery.device.store.itemByKeys(logged()))?.item;
    if (!item) throw new Error('it was logged');
    const keys = ['message-id:elsewhere@kivi.example' as ItemKey];
    await gallery.device.store.takeRows([{ ...item, keys, rev: item.rev + 1000 }], gallery.device.actor);
    expect(await screen.findByText(/^This mail was not open beside Interlog/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Open the mail' })).toBeNull();
  });

  it('shows the text of a mail as text, whatever stands in it', async () => {
    const { description } = await openNewest();
    const text = '<img src=x onerror="document.body.dataset.ran=1"><b>Bold</b>';
    const shown = entries().find((one) => one.description === description);
    if (!shown) throw new Error('it was there');
    await gallery.device.store.takeRows([{ ...shown, text, rev: shown.rev + 1000 }], gallery.device.actor);
    expect(await screen.findByText(text)).toBeTruthy();
    expect(document.querySelector('.entry-page img, .entry-page b')).toBeNull();
    expect(document.body.dataset.ran).toBeUndefined();
  });
});
