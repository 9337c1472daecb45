import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';

/** The preview as a person starts it: its own process, a data folder of its own. */
export interface PreviewProcess {
  /** The one address it prints, with its token. */
  address: string;
  port: number;
  /** Starts it again on the same port and data after `stop` or `kill`; none of its files may then outgrow `mostBytes`. */
  start(mostBytes?: number): Promise<void>;
  /** As Ctrl+C does. */
  stop(): Promise<void>;
  /** As a power cut does, as far as a process can. */
  kill(): Promise<void>;
  /** Stops it and removes the data. */
  dispose(): Promise<void>;
}

const root = new URL('../..', import.meta.url).pathname;

export async function startPreviewProcess(folder?: string): Promise<PreviewProcess> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'interlog-preview-')));
  const port = await freePort();
  let child: ChildProcess | undefined;
  const preview: PreviewProcess = {
    address: '',
    port,
    async start(mostBytes) {
      const command = [process.execPath, 'src/entries/preview.ts', '--port', String(port), '--data', data];
      // `ulimit` counts in blocks of 512 bytes; `exec` keeps the process that is signalled the server's own.
      const limit = ['/bin/sh', '-c', 'ulimit -f "$0" && exec "$@"', String(Math.floor((mostBytes ?? 0) / 512))];
      const [program = '', ...args] = mostBytes === undefined ? command : [...limit, ...command];
      child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
      preview.address = await printedAddress(child);
    },
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
    async dispose() {
      await end('SIGINT');
      await rm(data, { recursive: true, force: true });
    },
  };
  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  }
  await preview.start();
  return preview;
}

async function printedAddress(child: ChildProcess): Promise<string> {
  const errors: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(String(chunk)));
  if (!child.stdout) throw new Error('the preview has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /https?:\/\/\S+#\S+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error(`the preview ended without an address: ${errors.join('')}`);
}
