import type { ContactId, EntryId } from '../domain/ids.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import { refKeysOf } from '../domain/ref.ts';
import type { Scope } from '../protocol/scope.ts';
import { familyOf } from './family-of.ts';
import { longestAgoFirst } from './longest-ago-first.ts';
import { placeOf } from './place.ts';
import type { KeptScope, Tables } from './tables.ts';

/** Entries that are looked at in one turn. */
const sliceSize = 500;
/** Most of the entries that were looked up last are kept: as many as one may act on at once. */
const mostLookedUp = 500;

export interface TrimOptions {
  /** How many entries may be here. */
  most: number;
  /** Entries that came just now: whoever asked for them has not seen them yet. */
  brought: ReadonlySet<EntryId>;
  /** The scope that is being pulled just now, if any. */
  pulled: Scope | undefined;
}

/**
 * Keeps at most `most` entries: the oldest go, with their comments and with items that nothing else needs. What a waiting
 * command changed, what is postponed, and what came or was looked up just now stays. So do the histories that were
 * opened: only when nothing else is left, the one opened the longest ago is given up, and its cursor with it, so that a
 * history with a cursor is here whole as far back as it was pulled. The one opened last is never given up.
 */
export async function trimEntries(tables: Tables, options: TrimOptions): Promise<Set<string>> {
  const { most, pulled } = options;
  const count = await tables.entryCount();
  if (count <= most) return new Set();
  // Some more, so that this is not done again for each entry that comes.
  const wanted = count - most + Math.floor(most / 20);
  const histories = (await tables.scopes()).filter(({ scope }) => scope.startsWith('history:')).sort(longestAgoFirst);
  const { free, held } = await sortOut(tables, histories, wanted, options);
  const going = free.slice(0, wanted);
  const givable = histories.slice(0, -1).filter(({ scope }) => scope !== pulled);
  for (const { scope } of givable) {
    const missing = count - most - going.length;
    if (missing <= 0) break;
    await tables.removeScope(scope);
    going.push(...(held.get(scope) ?? []).slice(0, missing));
  }
  return removeEntries(tables, going);
}

/** Adds what was looked up to what is to stay for a while. */
export async function noteLookedUp(tables: Tables, ids: readonly EntryId[], most: number): Promise<void> {
  if (ids.length === 0) return;
  const all = new Set(ids);
  const before = (await tables.lookedUp()).filter((id) => !all.has(id));
  await tables.putLookedUp([...before, ...all].slice(-Math.min(mostLookedUp, Math.ceil(most / 4))));
}

/**
 * The oldest entries that may go, until there are so many as wanted; meanwhile those that only a history holds back, under
 * the one of these that was opened last.
 */
async function sortOut(
  tables: Tables,
  histories: readonly KeptScope[],
  wanted: number,
  { brought }: TrimOptions,
): Promise<{ free: LogEntry[]; held: Map<Scope, LogEntry[]> }> {
  const historyOf = new Map<ContactId, Scope>();
  for (const { scope } of histories)
    for (const id of await familyOf(tables, scope.slice('history:'.length) as ContactId)) historyOf.set(id, scope);
  const place = new Map(histories.map(({ scope }, at) => [scope, at]));
  const lookedUp = new Set(await tables.lookedUp());
  const free: LogEntry[] = [];
  const held = new Map<Scope, LogEntry[]>();
  for (let after: string | undefined; free.length < wanted; ) {
    const slice = await tables.oldestEntries(after, sliceSize);
    const last = slice.at(-1);
    if (last === undefined) break;
    after = placeOf(last);
    const pending = new Set((await tables.pending(slice.map(({ id }) => `entry:${id}`))).map(({ key }) => key));
    for (const entry of slice) {
      const { id, postponed, contactId, companyId } = entry;
      if (postponed || brought.has(id) || lookedUp.has(id) || pending.has(`entry:${id}`)) continue;
      const scopes = [historyOf.get(contactId), companyId === null ? undefined : historyOf.get(companyId)];
      const [scope] = scopes
        .filter((one) => one !== undefined)
        .sort((a, b) => (place.get(b) ?? 0) - (place.get(a) ?? 0));
      const into = scope === undefined ? free : (held.get(scope) ?? []);
      into.push(entry);
      if (scope !== undefined) held.set(scope, into);
    }
  }
  return { free, held };
}

async function removeEntries(tables: Tables, going: readonly LogEntry[]): Promise<Set<string>> {
  const changed = new Set<string>();
  if (going.length === 0) return changed;
  const ids = new Set(going.map(({ id }) => id));
  const comments = await tables.commentsOf([...ids]);
  const itemIds = going.flatMap(({ itemId }) => (itemId === null ? [] : [itemId]));
  const items = (await tables.rows('item', [...new Set(itemIds)])).filter((row) => row.kind === 'item');
  const others = items.flatMap(({ entries }) => entries.map(({ entryId }) => entryId)).filter((id) => !ids.has(id));
  const held = new Set<string>((await tables.rows('entry', [...new Set(others)])).map(({ id }) => id));
  const needless = items.filter(({ entries }) => !entries.some(({ entryId }) => held.has(entryId)));
  for (const row of [...going, ...comments, ...needless]) for (const key of refKeysOf(row)) changed.add(key);
  const removed = [
    ['entry', going],
    ['comment', comments],
    ['item', needless],
  ] as const;
  for (const [kind, rows] of removed)
    await tables.removeRows(
      kind,
      rows.map(({ id }) => id),
    );
  // Pages of older entries of one's own no longer join on to what is here; those of a history that is kept do.
  const mine = await tables.scope('mine');
  if (mine?.older !== undefined) await tables.putScope({ ...mine, older: undefined });
  return changed;
}
