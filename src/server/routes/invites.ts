import { Hono } from 'hono';
import * as v from 'valibot';
import { UserId } from '../../domain/ids.ts';
import { isOffered } from '../../domain/offered.ts';
import { instantOf } from '../../domain/time.ts';
import { InviteRequest, InviteResponse } from '../../protocol/account.ts';
import { mostPulledRows } from '../../protocol/pull.ts';
import { describe } from '../describe.ts';
import { problem } from '../problem.ts';
import { readJson } from '../read-request.ts';
import { secretHash } from '../secret-hash.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

const mostBytes = 4_000;
export const inviteLifeMs = 7 * 86_400_000;

/**
 * `POST /v1/invites` (admins): a one-time code for a new user, or for one with that address already, who so signs in on
 * another device. Name, role and salesperson of that one are from now on as they are given; nobody changes their own role,
 * so that an admin is always left.
 */
export function invites(services: Services) {
  const { store, now, randomToken, newId } = services;
  return new Hono<AppEnv>().post(
    '/v1/invites',
    describe({
      summary: 'Makes a one-time code that signs a user in.',
      body: InviteRequest,
      answer: InviteResponse,
      signedIn: true,
    }),
    signedIn(services),
    async (c) => {
      const { principal } = c.var;
      // To others this route is not there.
      if (principal.role !== 'admin') return problem(c, 'not-found');
      const request = await readJson(c, InviteRequest, mostBytes);
      if (request instanceof Response) return request;
      const setup = await store.pull(principal, 'setup', { limit: mostPulledRows });
      const rows = setup.state === 'ok' ? setup.response.rows : [];
      const salesperson = rows.find((row) => row.kind === 'salesperson' && row.id === request.salespersonCode);
      if (salesperson?.kind !== 'salesperson' || !isOffered(salesperson))
        return problem(c, 'bad-request', ['salespersonCode']);

      const { tenantId } = principal;
      const known = await store.users(tenantId);
      // The first admin may have no address yet: then it is who is linked to the same salesperson.
      const there =
        known.find(({ email }) => email === request.email) ??
        known.find(({ email, salespersonCode }) => email === '' && salespersonCode === request.salespersonCode);
      if (there?.userId === principal.userId && request.role !== principal.role)
        return problem(c, 'bad-request', ['role']);
      const userId = there?.userId ?? v.parse(UserId, newId());
      if (there) await store.changeUser(tenantId, { ...request, userId });
      else await store.createUser(tenantId, { userId, ...request });
      const code = randomToken();
      const expiresAt = instantOf(Date.parse(now()) + inviteLifeMs);
      await store.createInvite({ codeHash: secretHash(code), tenantId, userId, expiresAt });
      c.header('cache-control', 'no-store');
      return c.json({ code, expiresAt } satisfies InviteResponse);
    },
  );
}
