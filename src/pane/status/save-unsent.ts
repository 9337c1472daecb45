import { instantOf } from '../../domain/time.ts';
import { wireVersion } from '../../protocol/wire-version.ts';
import type { UnsentFile } from '../../store/local-store.ts';
import { StorageFailure } from '../../store/storage-failure.ts';
import type { PaneState } from '../state/pane-state.ts';

/** Hands what is unsent to the person as a file that `read-unsent.ts` takes back; says so where it can't be read. */
export async function saveUnsent(pane: PaneState): Promise<void> {
  const { device, clock, server, saveFile } = pane.services;
  const { tenantId, userId } = device.account;
  const savedAt = instantOf(clock.now());
  const commands = await device.store.unsent().catch((error: unknown) => {
    if (!(error instanceof StorageFailure)) throw error;
    return error.code;
  });
  if (typeof commands === 'string') {
    pane.problem.value = commands;
    return;
  }
  const file: UnsentFile = { interlog: 'unsent', wire: wireVersion, server, tenantId, userId, savedAt, commands };
  saveFile(`interlog-unsent-${savedAt.slice(0, 10)}.json`, JSON.stringify(file, null, 2));
  pane.announce(pane.messages.value.status.fileSaved);
}
