import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { TenantId, UserId } from '../../domain/ids.ts';
import { instantOf } from '../../domain/time.ts';
import { seedDemo } from '../../server/demo/seed-demo.ts';
import { lockDataFolder } from '../../server/sqlite/data-folder-lock.ts';
import { logFile, openSqliteLogStore } from '../../server/sqlite/open-sqlite-log-store.ts';
import { newEpoch, newId, randomToken } from './chance.ts';
import { needFolder, whyNot } from './open-log.ts';
import { stopWith } from './stop-with.ts';

const User = v.object({ tenantId: TenantId, userId: UserId });
const PreviewData = v.object({ token: v.string(), users: v.record(v.string(), User) });
export type PreviewData = v.InferOutput<typeof PreviewData>;

/**
 * The preview's token and users, kept beside its log so that a restart keeps the address. The first start makes the demo
 * workspace aside and moves it in whole: a start that was broken off leaves nothing half done.
 */
export async function previewData(folder: string): Promise<PreviewData> {
  needFolder(folder);
  const kept = join(folder, 'preview.json');
  try {
    const unlock = lockDataFolder(folder);
    try {
      if (existsSync(join(folder, logFile))) return read(kept, folder);
      const data = await seed(folder, (made) => writeFileSync(kept, JSON.stringify(made), { mode: 0o600 }));
      return data;
    } finally {
      unlock();
    }
  } catch (error) {
    stopWith(whyNot(folder, error));
  }
}

function read(kept: string, folder: string): PreviewData {
  if (!existsSync(kept))
    stopWith(`The data folder ${folder} holds the log of a team, not a preview. Choose another one with --data.`);
  return v.parse(PreviewData, JSON.parse(readFileSync(kept, 'utf8')));
}

async function seed(folder: string, keep: (made: PreviewData) => void): Promise<PreviewData> {
  const aside = join(folder, 'seeding');
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside);
  const store = await openSqliteLogStore(aside, { epoch: newEpoch() });
  const users = await seedDemo(store, instantOf(Date.now()), newId);
  await store.close();
  const made = v.parse(PreviewData, { token: randomToken(), users });
  keep(made);
  renameSync(join(aside, logFile), join(folder, logFile));
  rmSync(aside, { recursive: true, force: true });
  return made;
}
