import type { Kysely } from 'kysely';
import type { Resolve } from '../../domain/commands/resolve-aliases.ts';
import type { Alias } from '../../domain/decision.ts';
import type { BulkStatements } from './bulk-statements.ts';
import { aliases, type Tables } from './tables.ts';

/** What ids stand for: as kept for ever in the database, and as the commands of this push have added. */
export interface AliasBook {
  resolve: Resolve;
  add(made: readonly Alias[]): void;
  write(): Promise<void>;
}

export async function createAliasBook(
  db: Kysely<Tables>,
  bulk: BulkStatements,
  tenant: string,
  ids: readonly { kind: Alias['kind']; id: string }[],
): Promise<AliasBook> {
  const known = new Map<string, string>();
  const made: Alias[] = [];

  let next = new Set(ids.map(({ id }) => id));
  while (next.size > 0) {
    const found = await bulk.selectIn(
      db,
      { table: 'alias', column: 'from_id', wanted: ['kind', 'from_id', 'to_id'] },
      tenant,
      next,
    );
    // What an alias points at may have been joined to something else since.
    next = new Set(found.filter(({ kind, from_id }) => !known.has(`${kind}:${from_id}`)).map(({ to_id }) => to_id));
    for (const { kind, from_id, to_id } of found) known.set(`${kind}:${from_id}`, to_id);
  }

  return {
    resolve(kind, id) {
      const seen = new Set<string>();
      let now = id;
      for (let to = known.get(`${kind}:${now}`); to !== undefined && !seen.has(to); to = known.get(`${kind}:${now}`)) {
        seen.add(to);
        now = to as typeof id; // an alias leads to an id of its own kind
      }
      return now;
    },
    add(more) {
      for (const alias of more) {
        if (alias.from === alias.to) continue;
        known.set(`${alias.kind}:${alias.from}`, alias.to);
        made.push(alias);
      }
    },
    async write() {
      const last = new Map(made.map(({ kind, from, to }) => [`${kind}:${from}`, [tenant, kind, from, to]]));
      await bulk.upsert(db, aliases, [...last.values()]);
    },
  };
}
