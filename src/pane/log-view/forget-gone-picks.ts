import type { ContactId } from '../../domain/ids.ts';
import type { PaneServices } from '../pane-services.ts';
import { rememberPick, sharedPicks } from './shared-picks.ts';

/**
 * Forgets the addresses that were remembered for contacts which are gone, now and until `signal` ends it: of a person who
 * was erased nothing stays on the device.
 */
export async function forgetGonePicks(
  { device, preferences }: Pick<PaneServices, 'device' | 'preferences'>,
  signal: AbortSignal,
): Promise<void> {
  const { store } = device;
  const forget = async (among?: readonly ContactId[]) => {
    const picks = [...sharedPicks(preferences)].filter(([, id]) => among?.includes(id) ?? true);
    if (picks.length === 0) return;
    const held = new Set((await store.contactsById(picks.map(([, id]) => id))).map(({ id }) => id));
    for (const [address, id] of picks) if (!held.has(id)) rememberPick(preferences, address, undefined);
  };
  store.onContacts((news) => {
    // All: they are being read anew, and none is here for a moment.
    if (news === 'all') return;
    forget(news).catch((error: unknown) => {
      if (!signal.aborted) reportError(error);
    });
  }, signal);
  const isReadAnew = (await store.contactsAfter(undefined, 1)).length === 0;
  if (!isReadAnew && !signal.aborted) await forget();
}
