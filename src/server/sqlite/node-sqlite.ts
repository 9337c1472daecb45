import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import type { Tables } from '../log/tables.ts';

/** How long a statement waits for another process (a backup, somebody's shell) before it fails, in ms. */
const busyTimeout = 5_000;

/** At most so much of the database is kept in memory: the upper pages of all its trees, also of a large log. */
const cacheKiB = 64 * 1024;

/** Kysely over Node's own SQLite. A commit is on disk when it returns (`synchronous = full`). */
export function openSqlite(path: string, { readOnly }: { readOnly: boolean }): Kysely<Tables> {
  const database = new DatabaseSync(path, { readOnly, timeout: busyTimeout });
  database.exec(`pragma foreign_keys = on; pragma cache_size = -${cacheKiB}`);
  if (!readOnly) database.exec('pragma journal_mode = wal; pragma synchronous = full');
  const statements = new Map<string, SqliteStatement>();
  return new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        close: () => database.close(),
        prepare: (text) => {
          let statement = statements.get(text);
          if (!statement) {
            statement = text === 'rollback' ? rollback(database) : wrap(database.prepare(text));
            if (statements.size >= mostStatements) statements.clear();
            statements.set(text, statement);
          }
          return statement;
        },
      },
    }),
  });
}

/** When the disk is full SQLite takes the transaction back by itself. To ask for it again would fail, and hide why. */
function rollback(database: DatabaseSync): SqliteStatement {
  const statement = wrap(database.prepare('rollback'));
  const nothing = { changes: 0, lastInsertRowid: 0 };
  return { ...statement, run: (parameters) => (database.isTransaction ? statement.run(parameters) : nothing) };
}

/** Queries have few forms; the bound only guards against one that does not. */
const mostStatements = 500;

function wrap(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[]; // our queries bind text, numbers and null only
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

/** SQLITE_FULL, which `node:sqlite` gives with its errors. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 13;
}
