import { Hono } from 'hono';
import * as v from 'valibot';
import { mostPulledRows, PullQuery, PullResponse } from '../../protocol/pull.ts';
import { Scope } from '../../protocol/scope.ts';
import { describe } from '../describe.ts';
import { problem } from '../problem.ts';
import { Limit, readQuery } from '../read-request.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

/** `GET /v1/pull`: the rows of a scope after a cursor, or a page of older entries. */
export function pull(services: Services) {
  return new Hono<AppEnv>().get(
    '/v1/pull',
    describe({
      summary: 'Rows of a scope that changed after a cursor, or its older entries.',
      query: {
        scope: { description: '`setup`, `contacts`, `mine` or `history:<contact id>`.', required: true },
        cursor: { description: 'As the last pull of this scope gave it; without it the scope starts.' },
        before: { description: 'The `older` of an earlier page: entries before it. Moves no cursor.' },
        limit: { description: `Most rows, up to ${mostPulledRows}.` },
        seen: { description: 'The latest that the device has of this log, as a cursor.' },
      },
      answer: PullResponse,
      signedIn: true,
    }),
    signedIn(services),
    async (c) => {
      const query = readQuery(c, PullQuery);
      if (query instanceof Response) return query;
      const scope = v.safeParse(Scope, query.scope);
      if (!scope.success) return problem(c, 'scope-unknown', ['scope']);
      const limit = v.safeParse(v.optional(Limit), query.limit);
      if (!limit.success) return problem(c, 'bad-request', ['limit']);

      const { cursor, before, seen } = query;
      if (seen !== undefined && !(await services.store.knows(c.var.principal, seen)))
        return problem(c, 'cursor-expired', ['seen']);
      const at = { cursor, before, seen, limit: limit.output ?? mostPulledRows };
      const pulled = await services.store.pull(c.var.principal, scope.output, at);
      if (pulled.state === 'expired') return problem(c, 'cursor-expired');
      c.set('counts', { rows: pulled.response.rows.length });
      return c.json(pulled.response satisfies PullResponse);
    },
  );
}
