import * as v from 'valibot';
import { Command } from '../../domain/commands/command.ts';
import { Instant } from '../../domain/time.ts';
import type { Device } from '../../sync/device.ts';

const UnsentFile = v.object({
  interlog: v.literal('unsent'),
  wire: v.number(),
  server: v.string(),
  tenantId: v.string(),
  userId: v.string(),
  savedAt: Instant,
  commands: v.array(Command),
});

export type ReadUnsent =
  | { state: 'taken'; count: number }
  | { state: 'not-unsent' }
  /** `server` is where the file's account lives. */
  | { state: 'other-account'; server: string };

/** Takes a file of unsent commands back: all of it, or nothing when it is another account's or no such file. */
export async function readUnsent(text: string, device: Device): Promise<ReadUnsent> {
  const parsed = v.safeParse(UnsentFile, json(text));
  if (!parsed.success) return { state: 'not-unsent' };
  const { tenantId, userId, server, commands } = parsed.output;
  if (tenantId !== device.account.tenantId || userId !== device.account.userId)
    return { state: 'other-account', server };
  const count = await device.store.takeUnsent(commands, device.actor);
  if (count > 0) device.syncNow();
  return { state: 'taken', count };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON, so no such file: the schema says so
  }
}
