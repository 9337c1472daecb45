import type { Account, SignInResponse } from '../../src/protocol/account.ts';
import { wireVersion } from '../../src/protocol/wire-version.ts';
import type { DemoUser } from '../../src/server/demo/demo-people.ts';
import type { TestServer } from './start-server.ts';

export interface Session {
  token: string;
  account: Account;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  push(commands: readonly unknown[], over?: object): Promise<Response>;
}

/** A signed-in user's requests, as a device sends them. */
export async function sessionOf(server: TestServer, user: DemoUser): Promise<Session> {
  return sessionWith(server, await server.signIn(user));
}

/** The same of anybody who is signed in. */
export function sessionWith(server: TestServer, { token, account }: SignInResponse): Session {
  const session: Session = {
    token,
    account,
    get: (path, headers) => server.fetch(path, { headers: { authorization: `Bearer ${token}`, ...headers } }),
    post: (path, body, headers) =>
      server.fetch(path, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    push: (commands, over) =>
      session.post('/v1/push', {
        wire: wireVersion,
        tenantId: account.tenantId,
        userId: account.userId,
        commands,
        ...over,
      }),
  };
  return session;
}

/** Status and code of an answer that failed as a whole. */
export async function problemOf(response: Response): Promise<[number, unknown]> {
  const body = await response.json();
  if (response.headers.get('content-type') !== 'application/problem+json') throw new Error(JSON.stringify(body));
  return [response.status, body.code];
}
