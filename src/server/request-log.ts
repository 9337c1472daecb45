import type { MiddlewareHandler } from 'hono';
import type { AppEnv, ServerLog } from './services.ts';

/** One line a request: what, how it ended, how long it took, whose. No query, header or body. */
export function requestLog(log: ServerLog): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const facts = {
      method: c.req.method,
      path: c.req.path.slice(0, 200),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      ...(c.var.principal ? { tenant: c.var.principal.tenantId } : {}),
      ...c.var.counts,
    };
    log.info(facts, 'request');
  };
}
