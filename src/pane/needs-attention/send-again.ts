import type { Command } from '../../domain/commands/command.ts';
import type { CommandId } from '../../domain/ids.ts';
import type { PerformResult } from '../../store/local-store.ts';
import type { Device } from '../../sync/device.ts';
import type { RefusedGroup } from './refused-groups.ts';

/**
 * Sends a refused command again under a new id, as `mended`, and then what follows it, which now needs the new ids.
 * Gives what became of the first that this device did not keep; what was not sent again stays refused as it is.
 */
export async function sendAgain(
  { cause, followers }: RefusedGroup,
  mended: Command,
  device: Device,
): Promise<PerformResult> {
  const renamed = new Map<CommandId, CommandId>();
  // A step that was refused and discarded never comes: what needed it can only be tried without.
  const lost = cause.refusal?.code === 'needs-refused' ? cause.refusal.detail.id : undefined;
  const both = [
    { old: cause.command, next: { ...mended, needs: mended.needs.filter((need) => need !== lost) } },
    ...followers.map(({ command }) => ({ old: command, next: command })),
  ];
  let result: PerformResult = { outcome: 'saved', decided: true, joined: [] };
  for (const { old, next } of both) {
    const needs = next.needs.map((id) => renamed.get(id) ?? id);
    const replacement: Command = { ...next, ...device.envelope(needs) };
    result = await device.store.retry(old.id, replacement, device.actor);
    if (result.outcome !== 'saved') break;
    renamed.set(old.id, replacement.id);
  }
  device.syncNow();
  return result;
}

/** Forgets a refused command and what follows it, the last first. */
export async function discardGroup({ cause, followers }: RefusedGroup, device: Device): Promise<void> {
  for (const { command } of [...followers.toReversed(), cause]) await device.store.discard(command.id, device.actor);
}
