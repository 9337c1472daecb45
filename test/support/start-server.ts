import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Instant, instantOf } from '../../src/domain/time.ts';
import type { Account } from '../../src/protocol/account.ts';
import { createApp } from '../../src/server/create-app.ts';
import type { DemoUser } from '../../src/server/demo/demo-people.ts';
import { type DemoAccounts, seedDemo } from '../../src/server/demo/seed-demo.ts';
import { createJobRunner, type JobRunner } from '../../src/server/job-runner.ts';
import { createLiveHub } from '../../src/server/live-hub.ts';
import { secretHash } from '../../src/server/secret-hash.ts';
import type { AppEnv, ServerMode, Services } from '../../src/server/services.ts';
import { createSessionNotes } from '../../src/server/sessions-in-use.ts';
import { openSqliteLogStore } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import type { SqliteStore } from '../../src/server/sqlite/worker-messages.ts';
import { noon } from './domain-samples.ts';
import { startInThisThread } from './store-in-this-thread.ts';

/** The real server with the demo workspace, in a folder of its own; its clock stands until a test moves it. */
export interface TestServer {
  app: Hono<AppEnv>;
  /** The server as `fetch`, without a port; takes paths and whole addresses. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  store: SqliteStore;
  /** Of the server as it runs now. */
  jobs: JobRunner;
  accounts: DemoAccounts;
  folder: string;
  /** What the server logged, as JSON lines. */
  logged: string[];
  clock: { now: Instant; advance(ms: number): void };
  /** Lets one heartbeat of every open stream pass. */
  beat(): void;
  signIn(user: DemoUser): Promise<{ token: string; account: Account }>;
  /** Opens a port on loopback and gives its address, such as `http://127.0.0.1:41234`. */
  listen(): Promise<string>;
  /** Closes and opens the store again, as a restart does. Sessions and rows stay. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  now?: Instant;
  mode?: ServerMode;
  paneFolder?: string;
  epoch?: string;
  /** Each connection to SQLite has a thread of its own, as in production; else all are of this one, which is quicker. */
  threads?: boolean;
  /** How jobs leave time to others between their steps; without a rest unless said. */
  giveWay?: <T>(step: () => Promise<T>) => Promise<T>;
}

export async function startTestServer(options: Options = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'interlog-server-'));
  const ids = counted();
  const beats = new Set<() => void>();
  const logged: string[] = [];
  const log = (facts: object, message: string) => {
    logged.push(JSON.stringify({ ...facts, message }, (_, value) => (value instanceof Error ? String(value) : value)));
  };
  const clock = {
    now: options.now ?? noon,
    advance(ms: number) {
      clock.now = instantOf(Date.parse(clock.now) + ms);
    },
  };
  const open = (epoch: string) =>
    openSqliteLogStore(folder, { epoch, ...(options.threads ? {} : { start: startInThisThread }) });
  let store = await open(options.epoch ?? 'epoch-1');
  const accounts = await seedDemo(store, clock.now, ids);
  let live = createLiveHub();
  const runner = () =>
    createJobRunner({
      ...{ store, live, newId: ids, now: () => clock.now, log: { info: log, error: log } },
      ...(options.giveWay ? { giveWay: options.giveWay } : {}),
    });
  let jobRunner = runner();
  let closePort: (() => Promise<void>) | undefined;

  const build = () => {
    const services: Services = {
      store,
      live,
      held: store,
      jobs: store,
      jobRunner,
      noteSession: createSessionNotes({ store, now: () => clock.now, log: { info: log, error: log } }),
      now: () => clock.now,
      randomToken: () => `token-${ids()}`,
      newId: ids,
      log: { info: log, error: log },
      mode: options.mode ?? { kind: 'serve', origins: [] },
      paneFolder: options.paneFolder,
      every: (_, tick) => {
        beats.add(tick);
        return () => beats.delete(tick);
      },
    };
    return createApp(services);
  };

  const server: TestServer = {
    app: build(),
    fetch: async (input, init) =>
      server.app.fetch(input instanceof Request ? input : new Request(new URL(input, 'http://interlog.example'), init)),
    store,
    jobs: jobRunner,
    accounts,
    folder,
    logged,
    clock,
    beat: () => {
      for (const tick of [...beats]) tick();
    },
    async signIn(user) {
      const { tenantId, userId } = accounts[user];
      const token = `token-${ids()}`;
      await store.createSession({ tokenHash: secretHash(token), tenantId, userId, createdAt: clock.now });
      const account = await store.session(secretHash(token));
      if (!account) throw new Error(`no account for ${user}`);
      return { token, account };
    },
    listen: () =>
      new Promise((resolve) => {
        const node = serve(
          {
            fetch: (request, env) => server.app.fetch(request, env as AppEnv['Bindings']),
            port: 0,
            hostname: '127.0.0.1',
          },
          ({ port }) => resolve(`http://127.0.0.1:${port}`),
        );
        closePort = () =>
          new Promise((done) => {
            node.close(() => done());
            if ('closeAllConnections' in node) node.closeAllConnections();
          });
      }),
    async restart() {
      live.close();
      await jobRunner.close();
      await store.close();
      store = await open(`${options.epoch ?? 'epoch-1'}-again`);
      live = createLiveHub();
      jobRunner = runner();
      await jobRunner.resume();
      server.store = store;
      server.jobs = jobRunner;
      server.app = build();
    },
    async stop() {
      live.close();
      await closePort?.();
      await jobRunner.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return server;
}

/** Ids that count up: the same in every run. */
function counted(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `01940000-0000-7000-9000-${last.toString(16).padStart(12, '0')}`;
  };
}
