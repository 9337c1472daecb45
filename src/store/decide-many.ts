import { type Command, reads } from '../domain/commands/command.ts';
import { aliasableIds } from '../domain/commands/resolve-aliases.ts';
import { type BatchTables, batchTables } from './batch-tables.ts';
import { readRefs } from './read-refs.ts';
import { resolveAll, shownRows } from './shown-rows.ts';
import type { Tables } from './tables.ts';

/** So many commands are decided without a turn of the database: few enough not to hold the pane, many enough to be quick. */
const atOnce = 100;

/**
 * Lets `decide` have each of `all` in their order, with tables on which the rows that deciding reads are there already.
 * What it writes there is in the database when this resolves.
 */
export async function decideMany<C>(
  tables: Tables,
  all: readonly C[],
  commandOf: (one: C) => Command,
  decide: (batch: BatchTables, one: C) => Promise<void>,
): Promise<void> {
  const batch = batchTables(tables);
  for (let at = 0; at < all.length; at += atOnce) {
    const some = all.slice(at, at + atOnce);
    if (some.length > 1) await readAhead(batch, some.map(commandOf));
    for (const one of some) await decide(batch, one);
    await batch.flush();
  }
}

/** Reads together what deciding the commands will ask for one after the other. */
async function readAhead(batch: BatchTables, commands: readonly Command[]): Promise<void> {
  await Promise.all([
    resolveAll(batch, commands.flatMap(aliasableIds)),
    readRefs(shownRows(batch), commands.flatMap(reads)),
  ]);
}
