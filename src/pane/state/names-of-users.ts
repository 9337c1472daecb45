import type { UserId } from '../../domain/ids.ts';
import type { StoreReader } from '../../store/local-store.ts';
import type { PaneState } from './pane-state.ts';
import { whoLogged } from './who.ts';

const mostEntries = 500;

/**
 * What users are called: `You`, else the salesperson as whom they log on what this device holds. Those it knows nothing
 * of are left out.
 */
export async function namesOfUsers(
  users: readonly UserId[],
  reader: StoreReader,
  pane: PaneState,
): Promise<ReadonlyMap<UserId, string>> {
  const me = pane.services.device.account.userId;
  const names = new Map<UserId, string>();
  if (users.includes(me)) names.set(me, pane.messages.value.pane.you);
  if (users.every((user) => names.has(user))) return names;
  const { entries } = await reader.log({ limit: mostEntries });
  for (const { entry } of entries)
    if (users.includes(entry.userId) && !names.has(entry.userId)) names.set(entry.userId, whoLogged(entry, pane));
  return names;
}
