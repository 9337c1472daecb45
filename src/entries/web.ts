import './page.css';
import * as v from 'valibot';
import { Zone } from '../domain/time.ts';
import { createPreviewHost } from '../host/preview/create-preview-host.ts';
import { browserRoom } from './browser/browser-room.ts';
import { keepShell } from './browser/keep-shell.ts';
import { pageAddress } from './browser/page-address.ts';
import { sessionKeeper } from './browser/session-keeper.ts';
import { browserSurroundings } from './browser/surroundings.ts';
import { startPane } from './start-pane.ts';

/** The server's own page, with room for more than the pane: no mail client around it, so nothing is ever open. */
const root = document.getElementById('pane');
if (!root) throw new Error('The page has no element #pane.');

const zone = v.safeParse(Zone, new Intl.DateTimeFormat().resolvedOptions().timeZone);
const code = new URLSearchParams(location.hash.slice(1)).get('invite');
// The code works once; left in the address it would only be carried along by bookmarks and shared links.
if (code) history.replaceState(null, '', location.pathname);

keepShell();
await startPane({
  root,
  host: createPreviewHost({
    account: { name: '', address: '', zone: zone.success ? zone.output : v.parse(Zone, 'UTC') },
    language: navigator.language,
  }),
  server: location.origin,
  request: (path, init) => fetch(path, init),
  surroundings: browserSurroundings,
  sessions: sessionKeeper('web'),
  room: browserRoom(),
  address: pageAddress(),
  code: code ? { code, again: false } : undefined,
  signal: new AbortController().signal, // the page's own end is the only one
});
