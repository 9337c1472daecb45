import { screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { PurgeId } from '../../../src/domain/ids.ts';
import { id, noon } from '../../support/domain-samples.ts';
import { contactNamed, gallery, offline, performed, press, rowsOf } from './mending-world.ts';

afterEach(() => gallery.stop());

/** An admin has erased Bob Ortiz, of whom the server tells nothing else any more. */
async function erased(): Promise<void> {
  const { store, actor } = gallery.device;
  const bob = contactNamed('Bob Ortiz');
  const theirs = rowsOf('entry').filter(({ contactId }) => contactId === bob.id);
  const rowKeys = [`contact:${bob.id}`, ...theirs.map((entry) => `entry:${entry.id}`)];
  const rev = Math.max(...rowsOf('entry').map((row) => row.rev)) + 1000;
  await store.takeRows([{ kind: 'purge', id: id<PurgeId>(0x91), rev, why: 'erased', at: noon, rowKeys }], actor);
}

it('says how much of what was written here went with an erased person, and nothing of it, until that is taken away', async () => {
  await offline();
  const bob = contactNamed('Bob Ortiz');
  const entry = rowsOf('entry').find(({ contactId }) => contactId === bob.id);
  await performed({
    type: 'add-comment',
    entryId: entry?.id,
    commentId: id(0x92),
    body: 'Ortiz said yes',
    audience: 'team',
  });
  await performed({ type: 'save-contact', contactId: bob.id, saw: { name: bob.name }, to: { name: 'Robert Ortiz' } });
  await erased();
  await press('Needs attention: 1');
  await screen.findByText(/^2 things that you had written here were about a person who has been erased/);
  expect(screen.queryByText('Nothing needs your attention.')).toBeNull();
  expect(screen.queryByRole('article')).toBeNull();
  expect(document.body.textContent).not.toContain('Ortiz');
  await press('Take this notice away');
  await screen.findByText('Nothing needs your attention.');
  await waitFor(() => expect(screen.queryByText(/had written here/)).toBeNull());
  await waitFor(() => expect(gallery.device.state()).toMatchObject({ erasedWork: 0, refused: 0 }));
});

it('says of a single thing that it is gone', async () => {
  await offline();
  const bob = contactNamed('Bob Ortiz');
  await performed({ type: 'save-contact', contactId: bob.id, saw: { name: bob.name }, to: { name: 'Robert Ortiz' } });
  await erased();
  await press('Needs attention: 1');
  await screen.findByText(/^Something that you had written here was about a person who has been erased/);
});
