import { v7 } from 'uuid';
import type { HostAdapter } from '../host/host-adapter.ts';
import { chooseLanguage, loadFirstMessages } from '../pane/messages/messages.ts';
import type { PageAddress, PaneServices, Room } from '../pane/pane-services.ts';
import { renderPane } from '../pane/render-pane.tsx';
import { showShell } from '../pane/shell.tsx';
import { openLocalStore } from '../store/indexed-db/open-local-store.ts';
import { createLaterDevice } from '../sync/create-later-device.ts';
import { browserClock, deviceClock } from './browser/browser-clock.ts';
import { browserLocks } from './browser/browser-locks.ts';
import type { KeptSession, SessionKeeper } from './browser/session-keeper.ts';
import type { Request } from './browser/sign-in.ts';
import { smallStorage } from './browser/small-storage.ts';
import type { Surroundings } from './browser/surroundings.ts';
import { widePageOf } from './browser/wide-page.ts';

export interface PaneOptions {
  root: HTMLElement;
  host: HostAdapter;
  /** Resolves when `host` can be asked; at once where absent. What needs no host is done meanwhile. */
  opened?: Promise<unknown> | undefined;
  /** Where the log lives; also tells the device databases of several servers apart. */
  server: string;
  request: Request;
  surroundings: Surroundings;
  sessions: SessionKeeper;
  /** A code in the page's address that signs in without asking: an invitation, or the preview's token. */
  code?: { code: string; as?: string; again: boolean } | undefined;
  /** Given by the wide page itself; elsewhere the pane stays narrow and can open that page. */
  room?: Room | undefined;
  /** Given by the same page: its address is the pane's. */
  address?: PageAddress | undefined;
  /** Hears of faults; where absent, the browser does. */
  report?: (fault: unknown) => void;
  signal: AbortSignal;
}

/** Until showing the pane is tried again (ms). */
const rest = 5_000;

/**
 * Signs in and shows the pane, for as long as `signal` lasts. States: signed out (the sign-in page) ⇄ signed in (one
 * account: its store, its device, the pane). Leaving an account stops everything of it; its outbox stays on the device.
 * A fault before anything could be shown (a part that is not to be had without the network) is reported, and all is
 * begun again after a while.
 */
export async function startPane(options: PaneOptions): Promise<void> {
  const { signal, report = thrown } = options;
  // Who opens a one-time link means its account, whoever was signed in here before.
  let isLinked = options.code?.again === false;
  while (!signal.aborted) {
    try {
      const session = await sessionOf(options, isLinked);
      isLinked = false;
      if (session === undefined) return;
      await showAccount(options, session);
    } catch (fault) {
      report(fault);
      await deviceClock.after(rest, signal);
    }
  }
}

async function sessionOf(options: PaneOptions, isLinked: boolean): Promise<KeptSession | undefined> {
  const { sessions } = options;
  const linked = isLinked ? await (await import('./new-session.ts')).withCode(options) : undefined;
  const kept = linked ? undefined : sessions.read();
  const session = linked ?? (kept?.token ? kept : await (await import('./new-session.ts')).newSession(options));
  if (session !== undefined && session !== kept) sessions.keep(session);
  return session;
}

/** Where nobody catches it, so that the browser reports it like all that goes wrong in a page. */
function thrown(fault: unknown): void {
  setTimeout(() => {
    throw fault;
  });
}

/** Resolves when the account is signed out. */
async function showAccount(options: PaneOptions, session: KeptSession): Promise<void> {
  const { host, root, request, server, room, report = thrown } = options;
  const { account, token } = session;
  const leave = new AbortController();
  const signal = AbortSignal.any([options.signal, leave.signal]);
  const preferences = smallStorage('interlog');
  // What is not needed for the open item waits until that is shown.
  const shown = Promise.withResolvers<void>();
  const opening = openLocalStore({ server, tenantId: account.tenantId, userId: account.userId, later: shown.promise });
  showShell(root); // drawn while the store is being opened
  const [store] = await Promise.all([
    opening,
    options.opened,
    // Nearly always what the host will say; loaded meanwhile, as what can be asked again is not missed.
    loadFirstMessages(chooseLanguage(preferences.get('language'), navigator.language)).catch(() => undefined),
  ]);
  const device = createLaterDevice({
    account,
    store,
    request,
    token: token ?? '',
    clock: deviceClock,
    random: () => Math.random(),
    newUuid: () => v7(),
    locks: browserLocks(),
    surroundings: options.surroundings,
    shown: shown.promise,
    report,
  });
  const services: PaneServices = {
    host,
    device,
    clock: browserClock,
    preferences,
    saveFile: async (name, text) => (await import('./browser/files.ts')).saveFile(name, text),
    openFile: async (accept) => (await import('./browser/files.ts')).openFile(accept),
    contactWorker: async () => (await import('./browser/contact-worker.ts')).startContactWorker(),
    signOut() {
      options.sessions.signOut();
      leave.abort();
    },
    server,
    room,
    address: options.address,
    widePage: room ? undefined : widePageOf({ server, request, token: token ?? '' }),
  };
  const rendering = renderPane(root, services, signal).finally(shown.resolve);
  if (options.code?.again)
    device.onState((state) => {
      if (!state.paused.includes('signed-out')) return;
      options.sessions.signOut();
      leave.abort();
    }, signal);
  // Asking is all that can be done: the browser decides by itself, and the pane works either way.
  shown.promise.then(() => navigator.storage?.persist?.()).catch(() => false);
  try {
    await Promise.all([rendering, device.run(signal)]);
  } finally {
    leave.abort();
    store.close();
  }
}
