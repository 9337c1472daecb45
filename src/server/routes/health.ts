import { Hono } from 'hono';
import { describe, Ok } from '../describe.ts';
import type { AppEnv, Services } from '../services.ts';

/** `GET /healthz`: the process answers and its log can be read. */
export function health({ store }: Services) {
  return new Hono<AppEnv>().get('/healthz', describe({ summary: 'The server can answer.', answer: Ok }), async (c) => {
    await store.hasTenants();
    return c.json({ ok: true });
  });
}
