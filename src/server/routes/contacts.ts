import { Hono } from 'hono';
import * as v from 'valibot';
import { ContactId } from '../../domain/ids.ts';
import { ContactsResponse } from '../../protocol/look-up.ts';
import { describe } from '../describe.ts';
import { problem } from '../problem.ts';
import { readQuery } from '../read-request.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

const Query = v.object({
  q: v.optional(v.pipe(v.string(), v.maxLength(200))),
  id: v.optional(ContactId),
  limit: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d?$/), v.transform(Number))),
});

/** `GET /v1/contacts?q=…` or `?id=…`: contacts with the companies of its people. */
export function contacts(services: Services) {
  const { store } = services;
  return new Hono<AppEnv>().get(
    '/v1/contacts',
    describe({
      summary: 'Contacts in which each word of `q` begins some word, or the one with `id`.',
      query: {
        q: { description: 'Words of a name, company, address or phone number.' },
        id: { description: 'A contact id.' },
        limit: { description: 'Most contacts, up to 99; 20 when not said.' },
      },
      answer: ContactsResponse,
      signedIn: true,
    }),
    signedIn(services),
    async (c) => {
      const query = readQuery(c, Query);
      if (query instanceof Response) return query;
      const { q, id, limit = 20 } = query;
      if ((q === undefined) === (id === undefined)) return problem(c, 'bad-request', ['q', 'id']);
      const rows =
        id === undefined
          ? await store.searchContacts(c.var.principal, q ?? '', limit)
          : await store.contact(c.var.principal, id);
      c.set('counts', { rows: rows.length });
      return c.json({ rows } satisfies ContactsResponse);
    },
  );
}
