import * as v from 'valibot';
import { parseEmailAddress } from '../../domain/email-address.ts';
import { ContactId } from '../../domain/ids.ts';
import type { Preferences } from '../pane-services.ts';

const key = 'shared-addresses';
const most = 200;

/** Whom the person meant the last time at each address that several contacts share; on this device only. */
export function sharedPicks(preferences: Preferences): ReadonlyMap<string, ContactId> {
  const picks = new Map<string, ContactId>();
  for (const line of preferences.get(key)?.split('\n') ?? []) {
    const [address = '', id = ''] = line.split(' ');
    const parsed = v.safeParse(ContactId, id);
    if (parsed.success && parseEmailAddress(address)) picks.set(address, parsed.output);
  }
  return picks;
}

/** Remembers a pick, the newest last; undefined forgets the address. */
export function rememberPick(preferences: Preferences, address: string, id: ContactId | undefined): void {
  const picks = new Map(sharedPicks(preferences));
  picks.delete(address);
  if (id !== undefined) picks.set(address, id);
  keep(preferences, [...picks].slice(-most));
}

export function forgetPicks(preferences: Preferences): void {
  keep(preferences, []);
}

function keep(preferences: Preferences, picks: readonly (readonly [string, ContactId])[]): void {
  preferences.set(key, picks.map(([address, id]) => `${address} ${id}`).join('\n'));
}
