import { Hono } from 'hono';
import * as v from 'valibot';
import { SalespersonCode } from '../../domain/ids.ts';
import { Day } from '../../domain/time.ts';
import { ColdQuery, ColdResponse } from '../../protocol/log-list.ts';
import { describe } from '../describe.ts';
import { problem } from '../problem.ts';
import { Limit, readQuery } from '../read-request.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

const Days = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number));
const usualLimit = 50;

/** `GET /v1/contacts/cold?days=…`: who was not reached for so many days. */
export function coldContacts(services: Services) {
  return new Hono<AppEnv>().get(
    '/v1/contacts/cold',
    describe({
      summary: 'Contacts that were not reached for some days, the longest ago first; those that never were at the end.',
      query: {
        days: { description: 'For how many days.', required: true },
        salesperson: { description: 'Only the contacts of this salesperson code.' },
        limit: { description: `Most contacts, up to 200; ${usualLimit} when not said.` },
      },
      answer: ColdResponse,
      signedIn: true,
    }),
    signedIn(services),
    async (c) => {
      const query = readQuery(c, v.object({ ...ColdQuery.entries, days: Days, limit: v.optional(Limit) }));
      if (query instanceof Response) return query;
      const salesperson = v.safeParse(v.optional(SalespersonCode), query.salesperson);
      if (!salesperson.success) return problem(c, 'bad-request', ['salesperson']);
      const { days, limit = usualLimit } = query;
      const day = v.parse(Day, new Date(Date.parse(services.now()) - days * 86_400_000).toISOString().slice(0, 10));
      const answer = await services.store.cold(c.var.principal, { day, salesperson: salesperson.output, limit });
      c.set('counts', { contacts: answer.contacts.length });
      return c.json(answer satisfies ColdResponse);
    },
  );
}
