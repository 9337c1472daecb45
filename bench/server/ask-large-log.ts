import { randomUUID } from 'node:crypto';
import { instantOf } from '../../src/domain/time.ts';
import { createApp } from '../../src/server/create-app.ts';
import { createJobRunner } from '../../src/server/job-runner.ts';
import { createLiveHub } from '../../src/server/live-hub.ts';
import { secretHash } from '../../src/server/secret-hash.ts';
import { openSqliteLogStore } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { type LargeLog, largeLog } from './large-log.ts';

export interface AskedLog extends LargeLog {
  /** Asks the real server over this log, as a function; gives how many milliseconds it took until all had come, and what. */
  ask(path: string): Promise<{ ms: number; body: string }>;
  stop(): Promise<void>;
}

export async function askLargeLog(count: number): Promise<AskedLog> {
  const large = await largeLog(count);
  const store = await openSqliteLogStore(large.folder, { epoch: randomUUID() });
  const live = createLiveHub();
  const now = () => instantOf(Date.now());
  const log = { info: () => undefined, error: (facts: object) => console.error(facts) };
  const app = createApp({
    ...{ store, held: store, jobs: store, live, now, log, newId: randomUUID, randomToken: randomUUID },
    jobRunner: createJobRunner({ store, live, now, newId: randomUUID, log }),
    noteSession: () => undefined,
    mode: { kind: 'serve', origins: [] },
    paneFolder: undefined,
    every: () => () => undefined,
  });
  const token = randomUUID();
  const { tenantId, userId } = large.reader;
  await store.createSession({ tokenHash: secretHash(token), tenantId, userId, createdAt: now() });
  const headers = { authorization: `Bearer ${token}` };
  return {
    ...large,
    async ask(path) {
      const began = performance.now();
      const response = await app.request(`http://127.0.0.1${path}`, { headers });
      const body = await response.text();
      const ms = performance.now() - began;
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return { ms, body };
    },
    async stop() {
      await store.endSession(secretHash(token));
      await store.close();
    },
  };
}
