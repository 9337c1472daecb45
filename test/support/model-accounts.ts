import type { Instant } from '../../src/domain/time.ts';
import type { Account } from '../../src/protocol/account.ts';
import type { LogStore, NewUser } from '../../src/server/log-store.ts';

type Accounts = Pick<
  LogStore,
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

/** Users, their sessions and one-time codes, in maps. */
export function createModelAccounts(nameOf: (tenantId: string) => string): Accounts {
  const users = new Map<string, (NewUser & { tenantId: string })[]>();
  const invites = new Map<string, { tenantId: string; userId: string; expiresAt: Instant }>();
  const sessions = new Map<string, { tenantId: string; userId: string; usedAt: Instant }>();

  function accountOf(at: { tenantId: string; userId: string } | undefined): Account | undefined {
    const user = users.get(at?.tenantId ?? '')?.find(({ userId }) => userId === at?.userId);
    if (!at || !user) return undefined;
    return { ...user, tenantName: nameOf(at.tenantId) } as Account; // parsed when it was made
  }

  return {
    async createUser(tenantId, user) {
      users.set(tenantId, [...(users.get(tenantId) ?? []), { ...user, tenantId }]);
    },
    async changeUser(tenantId, changed) {
      const known = users.get(tenantId) ?? [];
      users.set(
        tenantId,
        known.map((user) => (user.userId === changed.userId ? { ...user, ...changed } : user)),
      );
    },
    users: async (tenantId) =>
      (users.get(tenantId) ?? []).map((user) => accountOf(user)).filter((one) => one !== undefined),
    async createInvite({ codeHash, ...invite }) {
      invites.set(codeHash, invite);
    },
    async redeemInvite(codeHash, now) {
      const invite = invites.get(codeHash);
      if (!invite || invite.expiresAt <= now) return undefined;
      invites.delete(codeHash);
      return accountOf(invite);
    },
    async createSession({ tokenHash, tenantId, userId, createdAt }) {
      sessions.set(tokenHash, { tenantId, userId, usedAt: createdAt });
    },
    session: async (tokenHash) => accountOf(sessions.get(tokenHash)),
    async endSession(tokenHash) {
      sessions.delete(tokenHash);
    },
    async noteSession(tokenHash, now) {
      const session = sessions.get(tokenHash);
      if (session) session.usedAt = now;
    },
    async sweepSessions(now, unusedMs) {
      const codes = [...invites].filter(([, { expiresAt }]) => expiresAt <= now);
      const unused = [...sessions].filter(([, { usedAt }]) => Date.parse(usedAt) < Date.parse(now) - unusedMs);
      for (const [hash] of codes) invites.delete(hash);
      for (const [hash] of unused) sessions.delete(hash);
      return { codes: codes.length, sessions: unused.length };
    },
  };
}
