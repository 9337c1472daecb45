import type { CommandId } from '../domain/ids.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import type { EntryPage, ShownEntry } from './local-store.ts';
import { byPlace, placeOf } from './place.ts';
import type { Tables } from './tables.ts';

/** A page of the server's entries with pending ones in their stead and between them. */
export async function pageOf(
  tables: Tables,
  { limit, before }: { limit: number; before?: string | undefined },
  finds: readonly string[],
  belongs: (entry: LogEntry) => boolean,
  readEntries: (before: string | undefined, limit: number) => Promise<LogEntry[]>,
): Promise<EntryPage> {
  const entries = new Map<string, ShownEntry>();
  const [usual, pending] = await Promise.all([readEntries(before, limit + 1), tables.pendingFound(finds)]);
  // As many more as pending rows can take the place of, so that a full page is left.
  const held = pending.length === 0 ? usual : await readEntries(before, limit + 1 + pending.length);
  for (const entry of held) entries.set(entry.id, { entry, pending: [] });
  for (const { row, by } of pending) {
    if (row.kind !== 'entry' || !belongs(row)) continue;
    entries.delete(row.id);
    if (before === undefined || placeOf(row) < before) entries.set(row.id, { entry: row, pending: by });
  }
  const ordered = [...entries.values()].sort((a, b) => byPlace(a.entry, b.entry));
  const shown = ordered.slice(0, limit);
  const last = shown.at(-1);
  return { entries: shown, next: last && ordered.length > shown.length ? placeOf(last.entry) : null };
}

/** The entries, each with the waiting commands that changed it. */
export async function withPending(tables: Tables, entries: readonly LogEntry[]): Promise<ShownEntry[]> {
  const pending = await tables.pending(entries.map(({ id }) => `entry:${id}`));
  const by = new Map<string, CommandId[]>(pending.map((row) => [row.row.id, row.by]));
  return entries.map((entry) => ({ entry, pending: by.get(entry.id) ?? [] }));
}
