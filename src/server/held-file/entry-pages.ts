import type { Comment } from '../../domain/comment.ts';
import type { Item } from '../../domain/item.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { mostPulledRows } from '../../protocol/pull.ts';
import type { Scope } from '../../protocol/scope.ts';
import type { LogStore, Principal } from '../log-store.ts';

/** An entry with what was said about it and the keys by which its mail or meeting is known. */
export interface HeldEntry extends LogEntry {
  comments: Comment[];
  itemKeys: Item['keys'];
}

/** The entries of a scope, newest first, a page at a time: the next is read when the one before has been taken. */
export async function* entryPages(store: LogStore, principal: Principal, scope: Scope): AsyncGenerator<HeldEntry[]> {
  const seen = new Set<string>(); // a first page brings postponed ones along, which come again in their place
  for (let before: string | undefined; ; ) {
    const pulled = await store.pull(principal, scope, { before, limit: mostPulledRows });
    if (pulled.state === 'expired') throw new Error('a page does not know where it ended');
    const { rows, older } = pulled.response;
    const items = new Map(rows.flatMap((row) => (row.kind === 'item' ? [[row.id, row.keys]] : [])));
    const comments = rows.filter((row) => row.kind === 'comment');
    const entries = rows.filter((row) => row.kind === 'entry' && !seen.has(row.id));
    for (const { id } of entries) seen.add(id);
    yield entries
      .filter((row) => row.kind === 'entry')
      .map((entry) => ({
        ...entry,
        comments: comments.filter(({ entryId }) => entryId === entry.id),
        itemKeys: (entry.itemId !== null && items.get(entry.itemId)) || [],
      }));
    if (older === null) return;
    before = older;
  }
}
