import type { ContactId } from '../../domain/ids.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { historyScope } from '../../protocol/scope.ts';
import type { StoreReader } from '../../store/local-store.ts';
import { placeOf } from '../../store/place.ts';

const pageSize = 200;
const mostPages = 10;

/**
 * A contact's entries on this device, the newest first, at most 2,000 and only until `isEnough` of the oldest one; and
 * whether more than these is neither here nor at the server, or was not asked for.
 */
export async function readHistory(
  reader: StoreReader,
  contactId: ContactId,
  isEnough: (oldest: LogEntry) => boolean = () => false,
): Promise<{ entries: LogEntry[]; isAll: boolean }> {
  const entries: LogEntry[] = [];
  let before: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const got = await reader.history(contactId, { limit: pageSize, before });
    entries.push(...got.entries.map(({ entry }) => entry));
    const { wholeTo } = got;
    const whole = wholeTo === undefined ? entries : entries.filter((entry) => placeOf(entry) >= wholeTo);
    const oldest = whole.at(-1);
    if (oldest && isEnough(oldest)) return { entries, isAll: true };
    if (got.next === null) return { entries, isAll: (await reader.older(historyScope(contactId))) === null };
    before = got.next;
  }
  return { entries, isAll: false };
}
