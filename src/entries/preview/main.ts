import { v7 } from 'uuid';
import * as v from 'valibot';
import { instantOf, Zone } from '../../domain/time.ts';
import { createPreviewHost, type PreviewItem } from '../../host/preview/create-preview-host.ts';
import { sampleClock } from '../../host/preview/samples/sample-clock.ts';
import { sampleItems } from '../../host/preview/samples/sample-items.ts';
import { keepShell } from '../browser/keep-shell.ts';
import { sessionKeeper } from '../browser/session-keeper.ts';
import { smallStorage } from '../browser/small-storage.ts';
import { browserSurroundings } from '../browser/surroundings.ts';
import { startPane } from '../start-pane.ts';
import { createConnection } from './connection.ts';
import { demoPerson, nextDemoName } from './demo-people.ts';
import { findItem } from './find-item.ts';
import './mailbox.css';
import { followPageLanguage } from './mailbox-language.ts';
import { createMailboxState } from './mailbox-state.ts';
import { mountMailbox } from './mount-mailbox.tsx';
import { pageAddressAs, readPageAddress } from './page-address.ts';

const ended = new AbortController().signal; // the page's own end is the only one
const { token, as } = readPageAddress(location.hash);
const me = demoPerson(as);
const now = () => instantOf(Date.now());
const zoneOfBrowser = v.safeParse(Zone, new Intl.DateTimeFormat().resolvedOptions().timeZone);
const zone = zoneOfBrowser.success ? zoneOfBrowser.output : v.parse(Zone, 'UTC');

const preferred = smallStorage('interlog').get('language') ?? navigator.language;
const host = createPreviewHost({
  account: { ...me, zone },
  language: preferred,
  mailbox: {
    find: (keys) => findItem(state.items.peek(), keys),
    open: (identity) => state.select(identity),
  },
});
// The preview's server is on this machine, within reach whatever the browser says of its network.
const surroundings = { ...browserSurroundings, online: () => true };
const connection = createConnection((path, init) => fetch(path, init), surroundings);
const state = createMailboxState(host, sampleItems(sampleClock(now(), zone)), { zone, now, newId: () => v7() });

function send(draft: PreviewItem): PreviewItem {
  const at = now();
  const messageId = `<${draft.item.draftId ?? v7()}@aurinko.example>`;
  return { ...draft, item: { ...draft.item, mode: 'read', sentAt: at, receivedAt: at, messageId } };
}

// A changed address means another workspace or another colleague.
window.addEventListener('hashchange', () => location.reload());

const root = document.getElementById('mailbox');
if (!root) throw new Error('The page has no element #mailbox.');
const paneSlot = document.createElement('div');
paneSlot.className = 'mb-pane-slot';
const other = nextDemoName(as);
mountMailbox(
  root,
  {
    state,
    language: followPageLanguage(preferred, ended),
    connection,
    me,
    other: demoPerson(other),
    otherAddress: pageAddressAs(token, other),
    paneSlot,
    now,
    send,
  },
  ended,
);
state.select('sample-thread');

keepShell();
await startPane({
  root: paneSlot,
  host,
  server: location.origin,
  request: connection.request,
  surroundings: connection.surroundings,
  sessions: sessionKeeper(as),
  code: token === undefined ? undefined : { code: token, as, again: true },
  signal: ended,
});
