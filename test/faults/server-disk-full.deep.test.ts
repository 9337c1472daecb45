import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import buildPane from '../support/build-pane.ts';
import { createFaultClient, type FaultClient } from '../support/fault-client.ts';
import { type PreviewProcess, startPreviewProcess } from '../support/preview-process.ts';

/** A file system of a few megabytes; undefined where this process may not mount one. */
function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'interlog-small-disk-'));
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    // Only root may, and not in every container.
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

const disk = mountSmallDisk();
let preview: PreviewProcess;
let anna: FaultClient;

beforeAll(async () => {
  if (!disk) return;
  await buildPane();
  preview = await startPreviewProcess(join(disk, 'data'));
  anna = await createFaultClient(preview);
});
afterAll(async () => {
  await preview?.dispose();
  if (!disk) return;
  execFileSync('/bin/umount', [disk]);
  await rm(disk, { recursive: true });
});

it.skipIf(!disk)(
  'refuses pushes while its disk is full, keeps what it acknowledged, and goes on when there is room',
  async () => {
    const folder = disk ?? '';
    const before = new Set((await anna.entries()).map(({ id }) => id));
    const acknowledged: LogInteraction[] = [];
    const refused: LogInteraction[][] = [];
    const batch = () => Array.from({ length: 50 }, (_, at) => anna.logMail(at, `Mail on a small disk ${at}`));
    // All room but a little goes to something else.
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(join(folder, 'something-else'), Buffer.alloc(Math.max(0, bavail * bsize - 700_000)));

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

    rmSync(join(folder, 'something-else'));
    await preview.kill();
    await preview.start();
    for (const commands of refused)
      for (const { outcome } of (await anna.push(commands)) ?? []) expect(outcome).toBe('done');
    const logged = (await anna.entries()).filter(({ id }) => !before.has(id));
    const made = [...acknowledged, ...refused.flat()].flatMap((one) => one.with.map(({ entryId }) => entryId));
    expect(logged.map(({ id }) => id).sort()).toEqual(made.sort());
  },
);
