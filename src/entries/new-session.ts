import { showShell } from '../pane/shell.tsx';
import { openLocalStore } from '../store/indexed-db/open-local-store.ts';
import { browserClock } from './browser/browser-clock.ts';
import type { KeptSession } from './browser/session-keeper.ts';
import { signIn } from './browser/sign-in.ts';
import { smallStorage } from './browser/small-storage.ts';
import type { PaneOptions } from './start-pane.ts';

/** Signs in: by the code in the page's address where there is one, else on the sign-in page. Undefined: the signal ended it. */
export async function newSession(options: PaneOptions): Promise<KeptSession | undefined> {
  return (await withCode(options)) ?? (await bySignInPage(options));
}

/** Signs in by the code in the page's address; undefined where there is none, or it does not count any more. */
export async function withCode({ code, request, signal }: PaneOptions): Promise<KeptSession | undefined> {
  for (let wait = 500; code !== undefined && !signal.aborted; wait = Math.min(wait * 2, 10_000)) {
    const result = await signIn(request, { code: code.code, ...(code.as === undefined ? {} : { as: code.as }) });
    if (result.ok) return result.session;
    if (result.code !== 'server-unreachable' || !code.again) return undefined;
    await browserClock.after(wait, signal).catch(() => undefined); // only the signal ends it, which the loop sees
  }
  return undefined;
}

async function bySignInPage(options: PaneOptions): Promise<KeptSession | undefined> {
  const { root, host, request, server, sessions, signal } = options;
  const page = new AbortController();
  const stop = AbortSignal.any([signal, page.signal]);
  showShell(root);
  await options.opened;
  const { renderSignIn } = await import('../pane/render-sign-in.tsx');
  const waiting = await waitingUnder(options);
  const preferences = smallStorage('interlog');
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
    renderSignIn(
      root,
      {
        server,
        waiting,
        language: preferences.get('language') ?? host.language(),
        rememberLanguage: (language) => preferences.set('language', language),
        async signIn(code) {
          const result = await signIn(request, { code });
          if (!result.ok) return result;
          sessions.keep(result.session);
          page.abort();
          resolve(result.session);
          return { ok: true };
        },
      },
      stop,
    );
  });
}

/** How many commands wait here under the account that signed out last. */
async function waitingUnder({ sessions, server }: PaneOptions): Promise<number> {
  const account = sessions.read()?.account;
  if (!account) return 0;
  const store = await openLocalStore({ server, tenantId: account.tenantId, userId: account.userId });
  const { waiting, refused } = await store.counts();
  store.close();
  return waiting + refused;
}
