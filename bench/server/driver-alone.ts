import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { entryWords } from '../../src/server/log/entry-words.ts';

type Values = Record<string, SQLInputValue>;

/** Rows as they lie in the tables, in batches: what one transaction each is to write. */
export type Batches = { table: string; rows: Values[] }[][];

const tables = ['entry', 'entry_text', 'item', 'item_key', 'command_result', 'alias', 'comment'] as const;

/** What the pushes wrote into the database in `folder` since the rev `after`, in batches of `size` commands. */
export function rowsWritten(folder: string, after: number, size: number): { batches: Batches; rev: number } {
  const database = new DatabaseSync(join(folder, 'interlog.sqlite'), { readOnly: true });
  const all = (sql: string, ...values: SQLInputValue[]) => database.prepare(sql).all(...values) as Values[]; // rows are objects by column
  try {
    const entries = all('select * from entry where rev > ? order by rev', after);
    const by = (table: string, column: string) => {
      const rows = new Map<string, Values>();
      for (const row of all(`select * from ${table}`)) rows.set(String(row[column]), row);
      return (id: string) => rows.get(id) ?? [];
    };
    // Every mail of the bench has one key, one item and one result.
    const [item, key, result] = [by('item', 'id'), by('item_key', 'item_id'), by('command_result', 'id')];
    const [{ no: tenantNo } = { no: 0 }] = all('select no from tenant');
    const batches: Batches = [];
    for (let at = 0; at < entries.length; at += size) {
      const chunk = entries.slice(at, at + size);
      const bodies = chunk.map(({ body }) => JSON.parse(String(body)));
      batches.push([
        { table: 'entry', rows: chunk },
        // The index keeps no words that could be read back; they follow from the bodies. No mail of the bench has comments.
        {
          table: 'entry_text',
          rows: chunk.map(({ place = null }, one) => ({
            rowid: place,
            words: entryWords(Number(tenantNo), bodies[one], []).join(' '),
          })),
        },
        { table: 'item', rows: bodies.flatMap(({ itemId }): Values[] => [item(itemId)].flat()) },
        { table: 'item_key', rows: bodies.flatMap(({ itemId }): Values[] => [key(itemId)].flat()) },
        { table: 'command_result', rows: bodies.flatMap(({ commandId }): Values[] => [result(commandId)].flat()) },
      ]);
    }
    const [counter] = all('select max(rev) as rev from tenant');
    return { batches, rev: Number(counter?.rev) };
  } finally {
    database.close();
  }
}

/** The driver by itself: the same tables and indexes, the same durability, prepared inserts and nothing else. */
export function openDriver(folder: string, like: string) {
  const database = new DatabaseSync(join(folder, 'driver.sqlite'));
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  const model = new DatabaseSync(join(like, 'interlog.sqlite'), { readOnly: true });
  const made = model.prepare(
    `select sql from sqlite_schema where sql is not null and tbl_name in (${tables.map((name) => `'${name}'`)}, 'tenant')
      order by type = 'table' desc`,
  );
  for (const { sql } of made.all()) database.exec(String(sql));
  model.close();
  database.exec(
    "insert into tenant (id, name, epoch, rev, entry_no, contact_no, no) values ('t', 't', 't', 0, 0, 0, 1)",
  );

  const statements = new Map<string, StatementSync>();
  const insertInto = (table: string, columns: readonly string[]): StatementSync => {
    const known = statements.get(table);
    if (known) return known;
    const marks = columns.map(() => '?').join(', ');
    const made = database.prepare(`insert into ${table} (${columns.map((name) => `"${name}"`)}) values (${marks})`);
    statements.set(table, made);
    return made;
  };
  const raise = database.prepare('update tenant set rev = rev + 1');

  return {
    /** Milliseconds. */
    write(batches: Batches): number {
      const started = performance.now();
      for (const batch of batches) {
        database.exec('begin immediate');
        for (const { table, rows } of batch) {
          const [first] = rows;
          if (!first) continue;
          const columns = Object.keys(first);
          const insert = insertInto(table, columns);
          for (const row of rows) insert.run(...columns.map((name) => row[name] ?? null));
        }
        raise.run();
        database.exec('commit');
      }
      return performance.now() - started;
    },
    close: () => database.close(),
  };
}
