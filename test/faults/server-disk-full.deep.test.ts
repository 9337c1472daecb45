import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import buildPane from '../support/build-pane.ts';
import { createFaultClient } from '../support/fault-client.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';
import { createTestDevice } from '../support/test-device.ts';

/** Room for a server's data that can be used up. */
interface Disk {
  folder: string;
  /** What the server says of it. */
  problem: 'server-full' | 'server-fault';
  /** Leaves a little room, enough for a few pushes. */
  fill(preview: PreviewProcess): Promise<void>;
  /** There is room again, and the server is started anew. */
  free(preview: PreviewProcess): Promise<void>;
  remove(): Promise<void>;
}
const littleRoom = 700_000;

/** A file system of a few megabytes; undefined where this process may not mount one. */
function mountSmallDisk(): Disk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'interlog-small-disk-'));
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    // Only root may, and not in every container.
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    problem: 'server-full',
    async fill() {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(join(folder, 'something-else'), Buffer.alloc(Math.max(0, bavail * bsize - littleRoom)));
    },
    async free(preview) {
      rmSync(join(folder, 'something-else'));
      await preview.kill();
      await preview.start();
    },
    async remove() {
      execFileSync('/bin/umount', [folder]);
      await rm(folder, { recursive: true });
    },
  };
}

/** Any folder, whose files the server's process may not let grow: what it writes fails in the middle, as on a full disk. */
function limitedFolder(): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'interlog-limited-'));
  return {
    folder,
    problem: 'server-fault', // to SQLite a file that may not grow is a broken disk, not a full one
    async fill(preview) {
      await preview.stop();
      const data = join(folder, 'data');
      const largest = Math.max(...readdirSync(data).map((name) => statSync(join(data, name)).size));
      await preview.start(largest + littleRoom);
    },
    async free(preview) {
      await preview.kill();
      await preview.start();
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

const mounted = mountSmallDisk();
beforeAll(buildPane);

it.each([
  ['no file of its own may grow', limitedFolder()],
  ...(mounted ? [['its disk is full', mounted] as const] : []),
] as const)('refuses pushes while %s, keeps what it acknowledged, and goes on when there is room', async (_, disk) => {
  const preview = await startPreviewProcess(join(disk.folder, 'data'));
  try {
    const first = await createFaultClient(preview);
    const before = new Set((await first.entries()).map(({ id }) => id));
    await disk.fill(preview);
    const anna = await createFaultClient(preview);
    const acknowledged: LogInteraction[] = [];
    const refused: LogInteraction[][] = [];
    const batch = () => Array.from({ length: 50 }, (_, at) => anna.logMail(at, `Mail on a small disk ${at}`));
    for (let round = 0; round < 40 && refused.length < 5; round += 1) {
      const commands = batch();
      const outcome = await anna.push(commands).catch((error: Error) => error);
      if (outcome instanceof Error || outcome === undefined) {
        expect(String(outcome)).toContain(`"code":"${disk.problem}"`);
        refused.push(commands);
      } else acknowledged.push(...commands);
    }
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(refused).toHaveLength(5);
    const kept = batch();
    const { account, token, origin } = anna;
    const pane = createTestDevice({ account, token, request: (path, init) => fetch(`${origin}${path}`, init) });
    for (const command of kept) expect((await pane.device.perform(command)).outcome).toBe('saved');
    pane.start();
    const told = await pane.until(({ phase, problem }) => phase === 'waiting-to-retry' && problem !== undefined);
    expect(told).toMatchObject({ problem: disk.problem, waiting: kept.length, refused: 0 });
    const waits = Date.parse(told.retryAt ?? '') - pane.clock.now();
    expect(waits).toBeGreaterThan(disk.problem === 'server-full' ? 60_000 : 0);

    await disk.free(preview);
    for (const commands of refused)
      for (const { outcome } of (await anna.push(commands)) ?? []) expect(outcome).toBe('done');
    await pane.clock.advance(waits);
    await pane.until(({ waiting }) => waiting === 0);
    expect((await pane.store.counts()).refused).toBe(0);
    await pane.stop();
    const logged = (await anna.entries()).filter(({ id }) => !before.has(id));
    const made = [...acknowledged, ...refused.flat(), ...kept].flatMap((one) => one.with.map(({ entryId }) => entryId));
    expect(logged.map(({ id }) => id).sort()).toEqual(made.sort());
  } finally {
    await preview.dispose();
    await disk.remove();
  }
});
