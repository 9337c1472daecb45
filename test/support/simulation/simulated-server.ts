import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Row } from '../../../src/domain/row.ts';
import { instantOf } from '../../../src/domain/time.ts';
import type { Answer } from '../../../src/protocol/push.ts';
import { createApp } from '../../../src/server/create-app.ts';
import { createJobRunner, type JobRunner } from '../../../src/server/job-runner.ts';
import { createLiveHub } from '../../../src/server/live-hub.ts';
import { createHeldStore } from '../../../src/server/log/create-held-store.ts';
import { createLogReading } from '../../../src/server/log/create-log-reading.ts';
import { createLogStore } from '../../../src/server/log/create-log-store.ts';
import { createJobStore } from '../../../src/server/log/jobs/create-job-store.ts';
import { startRun } from '../../../src/server/log/runs.ts';
import type { Tables } from '../../../src/server/log/tables.ts';
import type { WholeLogStore } from '../../../src/server/log-reading.ts';
import { ftsTextIndex } from '../../../src/server/sqlite/fts-text-index.ts';
import { migrations } from '../../../src/server/sqlite/migrations.ts';
import type { VirtualTime } from './virtual-time.ts';

/** The real server on a database in memory: its process can end and start again, its database be put back to a copy. */
export interface SimulatedServer {
  store(): WholeLogStore;
  /** Undefined while it is down. */
  handler(): ((request: Request) => Response | Promise<Response>) | undefined;
  start(): Promise<void>;
  /** The process ends; what was committed stays. */
  stop(): void;
  backUp(): void;
  /** Puts the last copy back, if there is one; only while it is down. */
  restore(): void;
  /** All rows as they are. */
  rows(): Row[];
  /** What it remembers of commands, by their ids. */
  answers(): Map<string, Pick<Answer, 'outcome' | 'code'>>;
  /** What went wrong in it. */
  faults: string[];
}

type Copy = { table: string; rows: Record<string, SQLInputValue>[] }[];

/** How long a job rests between two of its steps. */
const rest = 2_000;

export async function createSimulatedServer(time: VirtualTime, newId: () => string): Promise<SimulatedServer> {
  const database = new DatabaseSync(':memory:');
  const kysely = () =>
    new Kysely<Tables>({ dialect: new SqliteDialect({ database: { close: () => undefined, prepare: prepared() } }) });
  const prepared = () => {
    const statements = new Map<string, ReturnType<typeof wrap>>();
    return (sql: string) => {
      const statement = statements.get(sql) ?? wrap(database, sql);
      statements.set(sql, statement);
      return statement;
    };
  };
  const { error } = await new Migrator({
    db: kysely(),
    provider: { getMigrations: () => Promise.resolve(migrations) },
  }).migrateToLatest();
  if (error !== undefined) throw error;

  const faults: string[] = [];
  let runs = 0;
  const live = createLiveHub();
  const open = (run: string): WholeLogStore => ({
    ...createLogStore(kysely(), ftsTextIndex, () => run),
    ...createLogReading(kysely(), ftsTextIndex),
  });
  let store = open('run-0');
  let jobRunner: JobRunner | undefined;
  let handler: SimulatedServer['handler'] extends () => infer H ? H : never;
  let copy: Copy | undefined;
  const all = (sql: string) => database.prepare(sql).all() as Record<string, SQLInputValue>[]; // rows are objects by column
  // The text index is derived and nobody searches here: it stays as it is.
  const tables = () =>
    all("select name from sqlite_schema where type = 'table' and name not like 'entry_text%'").map(({ name }) =>
      String(name),
    );

  return {
    store: () => store,
    handler: () => handler,
    faults,
    async start() {
      runs += 1;
      await startRun(kysely(), `run-${runs}`);
      store = open(`run-${runs}`);
      const jobs = createJobStore(kysely(), ftsTextIndex, () => Promise.resolve());
      const now = () => instantOf(time.now());
      const log = { info: () => undefined, error: (facts: object) => faults.push(String(Object.values(facts)[0])) };
      // A crash comes between any two steps.
      const giveWay = async <T>(step: () => Promise<T>): Promise<T> => {
        const done = await step();
        await new Promise<void>((resolve) => time.in(rest, resolve));
        return done;
      };
      jobRunner = createJobRunner({ store: jobs, live, now, newId, giveWay, log });
      const app = createApp({
        store,
        held: createHeldStore(kysely()),
        jobs,
        jobRunner,
        noteSession: () => undefined,
        live,
        now,
        randomToken: () => 'unused',
        newId: () => 'unused',
        log,
        mode: { kind: 'serve', origins: [] },
        paneFolder: undefined,
        every: (ms, tick) => time.every(ms, tick),
      });
      handler = (request) => app.fetch(request);
      await jobRunner.resume();
    },
    stop() {
      void jobRunner?.close(); // it ends between two steps, and nobody waits for it
      live.close();
      handler = undefined;
    },
    backUp() {
      copy = tables().map((table) => ({ table, rows: all(`select * from "${table}"`) }));
    },
    restore() {
      if (copy === undefined) return;
      for (const { table, rows } of copy) {
        database.exec(`delete from "${table}"`);
        for (const row of rows) {
          const columns = Object.keys(row);
          const marks = columns.map(() => '?').join(', ');
          database
            .prepare(`insert into "${table}" (${columns.map((name) => `"${name}"`)}) values (${marks})`)
            .run(...Object.values(row));
        }
      }
    },
    rows: () =>
      ['setup_row', 'contact', 'entry', 'item', 'comment', 'follow_up'].flatMap((table) =>
        all(`select body from ${table}`).map(({ body }): Row => JSON.parse(String(body))),
      ),
    answers: () =>
      new Map(
        all('select id, outcome, code from command_result').map(({ id, outcome, code }) => [
          String(id),
          { outcome, code: code ?? undefined } as Pick<Answer, 'outcome' | 'code'>, // as the server wrote it
        ]),
      ),
  };
}

function wrap(database: DatabaseSync, sql: string) {
  const statement = database.prepare(sql);
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[]; // our queries bind text, numbers and null only
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
    run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...values(parameters)),
  };
}
