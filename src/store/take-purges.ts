import type { Command } from '../domain/commands/command.ts';
import { purgeableKeys, type WhyGone, withoutPurged } from '../domain/commands/without-purged.ts';
import type { ContactId, EntryId } from '../domain/ids.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import type { Purge } from '../domain/purge.ts';
import { refKeysOf } from '../domain/ref.ts';
import type { Row, RowKind } from '../domain/row.ts';
import { rowKey } from '../domain/row-key.ts';
import { historyScope } from '../protocol/scope.ts';
import { madeBy } from './made-by.ts';
import { noteDeleted } from './note-deleted.ts';
import type { KeptCommand, Tables } from './tables.ts';

/** What purges took from this device. */
export interface Purged {
  /** The ref keys that changed with it. */
  changed: Set<string>;
  /** Commands that went, and of which only the number is kept; their effects are still here. */
  gone: KeptCommand[];
}

/**
 * Takes the rows of `purges` out, with what belongs to them, and notes their keys: no older row brings one back, however
 * late it comes. What people wrote about a deleted entry stays with its command, and what that entry was with it; what is
 * about an erased person goes, whether it waits, was refused or was accepted; how many went that were never in the log is
 * kept, for who wrote them to be told.
 */
export async function takePurges(tables: Tables, purges: readonly Purge[]): Promise<Purged> {
  const changed = new Set<string>();
  if (purges.length === 0) return { changed, gone: [] };
  const named = purges.flatMap(({ rowKeys, rev, why }) => rowKeys.map((key) => ({ key, rev, why })));
  await tables.putGone(named);

  const revs = new Map(named.map(({ key, rev }) => [key, rev]));
  const idsOf = (kind: RowKind) =>
    named.flatMap(({ key }) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []));
  const found = new Map<string, Row>();
  const find = (rows: readonly Row[]) => {
    for (const row of rows) if (row.rev <= (revs.get(rowKey(row)) ?? row.rev)) found.set(rowKey(row), row);
  };
  for (const kind of ['contact', 'entry', 'item', 'follow-up'] as const) {
    const ids = idsOf(kind);
    if (ids.length > 0) find(await tables.rows(kind, ids));
  }
  for (const id of idsOf('contact') as ContactId[]) {
    find(await tables.entriesOfContact(id));
    find((await tables.followUpsWith([id])).filter(({ contactId }) => contactId === id));
    await tables.removeScope(historyScope(id));
  }
  const entryIds = [...new Set([...idsOf('entry'), ...of([...found.values()], 'entry')])];
  if (entryIds.length > 0) find(await tables.commentsOf(entryIds as EntryId[])); // ids of entries

  const deleted = new Set(named.filter(({ why }) => why === 'deleted').map(({ key }) => key));
  await noteDeleted(
    tables,
    [...found.values()].filter((row) => row.kind === 'entry' && deleted.has(rowKey(row))) as LogEntry[],
  );

  for (const row of found.values()) for (const key of refKeysOf(row)) changed.add(key);
  for (const kind of ['contact', 'entry', 'item', 'follow-up', 'comment'] as const)
    await tables.removeRows(kind, of([...found.values()], kind));

  const erased = new Set(named.filter(({ why }) => why === 'erased').map(({ key }) => key));
  const gone = erased.size === 0 ? [] : await forget(tables, erased, changed);
  return { changed, gone };
}

/** Rows without those that a purge took: an answer that was long on its way may still hold them. */
export async function withoutGone(tables: Tables, rows: readonly Row[]): Promise<Row[]> {
  const gone = await tables.gone(new Set(rows.flatMap(keysOf)));
  if (gone.length === 0) return [...rows];
  const revs = new Map(gone.map(({ key, rev }) => [key, rev]));
  return rows.filter((row) => !keysOf(row).some((key) => row.rev <= (revs.get(key) ?? -1)));
}

/** Why rows that `commands` name are gone, as `withoutPurged` asks it. */
export async function whyGone(tables: Tables, commands: readonly Command[]): Promise<WhyGone> {
  const gone = await tables.gone(new Set(commands.flatMap(purgeableKeys)));
  const whys = new Map(gone.map(({ key, why }) => [key, why]));
  return (key) => whys.get(key);
}

/** The keys of a row and of what it belongs to. */
function keysOf(row: Row): string[] {
  const keys = [rowKey(row)];
  if (row.kind === 'comment') keys.push(`entry:${row.entryId}`);
  if (row.kind === 'entry' || row.kind === 'comment' || row.kind === 'follow-up') keys.push(`contact:${row.contactId}`);
  return keys;
}

function of(rows: readonly Row[], kind: RowKind): string[] {
  return rows.filter((row) => row.kind === kind).map(({ id }) => id);
}

/**
 * Takes what is erased out of every command; gives those of which nothing is left. An id that only this device takes for
 * another one's (a new contact with an address that is known) stands for itself: what was said of it waits on.
 */
async function forget(tables: Tables, erased: ReadonlySet<string>, changed: Set<string>): Promise<KeptCommand[]> {
  const [kept, accepted] = [await tables.commands(), await tables.accepted()];
  const keys = new Set([...kept, ...accepted].flatMap(({ command }) => purgeableKeys(command)));
  const aliases = (await tables.aliases([...keys])).filter(({ pending }) => !pending);
  const standsFor = new Map(aliases.map(({ kind, from, to }) => [`${kind}:${from}`, `${kind}:${to}`]));
  const all = new Set(erased);
  const why = (key: string) => (all.has(key) || all.has(standsFor.get(key) ?? '') ? 'erased' : undefined);
  const left = (command: Command) => {
    const after = withoutPurged(command, why);
    return 'outcome' in after ? undefined : after;
  };
  // What only such a command would have made goes with it, and so does what others say of that.
  for (let before = 0; before < all.size; ) {
    before = all.size;
    const stays = new Set([...kept, ...accepted].flatMap(({ command }) => madeBy(left(command))));
    for (const { command } of kept) for (const key of madeBy(command)) if (!stays.has(key)) all.add(key);
  }

  const gone = kept.filter(({ command }) => left(command) === undefined);
  await tables.removeCommands(gone.map(({ seq }) => seq));
  if (gone.length > 0) await tables.putErasedWork((await tables.erasedWork()) + gone.length);
  const rewritten = kept.flatMap((one) => {
    const command = left(one.command);
    const { about = [], ...rest } = one;
    // The server no longer knows of a deleted entry whom it was with: what is remembered of it here goes with the person.
    const aboutOthers = about.filter(({ contactId }) => !erased.has(`contact:${contactId}`));
    if (command === undefined || (command === one.command && aboutOthers.length === about.length)) return [];
    return [{ ...rest, command, ...(aboutOthers.length > 0 ? { about: aboutOthers } : {}) }];
  });
  await tables.putCommands(rewritten);
  for (const { touches, writes } of rewritten) for (const key of [...touches, ...writes]) changed.add(key);

  const stay = accepted.flatMap((one) => {
    const command = left(one.command);
    return command === undefined ? [] : [{ ...one, command }];
  });
  await tables.removeAccepted();
  await tables.putAccepted(stay);
  return gone;
}
