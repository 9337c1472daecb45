import { fireEvent, screen, waitFor } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, expect, it } from 'vitest';
import { Instant } from '../../src/domain/time.ts';
import { blankItem } from '../../src/host/blank-item.ts';
import { type Gallery, mountGallery } from '../pane/gallery/gallery.ts';
import { galleryNow } from '../pane/gallery/gallery-time.ts';

let gallery: Gallery;
afterEach(() => gallery.stop());

it('stays usable with a subject of ten megabytes and five thousand recipients, and logs it', async () => {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  gallery = await mountGallery({ root, open: 'sample-thread' });
  await screen.findByRole('button', { name: 'Log for 2 contacts' });
  const entries = () => gallery.server.log.rows(gallery.device.account.tenantId).filter((row) => row.kind === 'entry');
  const before = entries().length;

  const to = Array.from({ length: 5_000 }, (_, at) => ({ name: `Person ${at}`, address: `p${at}@many.example` }));
  const at = v.parse(Instant, galleryNow);
  const bob = { name: 'Bob Ortiz', address: 'bob.ortiz@harbourpine.example' };
  const item = blankItem({
    ...{ kind: 'mail', identity: 'huge', subject: `invoice\u202Efdp.exe ${'long '.repeat(2_000_000)}` },
    ...{ from: bob, sender: bob, to, sentAt: at, receivedAt: at, messageId: '<huge@many.example>' },
  });
  gallery.host.select({ item, body: { text: 'Hello' } });
  const button = await screen.findByRole('button', { name: 'Log for Bob Ortiz' });
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('false'));

  // What is read and laid out is as much as a person would look at.
  expect(root.textContent.length).toBeLessThan(20_000);
  expect(root.querySelectorAll('*').length).toBeLessThan(3_000);
  expect(root.textContent).not.toContain('\u202E');
  fireEvent.input(screen.getByLabelText('Description'), { target: { value: 'A huge mail' } });
  fireEvent.click(await screen.findByRole('button', { name: 'Log for Bob Ortiz' }));
  await screen.findByText('In the log');
  const made = entries().slice(before);
  expect(made.map(({ description, subject }) => [description, subject.slice(0, 19)])).toEqual([
    ['A huge mail', 'invoicefdp.exe long'],
  ]);
});
