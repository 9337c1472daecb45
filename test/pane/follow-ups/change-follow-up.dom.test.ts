import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { FollowUp } from '../../../src/domain/follow-up.ts';
import { type Gallery, mountGallery } from '../gallery/gallery.ts';

let gallery: Gallery;
afterEach(() => gallery.stop());

const was = 'Soita tarjouksesta 2291';
const followUps = () =>
  gallery.server.log.rows(gallery.device.account.tenantId).filter((row): row is FollowUp => row.kind === 'follow-up');

it('a follow-up that a colleague changed meanwhile is not changed unseen: it says so, shows theirs, and is saved knowingly', async () => {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root });
  fireEvent.click(await screen.findByRole('button', { name: 'Menu' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: /^Due/ }));
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^(?!Done).*${was}`) }));
  fireEvent.click(await screen.findByRole('button', { name: 'Change' }));
  const words = (await screen.findByDisplayValue(was)) as HTMLInputElement;
  fireEvent.input(words, { target: { value: 'Write about the offer' } });

  const one = followUps().find(({ text }) => text === was);
  if (!one) throw new Error('the demo has it');
  const { contactId, companyId, entryId, due, userId } = one;
  const theirs = { contactId, companyId, entryId, due, userId, text: 'They called back' };
  const { device } = gallery;
  const change = {
    ...device.envelope(),
    type: 'save-follow-up',
    followUpId: one.id,
    fields: theirs,
    saw: { ...theirs, text: was },
  };
  await gallery.server.push('mika', [change]);
  device.syncNow();
  await screen.findByText('They called back');
  expect(words.value).toBe('Write about the offer');

  const form = words.closest('form');
  if (!form) throw new Error('it stands in a form');
  const save = () => fireEvent.click(within(form).getByRole('button', { name: 'Save follow-up' }));
  save();
  expect((await screen.findAllByText('Somebody changed this meanwhile.')).length).toBeGreaterThan(0);
  expect(words.value).toBe('Write about the offer');
  expect(followUps().find(({ id }) => id === one.id)?.text).toBe('They called back');
  save();
  await waitFor(() => expect(followUps().find(({ id }) => id === one.id)?.text).toBe('Write about the offer'));
});
