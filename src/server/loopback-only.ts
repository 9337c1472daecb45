import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';
import type { AppEnv } from './services.ts';

/**
 * Answers only requests that name one of `hosts` and come from its own pages, so that no web page elsewhere reaches a
 * server on loopback, not by way of a name that leads there either.
 */
export function loopbackOnly(hosts: readonly string[]): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    const origin = c.req.header('origin');
    if (!hosts.includes(host) || (origin !== undefined && origin !== `http://${host}`))
      return problem(c, 'forbidden-origin');
    return next();
  };
}
