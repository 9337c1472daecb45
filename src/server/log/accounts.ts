import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { instantOf } from '../../domain/time.ts';
import { Account } from '../../protocol/account.ts';
import type { LogStore } from '../log-store.ts';
import type { Tables } from './tables.ts';

type Accounts = Pick<
  LogStore,
  | 'hasTenants'
  | 'createUser'
  | 'changeUser'
  | 'users'
  | 'createInvite'
  | 'redeemInvite'
  | 'createSession'
  | 'session'
  | 'endSession'
  | 'noteSession'
  | 'sweepSessions'
>;

/** Users, their sessions and one-time codes. */
export function createAccounts(db: Kysely<Tables>): Accounts {
  const accounts = () =>
    db
      .selectFrom('user as u')
      .innerJoin('tenant as t', 't.id', 'u.tenant')
      .select([
        't.id as tenantId',
        't.name as tenantName',
        'u.id as userId',
        'u.name',
        'u.email',
        'u.role',
        'u.salesperson_code as salespersonCode',
      ]);
  const accountOf = (tenant: string, userId: string) =>
    accounts().where('t.id', '=', tenant).where('u.id', '=', userId).executeTakeFirst();

  return {
    async hasTenants() {
      return (await db.selectFrom('tenant').select('id').limit(1).executeTakeFirst()) !== undefined;
    },

    async createUser(tenant, { userId, name, email, role, salespersonCode }) {
      await db
        .insertInto('user')
        .values({ tenant, id: userId, name, email, role, salesperson_code: salespersonCode })
        .execute();
    },

    async changeUser(tenant, { userId, name, email, role, salespersonCode }) {
      await db
        .updateTable('user')
        .set({ name, email, role, salesperson_code: salespersonCode })
        .where('tenant', '=', tenant)
        .where('id', '=', userId)
        .execute();
    },

    async users(tenant) {
      const found = await accounts().where('t.id', '=', tenant).orderBy('u.name').execute();
      return found.map((row) => v.parse(Account, row));
    },

    async createInvite({ codeHash, tenantId, userId, expiresAt }) {
      await db
        .insertInto('invite')
        .values({ code_hash: codeHash, tenant: tenantId, user_id: userId, expires_at: expiresAt })
        .execute();
    },

    // Taking is deleting: of two who come at once only one gets the row back.
    async redeemInvite(codeHash, now) {
      const taken = await db
        .deleteFrom('invite')
        .where('code_hash', '=', codeHash)
        .where('expires_at', '>', now)
        .returning(['tenant', 'user_id'])
        .executeTakeFirst();
      const found = taken && (await accountOf(taken.tenant, taken.user_id));
      return found && v.parse(Account, found);
    },

    async createSession({ tokenHash, tenantId, userId, createdAt }) {
      await db
        .insertInto('session')
        .values({ token_hash: tokenHash, tenant: tenantId, user_id: userId, created_at: createdAt, used_at: createdAt })
        .execute();
    },

    async session(tokenHash) {
      const found = await accounts()
        .innerJoin('session as s', (join) => join.onRef('s.tenant', '=', 't.id').onRef('s.user_id', '=', 'u.id'))
        .where('s.token_hash', '=', tokenHash)
        .executeTakeFirst();
      return found && v.parse(Account, found);
    },

    async endSession(tokenHash) {
      await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
    },

    async noteSession(tokenHash, now) {
      await db.updateTable('session').set({ used_at: now }).where('token_hash', '=', tokenHash).execute();
    },

    async sweepSessions(now, unusedMs) {
      const before = instantOf(Date.parse(now) - unusedMs);
      const codes = await db.deleteFrom('invite').where('expires_at', '<=', now).executeTakeFirst();
      const sessions = await db.deleteFrom('session').where('used_at', '<', before).executeTakeFirst();
      return { codes: Number(codes.numDeletedRows), sessions: Number(sessions.numDeletedRows) };
    },
  };
}
