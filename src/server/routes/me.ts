import { Hono } from 'hono';
import { MeResponse } from '../../protocol/account.ts';
import { describe } from '../describe.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

/** `GET /v1/me`: whose session this is. */
export function me(services: Services) {
  return new Hono<AppEnv>().get(
    '/v1/me',
    describe({ summary: 'Whose session this is.', answer: MeResponse, signedIn: true }),
    signedIn(services),
    (c) => c.json({ account: c.var.account } satisfies MeResponse),
  );
}
