import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { expect, it } from 'vitest';
import { openSqlite } from '../../src/server/sqlite/node-sqlite.ts';

it('waits at each commit until it is on the disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'interlog-connection-'));
  const db = openSqlite(join(folder, 'log.sqlite'), { readOnly: false });
  const asked = async (pragma: string) => (await db.executeQuery(CompiledQuery.raw(`pragma ${pragma}`))).rows;
  try {
    // In this journal mode only `full` (2) or more waits at every commit; anything less waits now and then.
    expect(await asked('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await asked('synchronous')).toEqual([{ synchronous: 2 }]);
  } finally {
    await db.destroy();
    rmSync(folder, { recursive: true });
  }
});
