import { instantOf } from '../../src/domain/time.ts';
import type { Scope } from '../../src/protocol/scope.ts';
import type { Principal } from '../../src/server/log-store.ts';
import type { MemoryLogStore } from './memory-log-store.ts';

/**
 * Push and pull over a log store, as `fetch`: the bearer names the user. For runs that need many servers quickly; the
 * real one has the same routes.
 */
export function createModelServer(
  log: MemoryLogStore,
  principals: ReadonlyMap<string, Principal>,
  now: () => number,
): (path: string, init: RequestInit) => Promise<Response> {
  return async (path, init) => {
    const url = new URL(path, 'http://model.example');
    const bearer = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    const principal = principals.get(bearer);
    if (!principal) return problem(401, 'signed-out');
    if (url.pathname === '/v1/push') {
      const { commands, seen } = JSON.parse(String(init.body));
      if (seen !== undefined && !(await log.knows(principal, seen))) return problem(410, 'cursor-expired');
      return Response.json(await log.push(principal, commands, instantOf(now())));
    }
    if (url.pathname === '/v1/pull') {
      const query = (name: string) => url.searchParams.get(name) ?? undefined;
      const seen = query('seen');
      if (seen !== undefined && !(await log.knows(principal, seen))) return problem(410, 'cursor-expired');
      const scope = query('scope') as Scope; // devices send only scopes
      const at = { cursor: query('cursor'), before: query('before'), limit: Number(query('limit')) };
      const pulled = await log.pull(principal, scope, at);
      return pulled.state === 'ok' ? Response.json(pulled.response) : problem(410, 'cursor-expired');
    }
    return problem(404, 'not-found');
  };
}

function problem(status: number, code: string): Response {
  return Response.json({ type: 'about:blank', status, code, title: code }, { status });
}
