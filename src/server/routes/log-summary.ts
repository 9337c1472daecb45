import { Hono } from 'hono';
import { LogSummaryQuery, LogSummaryResponse } from '../../protocol/log-list.ts';
import { describe } from '../describe.ts';
import { filterParameters } from '../filter-parameters.ts';
import { readQuery } from '../read-request.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

/** `GET /v1/log/summary`: what the interactions that a filter shows amount to. */
export function logSummary(services: Services) {
  return new Hono<AppEnv>().get(
    '/v1/log/summary',
    describe({
      summary: 'Sums by week, template, salesperson and campaign of what is neither canceled nor postponed.',
      query: filterParameters,
      answer: LogSummaryResponse,
      signedIn: true,
    }),
    signedIn(services),
    async (c) => {
      const filter = readQuery(c, LogSummaryQuery);
      if (filter instanceof Response) return filter;
      const answer = await services.store.summary(c.var.principal, filter);
      c.set('counts', { entries: answer.total.count });
      return c.json(answer satisfies LogSummaryResponse);
    },
  );
}
