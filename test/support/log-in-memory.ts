import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { createLogReading } from '../../src/server/log/create-log-reading.ts';
import { createLogStore } from '../../src/server/log/create-log-store.ts';
import type { Tables } from '../../src/server/log/tables.ts';
import type { WholeLogStore } from '../../src/server/log-reading.ts';
import { ftsTextIndex } from '../../src/server/sqlite/fts-text-index.ts';
import { migrations } from '../../src/server/sqlite/migrations.ts';

/** The log over SQLite in memory and in this thread, so that its statements can be looked at. */
export interface LogInMemory {
  db: Kysely<Tables>;
  store: WholeLogStore;
  /** How the database does what `work` reads, a line for each step. */
  plansOf(work: () => Promise<unknown>): Promise<{ sql: string; steps: string[] }[]>;
}

export async function openLogInMemory(): Promise<LogInMemory> {
  const database = new DatabaseSync(':memory:');
  const read: { sql: string; values: SQLInputValue[] }[] = [];
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        close: () => database.close(),
        prepare(sql) {
          const statement = database.prepare(sql);
          const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]; // our queries bind nothing else
          return {
            reader: statement.columns().length > 0,
            all(parameters) {
              read.push({ sql, values: values(parameters) });
              return statement.all(...values(parameters));
            },
            run: (parameters) => statement.run(...values(parameters)),
            iterate: (parameters) => statement.iterate(...values(parameters)),
          };
        },
      },
    }),
  });
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  }).migrateToLatest();
  if (error !== undefined) throw error;
  return {
    db,
    store: { ...createLogStore(db, ftsTextIndex, () => 'epoch-1'), ...createLogReading(db, ftsTextIndex) },
    async plansOf(work) {
      read.length = 0;
      await work();
      const selects = read.splice(0).filter(({ sql }) => /^\s*(select|with)/i.test(sql));
      return selects.map(({ sql, values }) => ({
        sql,
        steps: database
          .prepare(`explain query plan ${sql}`)
          .all(...values)
          .map(({ detail }) => String(detail)),
      }));
    },
  };
}
