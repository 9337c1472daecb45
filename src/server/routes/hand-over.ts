import { Hono } from 'hono';
import { instantOf } from '../../domain/time.ts';
import { HandOverResponse } from '../../protocol/account.ts';
import { describe } from '../describe.ts';
import { secretHash } from '../secret-hash.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

/** Long enough to open a page, too short to be passed on. */
const handOverLifeMs = 60_000;

/**
 * `POST /v1/hand-over`: a one-time code that signs the same user in on another page. It is kept as invites are, by its
 * hash, and `POST /v1/sign-in` takes it.
 */
export function handOver(services: Services) {
  const { store, now, randomToken } = services;
  return new Hono<AppEnv>().post(
    '/v1/hand-over',
    describe({
      summary: 'Makes a one-time code that signs the same user in on another page.',
      answer: HandOverResponse,
      signedIn: true,
    }),
    signedIn(services),
    async (c) => {
      const { tenantId, userId } = c.var.principal;
      const code = randomToken();
      const expiresAt = instantOf(Date.parse(now()) + handOverLifeMs);
      await store.createInvite({ codeHash: secretHash(code), tenantId, userId, expiresAt });
      c.header('cache-control', 'no-store');
      return c.json({ code, expiresAt } satisfies HandOverResponse);
    },
  );
}
