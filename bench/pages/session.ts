import { v7 } from 'uuid';
import * as v from 'valibot';
import type { Contact } from '../../src/domain/contact.ts';
import { deviceClock } from '../../src/entries/browser/browser-clock.ts';
import { browserSurroundings } from '../../src/entries/browser/surroundings.ts';
import type { Account } from '../../src/protocol/account.ts';
import { PullResponse } from '../../src/protocol/pull.ts';
import { openLocalStore } from '../../src/store/indexed-db/open-local-store.ts';
import type { LocalStore } from '../../src/store/local-store.ts';
import { createDevice } from '../../src/sync/create-device.ts';
import type { Device } from '../../src/sync/device.ts';

export interface Session {
  server: string;
  token: string;
  account: Account;
}

/** Milliseconds of each run. */
export interface Times {
  ours: number[];
  theirs: number[];
  /** What else was seen. */
  note?: string;
}

/** A device as the pane has one, in a database of its own named by `place`. It syncs when it is run and `isOnline`. */
export async function openDevice(
  session: Session,
  place: string,
  { isOnline = true }: { isOnline?: boolean } = {},
): Promise<{ device: Device; store: LocalStore }> {
  const { tenantId, userId } = session.account;
  const store = await openLocalStore({ server: place, tenantId, userId });
  if (!store.durable) throw new Error(`no durable store: ${store.trouble}`);
  const device = createDevice({
    account: session.account,
    store,
    request: fetch.bind(window),
    token: session.token,
    clock: deviceClock,
    random: () => Math.random(),
    newUuid: () => v7(),
    surroundings: { ...browserSurroundings, online: () => isOnline },
  });
  return { device, store };
}

/** One page of a scope, straight from the server. */
export async function pullPage({ token }: Session, query: Record<string, string>): Promise<PullResponse> {
  const response = await fetch(`/v1/pull?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return v.parse(PullResponse, await response.json());
}

/** Fills `store` with setup and contacts, as the first round of pulling does; gives the people. */
export async function takeBasics(session: Session, device: Device): Promise<Contact[]> {
  for (const scope of ['setup', 'contacts'] as const)
    await device.store.takePull(scope, await pullPage(session, { scope }), device.actor);
  return (await device.store.contacts()).filter(({ type }) => type === 'person');
}
