import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';
import { secretHash } from './secret-hash.ts';
import type { AppEnv, Services } from './services.ts';

/** Lets only requests with a live session's bearer token through, and says for whom they act. */
export function signedIn({ store, noteSession }: Services): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const token = /^Bearer ([\w.~+/=-]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const tokenHash = token === undefined ? undefined : secretHash(token);
    const account = tokenHash === undefined ? undefined : await store.session(tokenHash);
    if (tokenHash === undefined || account === undefined) {
      const response = problem(c, 'signed-out');
      response.headers.set('www-authenticate', 'Bearer');
      return response;
    }
    const { tenantId, userId, role, salespersonCode } = account;
    c.set('account', account);
    c.set('principal', { tenantId, userId, role, salespersonCode });
    c.set('tokenHash', tokenHash);
    noteSession(tokenHash);
    return next();
  };
}
