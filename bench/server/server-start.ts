import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../test/support/free-port.ts';
import { atMost, type Bench } from '../bench.ts';
import { inTurns, median } from '../median.ts';

export const serverStart: Bench = {
  name: 'server-start',
  what: 'process start → listening on a database that is there, beside a Hono server with one route on the same Node; both compiled before',
  async run() {
    // What whoever runs the bench keeps compiled would be found by one and not by the other.
    const { NODE_COMPILE_CACHE: _elsewhere, ...around } = process.env;
    const folder = await mkdtemp(join(tmpdir(), 'interlog-bench-'));
    const port = String(await freePort());
    const env = {
      ...around,
      INTERLOG_PORT: port,
      INTERLOG_HOST: '127.0.0.1',
      INTERLOG_DATA: folder,
      INTERLOG_BASE_URL: `http://127.0.0.1:${port}`,
      INTERLOG_NAME: 'Bench',
    };
    const server = new URL('../../src/entries/server.ts', import.meta.url).pathname;
    const bare = new URL('./bare-hono.ts', import.meta.url).pathname;
    if (!existsSync(server)) throw new Error('there is no src/entries/server.ts');
    try {
      const times = await inTurns(
        { count: 21, warmUp: 3 },
        () => untilListening([server], env),
        () => untilListening([bare, join(folder, 'bare-compiled')], around),
      );
      return atMost(3, {
        name: 'server-start',
        value: median(times.ours),
        unit: 'ms',
        against: median(times.theirs),
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Milliseconds until the process says that it listens; then it is stopped. */
async function untilListening(script: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, script, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) if (/listening|http:\/\/127/i.test(line)) break;
  const ms = performance.now() - started;
  child.kill('SIGTERM');
  await ended;
  return ms;
}
