import type { Alias, DecideContext } from './decision.ts';
import type { CommandId, ItemId } from './ids.ts';
import { isLive } from './is-live.ts';
import type { Item, ItemKey } from './item.ts';
import { sameItem } from './item-keys.ts';
import { joinEntry } from './join-entry.ts';
import type { Known } from './known.ts';
import type { LogEntry } from './log-entry.ts';
import type { Row } from './row.ts';
import { samePerson } from './same-person.ts';

/** The item that a command is about, as it will be, and what had to change so that it is one. */
export interface FoundItem {
  /** Not yet in `changes`: the caller adds its entries first. */
  item: Item;
  entries: LogEntry[];
  changes: Row[];
  aliases: Alias[];
}

/**
 * Finds the item by its keys, or makes it. Keys that the item was not known by are added. When the keys show that two
 * items are one mail or meeting, the older one takes over the keys and entries of the other, and where both had a live
 * entry with one contact, the later entry is canceled as joined and its note kept as a comment.
 */
export function findSameItem(
  commandId: CommandId,
  wanted: { id: ItemId; itemKind: Item['itemKind']; keys: readonly ItemKey[] },
  known: Known,
  context: DecideContext,
): FoundItem {
  const same = known
    .itemsWith(wanted.keys)
    .filter((item) => item.itemKind === wanted.itemKind && sameItem(item.keys, wanted.keys))
    .sort(olderFirst);
  const [first, ...others] = same;
  if (!first) {
    const keys = [...new Set(wanted.keys)];
    const item: Item = {
      kind: 'item',
      id: wanted.id,
      rev: 0,
      itemKind: wanted.itemKind,
      keys,
      entries: [],
      mergedInto: null,
    };
    return { item, entries: [], changes: [], aliases: [] };
  }

  const changes: Row[] = [];
  const aliases: Alias[] = [];
  if (first.id !== wanted.id) aliases.push({ kind: 'item', from: wanted.id, to: first.id });
  const entries = known.entriesOf(first);
  const person = (entry: LogEntry) => samePerson(entry.contactId, known);
  const live = new Map(entries.filter(isLive).map((entry) => [person(entry), entry]));
  let item: Item = { ...first, keys: union(first.keys, wanted.keys) };

  for (const other of others) {
    aliases.push({ kind: 'item', from: other.id, to: first.id });
    changes.push({ ...other, mergedInto: first.id });
    item = { ...item, keys: union(item.keys, other.keys), entries: [...item.entries, ...other.entries] };
    for (const entry of known.entriesOf(other)) {
      const winner = isLive(entry) ? live.get(person(entry)) : undefined;
      const moved = winner ? joinEntry(winner, entry, commandId, context) : [{ ...entry, itemId: first.id }];
      changes.push(...moved);
      for (const row of moved) if (row.kind === 'entry') entries.push(row);
      if (!winner && isLive(entry)) live.set(person(entry), entry);
    }
  }
  return { item, entries, changes, aliases };
}

function union(a: readonly ItemKey[], b: readonly ItemKey[]): ItemKey[] {
  return [...new Set([...a, ...b])].slice(0, 20);
}

/** Rows that the server has come before those only this device has; among them the lower id, which is the older. */
function olderFirst(a: Item, b: Item): number {
  if ((a.rev === 0) !== (b.rev === 0)) return a.rev === 0 ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
