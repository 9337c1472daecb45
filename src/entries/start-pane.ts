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
  signal: AbortSignal;
}

/**
 * Signs in and shows the pane, for as long as `signal` lasts. States: signed out (the sign-in page) ⇄ signed in (one
 * account: its store, its device, the pane). Leaving an account stops everything of it; its outbox stays on the device.
 */
export async function startPane(options: PaneOptions): Promise<void> {
  const { signal, sessions } = options;
  // Who opens a one-time link means its account, whoever was signed in here before.
  let linked = options.code?.again === false ? await (await import('./new-session.ts')).withCode(options) : undefined;
  while (!signal.aborted) {
    const kept = linked ? undefined : sessions.read();
    const session = linked ?? (kept?.token ? kept : await (await import('./new-session.ts')).newSession(options));
    linked = undefined;
    if (session === undefined) return;
    if (session !== kept) sessions.keep(session);
    await showAccount(options, session);
  }
}

/** Resolves when the account is signed out. */
async function showAccount(options: PaneOptions, session: KeptSession): Promise<void> {
  const { host, root, request, server, room } = options;
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
  const device = createLaterDevice(
    {
      account,
      store,
      request,
      token: token ?? '',
      clock: deviceClock,
      random: () => Math.random(),
      newUuid: () => v7(),
      locks: browserLocks(),
      surroundings: options.surroundings,
    },
    shown.promise,
  );
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
  void renderPane(root, services, signal).finally(shown.resolve);
  if (options.code?.again)
    device.onState((state) => {
      if (!state.paused.includes('signed-out')) return;
      options.sessions.signOut();
      leave.abort();
    }, signal);
  // Asking is all that can be done: the browser decides by itself, and the pane works either way.
  shown.promise.then(() => navigator.storage?.persist?.()).catch(() => false);
  await device.run(signal);
  store.close();
}
