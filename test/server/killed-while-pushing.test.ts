import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';
import type { TenantId } from '../../src/domain/ids.ts';
import { openSqliteLogStore } from '../../src/server/sqlite/open-sqlite-log-store.ts';
import { anna, contact, id, logMail, noon } from '../support/domain-samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'interlog-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has every acknowledged command after the process was killed, each once, and opens at once', {
  timeout: 60_000,
}, async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'push-until-killed.worker.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    if (acknowledged === 40) child.kill('SIGKILL');
  }
  if (child.signalCode === null) await once(child, 'exit');

  const store = await openSqliteLogStore(folder, { epoch: 'e' });
  const principal = { ...anna, tenantId: id<TenantId>(1) };
  const again = Array.from({ length: acknowledged }, (_, at) =>
    logMail(at + 1, [contact(1)], [`message-id:${at + 1}`]),
  );
  const before = await store.changesSince(principal, 0, 10_000);
  for (const command of again) await store.push(principal, [command], noon);
  const after = await store.changesSince(principal, 0, 10_000);
  await store.close();
  expect(acknowledged).toBeGreaterThanOrEqual(40);
  expect(after).toEqual(before);
  const numbers = (after.rows ?? []).flatMap((row) => (row.kind === 'entry' ? [row.entryNo] : []));
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
});
