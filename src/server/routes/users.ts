import { Hono } from 'hono';
import { UsersResponse } from '../../protocol/account.ts';
import { describe } from '../describe.ts';
import { problem } from '../problem.ts';
import type { AppEnv, Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';

/** `GET /v1/users` (admins): who can sign in, in which role and as which salesperson. */
export function users(services: Services) {
  return new Hono<AppEnv>().get(
    '/v1/users',
    describe({ summary: 'Who can sign in; for admins.', answer: UsersResponse, signedIn: true }),
    signedIn(services),
    async (c) => {
      const { principal } = c.var;
      if (principal.role !== 'admin') return problem(c, 'forbidden');
      const found = await services.store.users(principal.tenantId);
      const shown = found.map(({ tenantId: _id, tenantName: _name, ...user }) => user);
      c.set('counts', { users: shown.length });
      return c.json({ users: shown } satisfies UsersResponse);
    },
  );
}
