import type { Command } from '../../domain/commands/command.ts';
import type { CommandId } from '../../domain/ids.ts';
import type { ProblemCode } from '../../domain/problem-code.ts';
import type { Device } from '../../sync/device.ts';
import type { RefusedGroup } from './refused-groups.ts';

/**
 * Sends a refused command again under a new id, as `mended`, and then what follows it, which now needs the new ids.
 * Gives the code when this device refuses it; what was not sent again stays refused as it is.
 */
export async function sendAgain(
  group: RefusedGroup,
  mended: Command,
  device: Device,
): Promise<ProblemCode | undefined> {
  const renamed = new Map<CommandId, CommandId>();
  const both = [
    { old: group.cause.command, next: mended },
    ...group.followers.map(({ command }) => ({ old: command, next: command })),
  ];
  for (const { old, next } of both) {
    const needs = next.needs.map((id) => renamed.get(id) ?? id);
    const replacement: Command = { ...next, ...device.envelope(needs) };
    const result = await device.store.retry(old.id, replacement, device.actor);
    if (result.outcome !== 'saved') return result.code;
    renamed.set(old.id, replacement.id);
  }
  device.syncNow();
  return undefined;
}

/** Forgets a refused command and what follows it, the last first. */
export async function discardGroup({ cause, followers }: RefusedGroup, device: Device): Promise<void> {
  for (const { command } of [...followers.toReversed(), cause]) await device.store.discard(command.id, device.actor);
}
