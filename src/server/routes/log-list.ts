import { Hono } from 'hono';
import * as v from 'valibot';
import { LogListQuery, LogListResponse, mostListed } from '../../protocol/log-list.ts';
import { describe } from '../describe.ts';
import { filterParameters } from '../filter-parameters.ts';
import { problem } from '../problem.ts';
import { Limit, readQuery } from '../read-request.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

const usualLimit = 50;

/** `GET /v1/log`: a page of all interactions that a filter shows. */
export function logList(services: Services) {
  return new Hono<AppEnv>().get(
    '/v1/log',
    describe({
      summary: 'Interaction log entries, newest first, with their items, comments and contacts.',
      query: {
        ...filterParameters,
        before: { description: 'The `older` of the page before.' },
        limit: { description: `Most entries, up to ${mostListed}; ${usualLimit} when not said.` },
      },
      answer: LogListResponse,
      signedIn: true,
    }),
    signedIn(services),
    async (c) => {
      const query = readQuery(c, LogListQuery);
      if (query instanceof Response) return query;
      const { before, limit: asked, ...filter } = query;
      const limit = v.safeParse(v.optional(Limit), asked);
      if (!limit.success) return problem(c, 'bad-request', ['limit']);
      const page = { before, limit: limit.output ?? usualLimit };
      const answer = await services.store.list(c.var.principal, filter, page);
      if (answer === 'unknown') return problem(c, 'bad-request', ['before']);
      c.set('counts', { entries: answer.entryIds.length });
      return c.json(answer satisfies LogListResponse);
    },
  );
}
