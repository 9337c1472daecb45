import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { v7 } from 'uuid';
import { afterAll, expect, it } from 'vitest';
import type { JobId, PurgeId, TenantId } from '../../src/domain/ids.ts';
import { openSqliteLogStore } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { anna, id, noon } from '../support/domain-samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'interlog-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('goes on with a job where it was when the process was killed, and counts and names each entry once', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'job-until-killed.worker.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    seen = Number(line);
    if (seen >= 100) child.kill('SIGKILL');
  }
  if (child.signalCode === null) await once(child, 'exit');

  const store = await openSqliteLogStore(folder, { epoch: 'e2' });
  const principal = { ...anna, tenantId: id<TenantId>(1) };
  const [left] = await store.runningJobs();
  expect(left).toEqual({ tenantId: principal.tenantId, id: id<JobId>(0xf1) });
  if (!left) throw new Error('just looked');
  expect((await store.job(left.tenantId, left.id))?.done).toBeGreaterThanOrEqual(seen);
  for (let step = await store.nextStep(left, noon); step; step = await store.nextStep(left, noon))
    await store.doStep(left, step, { now: noon, purgeIds: [v7() as PurgeId] }); // as the server makes them

  expect(await store.job(left.tenantId, left.id)).toMatchObject({ state: 'done', done: 400 });
  const { rows } = await store.changesSince(principal, 0, 10_000);
  await store.close();
  expect(rows?.filter(({ kind }) => kind === 'entry' || kind === 'item')).toEqual([]);
  const named = (rows ?? []).flatMap((row) => (row.kind === 'purge' ? row.rowKeys : []));
  expect(named.filter((key) => key.startsWith('entry:'))).toHaveLength(400);
  expect(new Set(named).size).toBe(named.length);
});
