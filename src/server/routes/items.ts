import { Hono } from 'hono';
import * as v from 'valibot';
import { ItemKey } from '../../domain/item.ts';
import { ItemsResponse } from '../../protocol/look-up.ts';
import { describe } from '../describe.ts';
import { problem } from '../problem.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

const Keys = v.pipe(v.array(ItemKey), v.minLength(1), v.maxLength(20));

/** `GET /v1/items?key=…`: is this mail or meeting logged, and by whom? */
export function items(services: Services) {
  return new Hono<AppEnv>().get(
    '/v1/items',
    describe({
      summary: 'The item known by keys, with its entries, comments and contacts. Empty: not logged.',
      query: { key: { description: 'A key of the mail or meeting.', required: true, repeated: true } },
      answer: ItemsResponse,
      signedIn: true,
    }),
    signedIn(services),
    async (c) => {
      const keys = v.safeParse(Keys, c.req.queries('key') ?? []);
      if (!keys.success) return problem(c, 'bad-request', ['key']);
      const rows = await services.store.itemsByKeys(c.var.principal, keys.output);
      c.set('counts', { rows: rows.length });
      return c.json({ rows } satisfies ItemsResponse);
    },
  );
}
