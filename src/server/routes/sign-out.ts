import { Hono } from 'hono';
import { describe } from '../describe.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

/** `POST /v1/sign-out`: the session ends, here and in its open streams. */
export function signOut(services: Services) {
  return new Hono<AppEnv>().post(
    '/v1/sign-out',
    describe({ summary: 'Ends the session.', signedIn: true }),
    signedIn(services),
    async (c) => {
      await services.store.endSession(c.var.tokenHash);
      services.live.sessionEnded(c.var.tokenHash);
      return c.body(null, 204);
    },
  );
}
