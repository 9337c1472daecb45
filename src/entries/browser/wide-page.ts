import type { WidePage } from '../../pane/pane-services.ts';
import type { Request } from './sign-in.ts';

/** The wide page of `server`, for the session with `token`. */
export function widePageOf({ server, ...session }: { server: string; request: Request; token: string }): WidePage {
  return {
    async askCode(signal) {
      const loaded = await import('./ask-hand-over.ts').catch(() => undefined);
      // What asks lies where the answer does: without the one there is no other.
      return loaded ? loaded.askHandOver(session, signal) : { ok: false, code: 'server-unreachable' };
    },
    addressWith: (code) => `${new URL('/web.html', server)}#invite=${encodeURIComponent(code)}`,
    open(address) {
      const page = window.open(address, '_blank');
      if (page) page.opener = null; // the two pages have nothing to do with each other
      return page !== null;
    },
  };
}
