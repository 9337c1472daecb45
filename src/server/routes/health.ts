import { Hono } from 'hono';
import { describe, Ok } from '../describe.ts';
import type { AppEnv, Services } from '../services.ts';

const nobody = 'the hash of no token';

/** `GET /healthz`: the process answers, and so do who writes its log and who reads it. */
export function health({ store }: Services) {
  return new Hono<AppEnv>().get('/healthz', describe({ summary: 'The server can answer.', answer: Ok }), async (c) => {
    await Promise.all([store.hasTenants(), store.session(nobody)]);
    return c.json({ ok: true });
  });
}
