import { v7 } from 'uuid';
import * as v from 'valibot';
import type { CancelInteraction } from '../../src/domain/commands/cancel-interaction.ts';
import type { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { instantOf } from '../../src/domain/time.ts';
import { DeletePreview, Job } from '../../src/protocol/job.ts';
import { PullResponse } from '../../src/protocol/pull.ts';
import { mostCommands, PushResponse } from '../../src/protocol/push.ts';
import { wireVersion } from '../../src/protocol/wire-version.ts';
import { atMost, type Bench } from '../bench.ts';
import { madeCommands } from './made-commands.ts';
import { type ServerProcess, startServerProcess } from './start-server-process.ts';

const count = 50_000;
const idlePushes = 1_000;

export const deleteCanceled50k: Bench = {
  name: 'delete-canceled-50k',
  what: 'p99 of a push of one entry while 50,000 canceled entries are deleted, beside that of the server at rest',
  async run() {
    const server = await startServerProcess();
    try {
      const contacts = await contactsOf(server);
      await fill(server, contacts);
      const asOf = await preview(server);
      const pushes = madeCommands(contacts, { count: 40_000, now: Date.now(), newUuid: () => v7() });
      await timesOf(server, pushes, 100); // warm
      const idle = await timesOf(server, pushes, idlePushes);
      const started = performance.now();
      const { id } = await ask(server, Job, '/v1/jobs', { kind: 'delete-canceled', id: v7(), filter: {}, asOf });
      const busy: number[] = [];
      let job: Job | undefined;
      do {
        busy.push(...(await timesOf(server, pushes, 50)));
        job = await ask(server, Job, `/v1/jobs/${id}`);
      } while (job.state === 'running' && pushes.length > 50);
      if (job.state !== 'done') throw new Error(`the job is ${job.state}`);
      const seconds = Math.round((performance.now() - started) / 1_000);
      const figure = { name: 'delete-canceled-50k', value: p99(busy), unit: 'ms', against: p99(idle) };
      return { ...atMost(3, figure), note: `${job.done} deleted in ${seconds} s, ${busy.length} pushes meanwhile` };
    } finally {
      await server.stop();
    }
  },
};

/** Makes the entries and cancels them. */
async function fill(server: ServerProcess, contacts: readonly Contact[]): Promise<void> {
  const logs = madeCommands(contacts, { count, now: Date.now(), newUuid: () => v7() });
  for (let at = 0; at < count; at += mostCommands) await push(server, logs.slice(at, at + mostCommands));
  for (let at = 0; at < count; at += 500) {
    const cancel: CancelInteraction = {
      id: v7() as CancelInteraction['id'], // as devices make them
      madeAt: instantOf(Date.now()),
      needs: [],
      type: 'cancel-interaction',
      entryIds: logs.slice(at, at + 500).flatMap((log) => log.with.map(({ entryId }) => entryId)),
      why: '',
      undoes: null,
    };
    await push(server, [cancel]);
  }
}

/** Milliseconds that each of the next `many` commands takes, pushed one after another; they leave the list. */
async function timesOf(server: ServerProcess, commands: LogInteraction[], many: number): Promise<number[]> {
  const times: number[] = [];
  for (const command of commands.splice(0, many)) {
    const started = performance.now();
    await push(server, [command]);
    times.push(performance.now() - started);
  }
  return times;
}

async function push(server: ServerProcess, commands: readonly object[]): Promise<void> {
  const { tenantId, userId } = server.account;
  const { answers } = await ask(server, PushResponse, '/v1/push', { wire: wireVersion, tenantId, userId, commands });
  if (answers.some(({ outcome }) => outcome !== 'done')) throw new Error('a command was not done');
}

async function preview(server: ServerProcess): Promise<number> {
  const shown = await ask(server, DeletePreview, '/v1/jobs/preview', { filter: {} });
  if (shown.count < count) throw new Error(`${shown.count} are canceled`);
  return shown.asOf;
}

async function contactsOf(server: ServerProcess): Promise<Contact[]> {
  const { rows } = await ask(server, PullResponse, '/v1/pull?scope=contacts');
  return rows.filter((row): row is Contact => row.kind === 'contact' && row.type === 'person');
}

async function ask<S extends v.GenericSchema>(
  { url, token }: ServerProcess,
  schema: S,
  path: string,
  body?: object,
): Promise<v.InferOutput<S>> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(`${url}${path}`, init);
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return v.parse(schema, await response.json());
}

function p99(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
}
