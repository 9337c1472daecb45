import * as v from 'valibot';
import { Zone } from '../../src/domain/time.ts';
import { sessionKeeper } from '../../src/entries/browser/session-keeper.ts';
import { browserSurroundings } from '../../src/entries/browser/surroundings.ts';
import { startPane } from '../../src/entries/start-pane.ts';
import { createPreviewHost } from '../../src/host/preview/create-preview-host.ts';
import { openMail } from './open-mail.ts';
import { noteWhenReady } from './ready.ts';

/** The pane as its own pages start it, with one mail open beside it. */
noteWhenReady('.log-button[aria-disabled="false"]');
const root = document.getElementById('pane');
if (!root) throw new Error('The page has no element #pane.');
const host = createPreviewHost({
  account: { name: 'Anna Korhonen', address: 'anna.korhonen@aurinko.example', zone: v.parse(Zone, 'Europe/Helsinki') },
  language: 'en',
});
host.select(openMail(Date.now()));
await startPane({
  root,
  host,
  server: location.origin,
  request: (path, init) => fetch(path, init),
  surroundings: browserSurroundings,
  sessions: sessionKeeper('bench'),
  signal: new AbortController().signal, // the page's own end is the only one
});
