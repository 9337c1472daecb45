import { Hono } from 'hono';
import * as v from 'valibot';
import { EntryId } from '../../domain/ids.ts';
import { EntryResponse } from '../../protocol/look-up.ts';
import { describe } from '../describe.ts';
import { problem } from '../problem.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

/** `GET /v1/entries/:id`: one entry, also one that no scope of the device holds. */
export function entries(services: Services) {
  return new Hono<AppEnv>().get(
    '/v1/entries/:id',
    describe({
      summary:
        'The entry with its mail or meeting, comments, contact, company and open follow-ups. Empty: there is none.',
      answer: EntryResponse,
      signedIn: true,
    }),
    signedIn(services),
    async (c) => {
      const id = v.safeParse(EntryId, c.req.param('id'));
      if (!id.success) return problem(c, 'bad-request', ['id']);
      const rows = await services.store.entry(c.var.principal, id.output);
      c.set('counts', { rows: rows.length });
      const to = rows.find((row) => row.kind === 'entry')?.id;
      const aliases = to === undefined || to === id.output ? [] : [{ kind: 'entry' as const, from: id.output, to }];
      return c.json({ rows, aliases } satisfies EntryResponse);
    },
  );
}
