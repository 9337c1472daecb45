import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { TableShape, Tables } from './tables.ts';

export type Value = string | number | null;

/**
 * Reads and writes of many rows at once. Building the SQL of a statement with hundreds of values costs more than
 * running it, so statements have a few fixed sizes, each built once.
 */
export interface BulkStatements {
  /** Inserts rows given as values in the order of the shape; a row whose key is there already is replaced. */
  upsert(db: Kysely<Tables>, shape: TableShape, rows: readonly (readonly Value[])[]): Promise<void>;
  /** The `wanted` columns of the tenant's rows whose `column` is one of `values`; of all tenants where none is named. */
  selectIn<T extends keyof Tables, C extends keyof Tables[T] & string>(
    db: Kysely<Tables>,
    from: { table: T; column: keyof Tables[T] & string; wanted: readonly C[] },
    tenant: string | undefined,
    values: Iterable<string | number>,
  ): Promise<Pick<Tables[T], C>[]>;
}

const sizes = [64, 16, 4, 1];

export function createBulkStatements(): BulkStatements {
  const built = new Map<string, string>();
  const once = (name: string, build: () => CompiledQuery): string => {
    const text = built.get(name) ?? build().sql;
    built.set(name, text);
    return text;
  };

  return {
    async upsert(db, { table, key, others }, rows) {
      for (const chunk of inSizes(rows)) {
        const text = once(`upsert ${table} ${chunk.length}`, () => {
          const columns = [...key, ...others];
          const change = sql.join(others.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`));
          return sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
            values ${sql.join(chunk.map((row) => sql`(${sql.join([...row])})`))}
            on conflict (${sql.join(key.map((column) => sql.ref(column)))})
            ${others.length === 0 ? sql`do nothing` : sql`do update set ${change}`}`.compile(db);
        });
        await db.executeQuery(CompiledQuery.raw(text, chunk.flat()));
      }
    },

    async selectIn(db, { table, column, wanted }, tenant, values) {
      const found = [];
      for (const chunk of inSizes([...new Set(values)])) {
        const own = tenant === undefined ? [] : [tenant];
        const text = once(`select ${table} ${column} ${wanted} ${own.length} ${chunk.length}`, () =>
          sql`select ${sql.join(wanted.map((one) => sql.ref(one)))} from ${sql.table(table)}
            where ${sql.ref(column)} in (${sql.join(chunk)})
            ${own.length === 0 ? sql`` : sql`and tenant = ${tenant}`}`.compile(db),
        );
        const { rows } = await db.executeQuery(CompiledQuery.raw(text, [...chunk, ...own]));
        found.push(...(rows as Pick<Tables[typeof table], (typeof wanted)[number]>[])); // the columns asked for
      }
      return found;
    },
  };
}

/** All of them in their order, in portions of those sizes. */
export function inSizes<T>(all: readonly T[]): T[][] {
  const chunks: T[][] = [];
  let at = 0;
  for (const size of sizes) for (; all.length - at >= size; at += size) chunks.push(all.slice(at, at + size));
  return chunks;
}
