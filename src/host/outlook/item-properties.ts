import * as v from 'valibot';
import { Instant } from '../../domain/time.ts';
import type { LogMark } from '../host-adapter.ts';
import type { CallResult, OfficeCalls } from './office-calls.ts';
import type { OfficeItem, OfficeProperties } from './office-surface.ts';
import { saveAgainOnce } from './quirks/first-save-fails.ts';

/**
 * What a logged item carries: custom properties that only this add-in sees, in this mailbox's copy only. They are not
 * sent to anybody; a draft's stay on the copy in Sent. At most 2,500 characters of JSON: these are some 150.
 */
const markName = 'interlog';
/** Outlook's own name: the card of a meeting on mobile then says that it was logged. */
const mobileLoggedName = 'EventLogged';

const Stored = v.object({
  v: v.literal(1),
  entryId: v.optional(v.pipe(v.string(), v.maxLength(64))),
  at: v.optional(Instant),
  draftId: v.optional(v.pipe(v.string(), v.maxLength(64))),
});
type Stored = v.InferOutput<typeof Stored>;

export async function loadStored(item: OfficeItem, calls: OfficeCalls): Promise<CallResult<Stored>> {
  const loaded = await load(item, calls);
  return loaded.ok ? { ok: true, value: storedIn(loaded.value) } : loaded;
}

export function markOf({ entryId, at }: Stored): LogMark | undefined {
  return entryId !== undefined && at !== undefined ? { entryId, at } : undefined;
}

/** Marks the item. `stillOpen` is asked last before each save, for a save goes to whatever is open by then. */
export async function saveStored(
  item: OfficeItem,
  change: { mark: LogMark; draftId: string | null },
  calls: OfficeCalls,
  stillOpen: () => boolean,
): Promise<boolean> {
  const saved = await saveAgainOnce(async () => {
    const loaded = await load(item, calls);
    if (!loaded.ok) return loaded;
    if (!stillOpen()) return { ok: false, problem: { call: 'save', why: 'not-possible' } };
    const properties = loaded.value;
    const { entryId, at } = change.mark;
    const stored: Stored = { v: 1, entryId, at, ...(change.draftId === null ? {} : { draftId: change.draftId }) };
    return calls.run('save', (callback) => {
      properties.set(markName, stored);
      if (item.itemType === 'appointment') properties.set(mobileLoggedName, true);
      if (stillOpen()) properties.saveAsync(callback);
      else callback({ status: 'failed', value: undefined });
    });
  });
  return saved.ok;
}

function load(item: OfficeItem, calls: OfficeCalls): Promise<CallResult<OfficeProperties>> {
  return calls.run('properties', (callback) => item.loadCustomPropertiesAsync(callback));
}

function storedIn(properties: OfficeProperties): Stored {
  const parsed = v.safeParse(Stored, properties.get(markName));
  return parsed.success ? parsed.output : { v: 1 };
}
