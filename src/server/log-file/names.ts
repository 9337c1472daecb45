import type { UserId } from '../../domain/ids.ts';
import { describe } from '../../domain/template-defaults.ts';
import { mostPulledRows } from '../../protocol/pull.ts';
import type { LogStore, Principal } from '../log-store.ts';

/** What the codes and ids of entries stand for; what has none is left out. */
export interface LogFileNames {
  users: ReadonlyMap<UserId, string>;
  templates: ReadonlyMap<string, string>;
  groups: ReadonlyMap<string, string>;
  campaigns: ReadonlyMap<string, string>;
  salespeople: ReadonlyMap<string, string>;
}

/** All names of a tenant, in `language` where they are in several. */
export async function readNames(store: LogStore, principal: Principal, language: string): Promise<LogFileNames> {
  const users = new Map((await store.users(principal.tenantId)).map(({ userId, name }) => [userId, name]));
  const names = {
    template: new Map<string, string>(),
    group: new Map<string, string>(),
    campaign: new Map<string, string>(),
    salesperson: new Map<string, string>(),
  };
  for (let cursor: string | undefined, more = true; more; ) {
    const pulled = await store.pull(principal, 'setup', { cursor, limit: mostPulledRows });
    if (pulled.state === 'expired') throw new Error('the set-up does not know its own cursor');
    for (const row of pulled.response.rows) {
      if (row.kind === 'template' || row.kind === 'group') names[row.kind].set(row.id, describe(row, [language]));
      else if (row.kind === 'campaign') names.campaign.set(row.id, row.description);
      else if (row.kind === 'salesperson') names.salesperson.set(row.id, row.name);
    }
    ({ cursor, more } = pulled.response);
  }
  const { template: templates, group: groups, campaign: campaigns, salesperson: salespeople } = names;
  return { users, templates, groups, campaigns, salespeople };
}
