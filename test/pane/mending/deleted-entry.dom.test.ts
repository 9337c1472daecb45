import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { PurgeId } from '../../../src/domain/ids.ts';
import { id, noon } from '../../support/domain-samples.ts';
import { contactNamed, gallery, offline, performed, press, rowsOf } from './mending-world.ts';

afterEach(() => gallery.stop());

/** An entry with Bob Ortiz is commented on and reinstated here; a manager deleted it before that arrives. */
async function deletedMeanwhile(): Promise<{ words: HTMLElement; back: HTMLElement }> {
  await offline();
  const bob = contactNamed('Bob Ortiz');
  const entry = rowsOf('entry').find(({ contactId, postponed }) => contactId === bob.id && !postponed);
  if (!entry) throw new Error('the demo has logged something with Bob');
  const { device } = gallery;
  const about = { entryId: entry.id, itemId: entry.itemId };
  await performed({
    ...{ type: 'add-comment', entryId: entry.id, commentId: device.newId() },
    ...{ body: 'They called back.', audience: 'team' },
  });
  await performed({ type: 'reinstate-interaction', entries: [{ ...about, removes: [device.newId()] }] });
  for (const { command } of await device.store.commands())
    await device.store.refuseHere(command.id, 'entry-deleted', device.actor);
  const rowKeys = [`entry:${entry.id}`];
  const rev = Math.max(...rowsOf('entry').map((row) => row.rev)) + 1000;
  const purge = { kind: 'purge', id: id<PurgeId>(0x91), rev, why: 'deleted', at: noon, rowKeys } as const;
  await device.store.takeRows([purge], device.actor);
  await press('Needs attention: 2');
  const was = `${entry.description} (Bob Ortiz, `;
  await waitFor(() => expect(screen.getAllByText((text) => text.startsWith(was))).toHaveLength(2));
  const [words, back] = screen.getAllByRole('article');
  if (!words || !back) throw new Error('both were refused');
  return { words, back };
}

it('says which deleted entry refused work was about, and of each whether anything that was written can be copied', async () => {
  const { words, back } = await deletedMeanwhile();
  expect(within(words).getByText('They called back.')).toBeTruthy();
  expect(words.textContent).toContain('What you wrote is kept here: copy it if you need it, then discard.');
  expect(back.textContent).not.toMatch(/What you wrote|Written/);
  expect(back.textContent).toContain('There is nothing left to do: discard this.');
  expect(screen.queryByText('An entry that is not on this device any more')).toBeNull();
});

it('offers no other try of what can never succeed', async () => {
  const { back } = await deletedMeanwhile();
  expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Mend' })).toBeNull();
  within(back).getByRole('button', { name: 'Discard' }).click();
  await press('Discard for good');
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
});
