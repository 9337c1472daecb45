import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import * as v from 'valibot';
import type { Contact } from '../../src/domain/contact.ts';
import { PullResponse } from '../../src/protocol/pull.ts';
import { mostCommands, PushResponse } from '../../src/protocol/push.ts';
import { wireVersion } from '../../src/protocol/wire-version.ts';
import { atLeast, type Bench } from '../bench.ts';
import { inTurns, median } from '../median.ts';
import { type Batches, openDriver, rowsWritten } from './driver-alone.ts';
import { madeCommands } from './made-commands.ts';
import { type ServerProcess, startServerProcess } from './start-server-process.ts';

const count = 1_000;

export const push1000: Bench = {
  name: 'push-1000',
  what: '1,000 entries over HTTP until on the server’s disk, beside the driver alone writing the same rows in the same batches',
  async run() {
    const server = await startServerProcess();
    const folder = await mkdtemp(join(tmpdir(), 'interlog-bench-'));
    const driver = openDriver(folder, server.folder);
    try {
      const contacts = await contactsOf(server);
      let { rev } = rowsWritten(server.folder, 0, mostCommands);
      const waiting: Batches[] = [];
      const push = async () => {
        const ms = await pushAll(server, contacts);
        const written = rowsWritten(server.folder, rev, mostCommands);
        rev = written.rev;
        waiting.push(written.batches);
        return ms;
      };
      // The driver writes what the server wrote one round before, so that both have seen as much.
      await push();
      const times = await inTurns({ count: 15, warmUp: 3 }, push, () => {
        const batches = waiting.shift();
        if (!batches) throw new Error('nothing was pushed before');
        return Promise.resolve(driver.write(batches));
      });
      const rate = (ms: number[]) => count / (median(ms) / 1_000);
      return atLeast(0.3, { name: 'push-1000', value: rate(times.ours), unit: '/s', against: rate(times.theirs) });
    } finally {
      driver.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Milliseconds from the first request to the last answer; the bodies are made before. */
async function pushAll({ url, token, account }: ServerProcess, contacts: readonly Contact[]): Promise<number> {
  const commands = madeCommands(contacts, { count, now: Date.now(), newUuid: () => v7() });
  const bodies = Array.from({ length: count / mostCommands }, (_, at) =>
    JSON.stringify({
      wire: wireVersion,
      tenantId: account.tenantId,
      userId: account.userId,
      commands: commands.slice(at * mostCommands, (at + 1) * mostCommands),
    }),
  );
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  // A connection that rested while the driver wrote may be closing: one that is fresh is part of neither side.
  await fetch(`${url}/healthz`).catch(() => fetch(`${url}/healthz`));
  const answers: string[] = [];
  const started = performance.now();
  for (const body of bodies)
    answers.push(await (await fetch(`${url}/v1/push`, { method: 'POST', headers, body })).text());
  const ms = performance.now() - started;
  for (const answer of answers) {
    const { answers: outcomes } = v.parse(PushResponse, JSON.parse(answer));
    if (outcomes.some(({ outcome }) => outcome !== 'done')) throw new Error('a command was not done');
  }
  return ms;
}

async function contactsOf({ url, token }: ServerProcess): Promise<Contact[]> {
  const response = await fetch(`${url}/v1/pull?scope=contacts`, { headers: { authorization: `Bearer ${token}` } });
  const { rows } = v.parse(PullResponse, await response.json());
  return rows.filter((row): row is Contact => row.kind === 'contact' && row.type === 'person');
}
