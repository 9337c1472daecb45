import { expect, it } from 'vitest';
import type { ContactId, JobId } from '../../src/domain/ids.ts';
import { giveWay } from '../../src/entries/node/give-way.ts';
import type { DeletePreview, Job } from '../../src/protocol/job.ts';
import type { PushResponse } from '../../src/protocol/push.ts';
import { cancel, createContact } from '../support/command-samples.ts';
import { contact, id, logMail } from '../support/domain-samples.ts';
import { entryOf } from '../support/new-command-samples.ts';
import { sessionOf } from '../support/server-requests.ts';
import { startTestServer } from '../support/start-server.ts';

it('a job leaves time between its steps, in which what others log is taken at once', async () => {
  const between: (() => Promise<void>)[] = [];
  const server = await startTestServer({
    async giveWay(step) {
      const result = await step();
      await between.pop()?.();
      return result;
    },
  });
  const sofia = await sessionOf(server, 'sofia');
  const bob = contact(1, { id: id<ContactId>(0xc01), name: 'Petronella' });
  const { name, email, type, companyId } = bob;
  const push = async (...commands: object[]) => ((await (await sofia.push(commands)).json()) as PushResponse).answers;

  const logs = Array.from({ length: 90 }, (_, at) => logMail(0x1000 + at, [bob], [`message-id:${at}`]));
  await push(createContact(1, bob.id, { name, email, type, companyId }), ...logs);
  await push(cancel(2, logs.map(entryOf)));
  const { asOf }: DeletePreview = await (await sofia.post('/v1/jobs/preview', { filter: { contact: bob.id } })).json();

  const logged: string[] = [];
  for (const number of [1, 2])
    between.push(async () => {
      const [answer] = await push(logMail(0x2000 + number, [bob], [`message-id:between ${number}`]));
      const running: Job = await (await sofia.get(`/v1/jobs/${id<JobId>(0xf001)}`)).json();
      logged.push(`${answer?.outcome} while ${running.state}`);
    });
  await sofia.post('/v1/jobs', { kind: 'delete-canceled', id: id<JobId>(0xf001), filter: { contact: bob.id }, asOf });
  await server.jobs.idle();

  expect(logged).toEqual(['done while running', 'done while running']);
  const job: Job = await (await sofia.get(`/v1/jobs/${id<JobId>(0xf001)}`)).json();
  expect(job).toMatchObject({ state: 'done', done: 90 });
  await server.stop();
});

it('the rest after a step is longer than the step, and gives what the step gave', async () => {
  const started = performance.now();
  let took = 0;
  const result = await giveWay(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    took = performance.now() - started;
    return 'done';
  });
  expect(result).toBe('done');
  expect(performance.now() - started).toBeGreaterThan(2 * took);
});
