import * as v from 'valibot';
import type { ContactId, UserId } from '../../../src/domain/ids.ts';
import type { ItemKey } from '../../../src/domain/item.ts';
import { type Instant, instantOf } from '../../../src/domain/time.ts';
import { type Account, InviteRequest, type InviteResponse } from '../../../src/protocol/account.ts';
import type { PushRequest } from '../../../src/protocol/push.ts';
import { Scope } from '../../../src/protocol/scope.ts';
import { StatisticsQuery } from '../../../src/protocol/statistics.ts';
import { type DemoUser, demoUsers } from '../../../src/server/demo/demo-people.ts';
import { type DemoAccounts, seedDemo } from '../../../src/server/demo/seed-demo.ts';
import type { Principal } from '../../../src/server/log-store.ts';
import type { Send } from '../../../src/sync/device-options.ts';
import { id } from '../../support/domain-samples.ts';
import { createMemoryLogStore, type MemoryLogStore } from '../../support/memory-log-store.ts';
import { answerWholeLog } from './pocket-whole-log.ts';

/** The demo workspace on a server that fits into a page: the real rules, without HTTP. */
export interface PocketServer {
  log: MemoryLogStore;
  accounts: DemoAccounts;
  accountOf(user: DemoUser): Account;
  /** Answers as the server does to one user; rejects while the network is off. */
  sendAs(user: DemoUser): Send;
  network: { isOn: boolean };
  /** How far the server's clock is behind, in milliseconds. */
  clock: { behind: number };
  /** Sends commands as a user, past any device. */
  push(user: DemoUser, commands: readonly unknown[]): ReturnType<MemoryLogStore['push']>;
}

export async function createPocketServer(now: () => number): Promise<PocketServer> {
  const log = createMemoryLogStore();
  let last = 0;
  const newId = () => {
    last += 1;
    return `01940000-0000-7000-9000-${last.toString(16).padStart(12, '0')}`;
  };
  const accounts = await seedDemo(log, instantOf(now()), newId);
  const network = { isOn: true };
  const clock = { behind: 0 };
  const receivedAt = (): Instant => instantOf(now() - clock.behind);

  return {
    log,
    accounts,
    network,
    clock,
    accountOf: (user) => {
      const { name, email } = demoUsers[user];
      return { ...accounts[user], tenantName: 'Aurinko Oy', name, email } as Account; // the demo's addresses are lower case
    },
    push: (user, commands) => log.push(accounts[user], commands, receivedAt()),
    sendAs: (user) => async (path, init) => {
      if (!network.isOn) throw new TypeError('The network is off.');
      const url = new URL(path, 'http://pocket.example');
      return answer(log, accounts[user], url, init, receivedAt());
    },
  };
}

async function answer(
  log: MemoryLogStore,
  by: Principal,
  url: URL,
  init: RequestInit,
  receivedAt: Instant,
): Promise<Response> {
  const query = url.searchParams;
  switch (url.pathname) {
    case '/v1/push': {
      const { commands } = JSON.parse(String(init.body)) as PushRequest; // the device made it
      return Response.json(await log.push(by, commands, receivedAt));
    }
    case '/v1/pull': {
      const at = { cursor: query.get('cursor') ?? undefined, before: query.get('before') ?? undefined };
      const scope = v.parse(Scope, query.get('scope'));
      const pulled = await log.pull(by, scope, { ...at, limit: Number(query.get('limit') ?? 500) });
      return pulled.state === 'ok' ? Response.json(pulled.response) : new Response(null, { status: 410 });
    }
    case '/v1/items':
      return Response.json({ rows: await log.itemsByKeys(by, query.getAll('key') as ItemKey[]) }); // as the device sent them
    case '/v1/statistics':
      return Response.json(await log.statistics(by, v.parse(StatisticsQuery, Object.fromEntries(query))));
    case '/v1/contacts': {
      const contactId = query.get('id') as ContactId | null; // likewise
      const rows = contactId
        ? await log.contact(by, contactId)
        : await log.searchContacts(by, query.get('q') ?? '', 30);
      return Response.json({ rows });
    }
    case '/v1/users':
      return Response.json({ users: await log.users(by.tenantId) });
    case '/v1/invites': {
      const request = v.parse(InviteRequest, JSON.parse(String(init.body)));
      const known = (await log.users(by.tenantId)).find(({ email }) => email === request.email);
      const userId = known?.userId ?? id<UserId>(request.email.length + 0xb00);
      await (known ? log.changeUser : log.createUser)(by.tenantId, { ...request, userId });
      return Response.json({ code: 'one-time-code', expiresAt: receivedAt } satisfies InviteResponse);
    }
    default:
      return answerWholeLog(log, by, url, init, receivedAt);
  }
}
