import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Account } from '../../src/protocol/account.ts';

export interface ServerProcess {
  url: string;
  token: string;
  account: Account;
  /** Where its database is. */
  folder: string;
  stop(): Promise<void>;
}

/** The server of `server-process.ts`, started and ready. */
export async function startServerProcess(paneFolder?: string): Promise<ServerProcess> {
  const script = new URL('./server-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, ...(paneFolder ? [paneFolder] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return {
    ...JSON.parse(line),
    async stop() {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
