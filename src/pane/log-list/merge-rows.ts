import type { FollowUp } from '../../domain/follow-up.ts';
import type { EntryId } from '../../domain/ids.ts';
import { type LogFilter, passes } from '../../domain/log-filter.ts';
import type { Row, RowOf } from '../../domain/row.ts';
import { sortInstant } from '../../domain/sort-instant.ts';
import type { Instant } from '../../domain/time.ts';
import type { ListedEntry, ListPage } from '../../store/local-store.ts';
import { byPlace, placeOf } from '../../store/place.ts';

/** A line of the list, and whether this device holds its entry. */
export interface ListRow extends ListedEntry {
  from: 'here' | 'server';
}

/** What the server has said of the list so far. */
export interface ServerPart {
  entries: readonly ListedEntry[];
  /** Null: that was all; undefined: nothing was said yet. */
  older: string | null | undefined;
  /** Where there is more: back to when it has looked at everything. */
  lookedTo?: Instant | null | undefined;
}

/**
 * The device's entries and the server's in one list, newest first, each entry once. Waiting commands and later pulls are
 * in the device's picture of an entry, so where there is one it counts, also for whether the entry passes. The list ends
 * where either side has more to give: what is shown has no gaps.
 */
export function mergeRows(
  here: ListPage,
  server: ServerPart,
  held: ReadonlyMap<EntryId, ListedEntry>,
  filter: LogFilter,
): ListRow[] {
  const rows = new Map<EntryId, ListRow>();
  for (const listed of server.entries) {
    const { id } = listed.entry;
    const own = held.get(id);
    if (!own) rows.set(id, { ...listed, from: 'server' });
    else if (passes(own.entry, filter)) rows.set(id, { ...own, from: 'here' });
  }
  for (const listed of here.entries) rows.set(listed.entry.id, { ...listed, from: 'here' });
  const lastHere = here.next === null ? undefined : here.entries.at(-1);
  const edge = [lastHere ? placeOf(lastHere.entry) : '', edgeOf(server)].reduce((a, b) => (a > b ? a : b));
  return [...rows.values()].filter(({ entry }) => placeOf(entry) >= edge).sort((a, b) => byPlace(a.entry, b.entry));
}

/** Up to where the server's part is whole: it may have looked further back than to the last entry that it found. */
function edgeOf({ entries, older, lookedTo }: ServerPart): string {
  if (!older) return '';
  const last = entries.at(-1);
  if (!last) return lookedTo ?? '';
  const isFurther = lookedTo && lookedTo < sortInstant(last.entry);
  return isFurther ? lookedTo : placeOf(last.entry);
}

/**
 * The entries of a page of the server's, with what their lines name. Of a follow-up that is among `here`, what this device
 * knows counts: it may have been closed here just now.
 */
export function listedOf(
  rows: readonly Row[],
  entryIds: readonly string[],
  here: readonly FollowUp[] = [],
): ListedEntry[] {
  const ofKind = <K extends Row['kind']>(kind: K) => rows.filter((row): row is RowOf<K> => row.kind === kind);
  const entries = new Map<string, RowOf<'entry'>>(ofKind('entry').map((entry) => [entry.id, entry]));
  const contacts = new Map<string, RowOf<'contact'>>(ofKind('contact').map((contact) => [contact.id, contact]));
  const comments = ofKind('comment');
  const followUps = [...new Map([...ofKind('follow-up'), ...here].map((one) => [one.id, one])).values()]
    .filter(({ closed }) => closed === null)
    .sort((a, b) => (a.due < b.due ? -1 : 1));
  return entryIds.flatMap((id): ListedEntry[] => {
    const entry = entries.get(id);
    if (!entry) return [];
    const { contactId, companyId } = entry;
    return [
      {
        entry,
        pending: [],
        contact: contacts.get(contactId),
        company: companyId === null || companyId === contactId ? undefined : contacts.get(companyId),
        comments: comments.filter(({ entryId }) => entryId === id),
        followUp: followUps.find(({ entryId }) => entryId === id),
        isRefused: false,
      },
    ];
  });
}
