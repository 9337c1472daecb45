import * as v from 'valibot';
import { Account } from '../../protocol/account.ts';
import { smallStorage } from './small-storage.ts';

const Kept = v.object({ account: Account, token: v.nullable(v.string()) });

/** The session of this browser: who is signed in, and the bearer token. Signing out keeps the account and drops the token. */
export interface KeptSession {
  account: Account;
  token: string | null;
}

export interface SessionKeeper {
  read(): KeptSession | undefined;
  keep(session: KeptSession): void;
  /** Drops the token. The account stays, so that what waits on this device can be named. */
  signOut(): void;
}

/** `name` tells sessions of one origin apart, such as the two colleagues of the preview. */
export function sessionKeeper(name: string): SessionKeeper {
  const storage = smallStorage('interlog');
  const key = `session.${name}`;
  const read = (): KeptSession | undefined => {
    const text = storage.get(key);
    if (text === undefined) return undefined;
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Kept), text);
    return parsed.success ? parsed.output : undefined;
  };
  const keep = (session: KeptSession) => storage.set(key, JSON.stringify(session));
  return {
    read,
    keep,
    signOut() {
      const kept = read();
      if (kept) keep({ ...kept, token: null });
    },
  };
}
