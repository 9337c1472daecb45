import { expect, it } from 'vitest';
import type { JobId, TenantId } from '../../src/domain/ids.ts';
import { createJobRunner } from '../../src/server/job-runner.ts';
import type { JobRef, JobStore } from '../../src/server/job-store.ts';
import { createLiveHub } from '../../src/server/live-hub.ts';
import { id, noon } from '../support/domain-samples.ts';

it('takes up a job that comes in any moment in which the one before it ends', async () => {
  const asked: JobRef[] = [];
  const nextStep = async (job: JobRef) => void asked.push(job);
  const store = { nextStep } as unknown as JobStore; // enough of one: each job is done as soon as it is looked at
  const log = { info: () => undefined, error: () => undefined };
  const runner = createJobRunner({ store, live: createLiveHub(), now: () => noon, newId: () => id(1), log });
  const job = (number: number): JobRef => ({ tenantId: id<TenantId>(1), id: id<JobId>(number) });

  for (let turns = 0; turns < 12; turns += 1) {
    asked.length = 0;
    runner.start(job(10 + turns));
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    runner.start(job(100 + turns));
    await runner.idle();
    expect(asked, `after ${turns} turns`).toEqual([job(10 + turns), job(100 + turns)]);
  }
});
