import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, it, vi } from 'vitest';
import { readServerConfig } from '../../src/entries/node/server-config.ts';
import { openSqliteLogStore } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { freePort } from '../support/free-port.ts';

// Each of these starts processes, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const root = resolve(import.meta.dirname, '../..');
const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'interlog-start-'));
  folders.push(folder);
  return folder;
}
const pages = newFolder();
for (const page of ['preview', 'web']) writeFileSync(join(pages, `${page}.html`), '<title>Interlog</title>');
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs an entry until it ends by itself, or gets `signal` (as by Ctrl+C unless said) once `enough` was printed. */
async function run(
  entry: string,
  args: string[],
  env: Record<string, string> = {},
  enough?: RegExp,
  signal: 'SIGINT' | 'SIGUSR2' = 'SIGINT',
) {
  const child = spawn(process.execPath, [`src/entries/${entry}.ts`, '--pages', pages, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk;
    if (enough?.test(printed)) child.kill(signal);
  });
  const [[code], errors] = await Promise.all([once(child, 'exit'), text(child.stderr)]);
  return { code, printed, errors: errors.trim() };
}
const team = { INTERLOG_BASE_URL: 'https://log.example.com', INTERLOG_NAME: 'Aurinko Oy' };

it('does not start a server for a team that was not set up, and says what is missing', async () => {
  const { code, errors } = await run('server', []);
  expect(code).toBe(1);
  expect(errors).toMatch(/^INTERLOG_BASE_URL is missing: .*$/);
});

it.each([
  [{ INTERLOG_BASE_URL: 'ftp://x' }, [], /^INTERLOG_BASE_URL must be https/],
  [{ INTERLOG_BASE_URL: 'https://log.example.com/path' }, [], /without a path$/],
  [team, ['--port', 'eighty'], /^INTERLOG_PORT must be a number$/],
  [team, ['--colour', 'red'], /--colour/],
  [{ ...team, INTERLOG_ADMIN_EMAIL: 'anna' }, [], /^INTERLOG_ADMIN_EMAIL is no e-mail address$/],
])('names the setting that is wrong in %j %j', (env, args, expected) => {
  const read = readServerConfig(env, args);
  expect('wrong' in read ? read.wrong.join('\n') : 'nothing').toMatch(expected);
});

it('gives the admin of a new team one link, and another one only when asked', async () => {
  const data = newFolder();
  const args = ['--data', data, '--port', String(await freePort())];
  const first = await run('server', args, team, /(?=[\s\S]*"msg":"listening")[\s\S]*#invite=\S+\n/);
  expect(first.printed).toMatch(/https:\/\/log\.example\.com\/web\.html#invite=[\w-]{43}\n/);
  expect(first.code).toBe(0);
  expect((await run('server', args, team, /"msg":"listening"/)).printed).not.toContain('#invite=');
  expect((await run('server', [...args, '--admin-link'], team, /#invite=\S+\n/)).printed).toContain('#invite=');
});

it('says in one line that the pages are not built yet', async () => {
  const empty = newFolder();
  const { code, errors } = await run('preview', ['--data', newFolder(), '--pages', empty]);
  expect([code, errors]).toEqual([1, 'The pages are not built yet: run "npm start", or "npm run build" first.']);
});

it('says in one line that the data folder is in use', async () => {
  const data = newFolder();
  const store = await openSqliteLogStore(data, { epoch: 'e' });
  for (const entry of ['preview', 'server']) {
    const { code, errors } = await run(entry, ['--data', data], team);
    expect([code, errors]).toEqual([1, `The data folder ${data} is in use: Interlog is running already.`]);
  }
  await store.close();
});

it('says in one line that the data folder can not be written to', async () => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  const { code, errors } = await run('preview', ['--data', join(file, 'data')]);
  expect(code).toBe(1);
  expect(errors).toMatch(/^The data folder .* can not be written to \(ENOTDIR\)\.$/);
});

it('says in one line that the port is taken, and keeps what it seeded for the next start', async () => {
  const data = newFolder();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const { code, errors } = await run('preview', ['--data', data, '--port', port]);
  expect([code, errors]).toEqual([1, `Port ${port} is taken by another program. Choose another one with --port.`]);
  other.close();
  const first = await run('preview', ['--data', data, '--port', port], {}, /Ctrl\+C/);
  const second = await run('preview', ['--data', data, '--port', port], {}, /Ctrl\+C/);
  const addressIn = (printed: string) => /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}/.exec(printed)?.[0];
  expect(addressIn(first.printed)).toBeDefined();
  expect(addressIn(second.printed)).toBe(addressIn(first.printed));
  expect(first.code).toBe(0);
});

it("keeps a team's data and a preview's apart", async () => {
  const data = newFolder();
  const args = ['--data', data, '--port', String(await freePort())];
  await run('server', args, team, /"msg":"listening"/);
  expect((await run('preview', args)).errors).toContain('holds the log of a team, not a preview');
});

it('ends with one line when the thread that writes the log has ended', async () => {
  const data = newFolder();
  // The process ends its own thread, the only one it has so far, when it is told to.
  const preload = "process.on('worker', (worker) => process.on('SIGUSR2', () => worker.terminate()))";
  const env = { ...team, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}` };
  const args = ['--data', data, '--port', String(await freePort())];
  const { code, errors } = await run('server', args, env, /"msg":"listening"/, 'SIGUSR2');
  expect(code).toBe(1);
  expect(errors).toMatch(/^The log in .* can not be written to any more: .*\. Start it anew\.$/);
});
