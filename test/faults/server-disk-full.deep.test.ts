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

/** Room for a server's data that can be used up. */
interface Disk {
  folder: string;
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
        expect(String(outcome)).toMatch(/5\d\d .*server-/);
        refused.push(commands);
      } else acknowledged.push(...commands);
    }
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(refused).toHaveLength(5);

    await disk.free(preview);
    for (const commands of refused)
      for (const { outcome } of (await anna.push(commands)) ?? []) expect(outcome).toBe('done');
    const logged = (await anna.entries()).filter(({ id }) => !before.has(id));
    const made = [...acknowledged, ...refused.flat()].flatMap((one) => one.with.map(({ entryId }) => entryId));
    expect(logged.map(({ id }) => id).sort()).toEqual(made.sort());
  } finally {
    await preview.dispose();
    await disk.remove();
  }
});
