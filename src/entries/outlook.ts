import './page.css';
import { v7 } from 'uuid';
import * as v from 'valibot';
import { Zone } from '../domain/time.ts';
import { createOutlookHost } from '../host/outlook/create-outlook-host.ts';
import { loadOffice } from '../host/outlook/load-office.ts';
import { outOfPatience } from '../host/outlook/quirks/hanging-library.ts';
import type { Timers } from '../host/outlook/quirks/unanswered-call.ts';
import { keepShell } from './browser/keep-shell.ts';
import { sessionKeeper } from './browser/session-keeper.ts';
import { smallStorage } from './browser/small-storage.ts';
import { browserSurroundings } from './browser/surroundings.ts';
import { startPane } from './start-pane.ts';

/** The pane in Outlook, in a frame or a web view of whatever client. */
const root = document.getElementById('pane');
const script = document.getElementById('office-js');
if (!root || !(script instanceof HTMLScriptElement)) throw new Error('The page lacks #pane or #office-js.');

const zone = v.safeParse(Zone, new Intl.DateTimeFormat().resolvedOptions().timeZone);
const timers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
const host = createOutlookHost({
  library: loadOffice(script, history),
  outOfPatience: outOfPatience(script, performance, timers),
  window,
  document,
  timers,
  zone: zone.success ? zone.output : v.parse(Zone, 'UTC'),
  language: navigator.language,
  newId: () => v7(),
  notes: smallStorage('interlog'),
});
keepShell();

await startPane({
  root,
  host,
  // Language and touch are Outlook's to say; after five seconds the pane opens without it.
  opened: host.opened,
  server: location.origin,
  request: (path, init) => fetch(path, init),
  surroundings: browserSurroundings,
  sessions: sessionKeeper('outlook'),
  signal: new AbortController().signal, // the page's own end is the only one
});
