import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { SalespersonCode, TenantId, UserId } from '../../domain/ids.ts';
import { instantOf } from '../../domain/time.ts';
import type { LogStore } from '../../server/log-store.ts';
import { inviteLifeMs } from '../../server/routes/invites.ts';
import { secretHash } from '../../server/secret-hash.ts';
import { freeMailDomains, seedSetup } from '../../server/seed-setup.ts';
import { newId, randomToken } from './chance.ts';
import type { ServerConfig } from './server-config.ts';
import { stopWith } from './stop-with.ts';

const TeamFile = v.object({ tenantId: TenantId, adminId: UserId });
const adminCode = v.parse(SalespersonCode, 'ADMIN');

/**
 * At the first start makes the team with its setup and its admin. Gives the code of a one-time link for the admin then,
 * and whenever `adminLink` asks for another. Each step can be done again, so a start that was broken off goes on.
 */
export async function startTeam(
  store: LogStore,
  config: ServerConfig,
  adminLink: boolean,
): Promise<string | undefined> {
  const file = join(config.INTERLOG_DATA, 'team.json');
  const fresh = !(await store.hasTenants());
  if (fresh && config.INTERLOG_NAME === undefined)
    stopWith('INTERLOG_NAME is missing: the name of the team, needed at the first start.');
  if (!existsSync(file)) {
    if (!fresh)
      stopWith(`The data folder ${config.INTERLOG_DATA} holds a preview. Choose another one with INTERLOG_DATA.`);
    writeFileSync(file, JSON.stringify({ tenantId: newId(), adminId: newId() }), { mode: 0o600 });
  }
  const { tenantId, adminId } = v.parse(TeamFile, JSON.parse(readFileSync(file, 'utf8')));
  const {
    INTERLOG_NAME: teamName = '',
    INTERLOG_ADMIN_NAME: name,
    INTERLOG_ADMIN_EMAIL: email,
    INTERLOG_CURRENCY: currency,
    INTERLOG_DOMAINS: ownDomains,
  } = config;
  if (fresh) {
    const salespeople = [{ code: adminCode, name, email: email ?? ('' as const) }];
    const setup = seedSetup({ name: teamName, currency, ownDomains, freeMailDomains, salespeople });
    await store.createTenant({ tenantId, name: teamName }, setup);
  }
  const hasAdmin = (await store.users(tenantId)).length > 0;
  if (!hasAdmin)
    await store.createUser(tenantId, {
      userId: adminId,
      name,
      email: email ?? '',
      role: 'admin',
      salespersonCode: adminCode,
    });
  if (hasAdmin && !adminLink) return undefined;

  const code = randomToken();
  const expiresAt = instantOf(Date.now() + inviteLifeMs);
  await store.createInvite({ codeHash: secretHash(code), tenantId, userId: adminId, expiresAt });
  return code;
}
