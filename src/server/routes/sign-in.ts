import { Hono } from 'hono';
import { type Account, SignInRequest, SignInResponse } from '../../protocol/account.ts';
import { callerOf } from '../caller-of.ts';
import { describe } from '../describe.ts';
import { problem } from '../problem.ts';
import { readJson } from '../read-request.ts';
import { secretHash } from '../secret-hash.ts';
import type { AppEnv, Services } from '../services.ts';
import { createTryLimit } from '../try-limit.ts';

const mostBytes = 4_000;
/** Codes have 256 bits, so the limit is no protection they need: it keeps guessing from costing us anything. */
const mostFailures = 20;

/** `POST /v1/sign-in`: a one-time code, or the preview's token, for a session. */
export function signIn(services: Services) {
  const { store, now, randomToken } = services;
  const limit = createTryLimit(mostFailures, () => Date.parse(now()));
  return new Hono<AppEnv>().post(
    '/v1/sign-in',
    describe({ summary: 'Gives a session for a one-time code.', body: SignInRequest, answer: SignInResponse }),
    async (c) => {
      const who = callerOf(c);
      if (!limit.allows(who)) {
        const response = problem(c, 'too-many-requests');
        response.headers.set('retry-after', '60');
        return response;
      }
      const request = await readJson(c, SignInRequest, mostBytes);
      if (request instanceof Response) return request;
      const account =
        (await demoUser(services, request)) ?? (await store.redeemInvite(secretHash(request.code), now()));
      if (!account) {
        limit.failed(who);
        return problem(c, 'sign-in-refused');
      }
      const token = randomToken();
      const { tenantId, userId } = account;
      await store.createSession({ tokenHash: secretHash(token), tenantId, userId, createdAt: now() });
      c.header('cache-control', 'no-store');
      return c.json({ token, account } satisfies SignInResponse);
    },
  );
}

/** In the preview its token stands for any of the demo users. Hashes are compared, whose times tell nothing. */
async function demoUser({ mode, store }: Services, { code, as }: SignInRequest): Promise<Account | undefined> {
  if (mode.kind !== 'preview' || as === undefined || !Object.hasOwn(mode.users, as)) return undefined;
  const user = mode.users[as];
  if (!user || secretHash(code) !== secretHash(mode.token)) return undefined;
  return (await store.users(user.tenantId)).find(({ userId }) => userId === user.userId);
}
