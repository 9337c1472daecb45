// An IndexedDB stands where a browser has its own.
import 'fake-indexeddb/auto';
import { screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { startPane } from '../../src/entries/start-pane.ts';
import { createPreviewHost } from '../../src/host/preview/create-preview-host.ts';
import { galleryNow, galleryZone } from '../pane/gallery/gallery-time.ts';
import { createPocketServer } from '../pane/gallery/pocket-server.ts';

const ended = new AbortController();
afterEach(() => ended.abort());

it('a pane that could not be shown at first is shown when it can be, and the fault is reported', async () => {
  const server = await createPocketServer(() => Date.parse(galleryNow));
  const account = server.accountOf('anna');
  const host = createPreviewHost({
    account: { name: account.name, address: account.email, zone: galleryZone },
    language: 'en-GB',
  });
  let isThere = false;
  const noNetwork = new TypeError('Failed to fetch dynamically imported module');
  const language = () => {
    if (!isThere) throw noNetwork;
    return 'en-GB';
  };
  const reported = Promise.withResolvers<unknown>();
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const running = startPane({
    root,
    host: { ...host, language },
    server: 'https://log.aurinko.example',
    request: (path, init) => server.sendAs('anna')(path, init ?? {}),
    surroundings: { online: () => true, visible: () => true, onChange: () => undefined },
    sessions: { read: () => ({ account, token: 'kept' }), keep: () => undefined, signOut: () => undefined },
    report: reported.resolve,
    signal: ended.signal,
  });
  expect(await reported.promise).toBe(noNetwork);
  isThere = true;
  expect(await screen.findByText('No mail or meeting is open')).toBeTruthy();
  ended.abort();
  await running;
});
