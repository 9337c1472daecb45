import { Hono } from 'hono';
import { StatisticsQuery, StatisticsResponse } from '../../protocol/statistics.ts';
import { describe } from '../describe.ts';
import { readQuery } from '../read-request.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

/** `GET /v1/statistics?by=…`: how many interactions, cost and minutes by template, group, campaign and so on. */
export function statistics(services: Services) {
  return new Hono<AppEnv>().get(
    '/v1/statistics',
    describe({
      summary: 'Sums of interactions that are neither canceled nor postponed.',
      query: {
        by: { description: '`template`, `group`, `campaign`, `salesperson` or `contact`.', required: true },
        from: { description: 'The first day, `YYYY-MM-DD`.' },
        to: { description: 'The last day, `YYYY-MM-DD`.' },
        contact: { description: 'Only interactions with this contact; of a company also with its people.' },
      },
      answer: StatisticsResponse,
      signedIn: true,
    }),
    signedIn(services),
    async (c) => {
      const query = readQuery(c, StatisticsQuery);
      if (query instanceof Response) return query;
      const answer = await services.store.statistics(c.var.principal, query);
      c.set('counts', { rows: answer.sums.length });
      return c.json(answer satisfies StatisticsResponse);
    },
  );
}
