import type { Command } from '../../../domain/commands/command.ts';
import type { CommandId } from '../../../domain/ids.ts';
import type { ProblemCode } from '../../../domain/problem-code.ts';
import type { ShownEntry } from '../../../store/local-store.ts';
import { needed } from '../../history/needed.ts';
import type { PaneState } from '../../state/pane-state.ts';

/** What a command may name at most (`domain/commands`). */
const mostEntries = 500;
const mostNeeds = 20;

/** The fields that every command has. */
export type Envelope = Pick<Command, 'id' | 'madeAt' | 'needs'>;

/** How far an act on many entries has come: each is with the command that did it, or is left with the reason. */
export interface ManyResult<Shown> {
  done: { shown: Shown; commandId: CommandId }[];
  left: Shown[];
  code: ProblemCode | undefined;
}

/**
 * Does one act on all of `entries`, in as few commands as their limits allow. A refused command is tried in halves, so
 * that one entry which the rules refuse keeps no other from being changed; when nothing can be kept on this device any
 * more, the rest is left.
 */
export async function performMany<Shown extends ShownEntry>(
  entries: readonly Shown[],
  commandFor: (chunk: readonly Shown[], envelope: Envelope) => Command,
  pane: PaneState,
): Promise<ManyResult<Shown>> {
  const { device } = pane.services;
  const result: ManyResult<Shown> = { done: [], left: [], code: undefined };
  const queue = inChunks(entries);
  for (let chunk = queue.shift(); chunk; chunk = queue.shift()) {
    const command = commandFor(chunk, device.envelope(needed(pendingOf(chunk))));
    const answer = await device.perform(command);
    if (answer.outcome === 'saved') {
      result.done.push(...chunk.map((shown) => ({ shown, commandId: command.id })));
      continue;
    }
    if (answer.outcome === 'refused' && chunk.length > 1) {
      const half = Math.ceil(chunk.length / 2);
      queue.unshift(chunk.slice(0, half), chunk.slice(half));
      continue;
    }
    result.left.push(...chunk);
    result.code = answer.code;
    if (answer.outcome === 'failed') result.left.push(...queue.splice(0).flat());
  }
  return result;
}

/** What is unsent about entries is needed by a command about them, and it can need only so many. */
export function inChunks<Shown extends Pick<ShownEntry, 'pending'>>(entries: readonly Shown[]): Shown[][] {
  const chunks: Shown[][] = [];
  let chunk: Shown[] = [];
  for (const shown of entries) {
    const isFull = chunk.length === mostEntries || pendingOf([...chunk, shown]).length > mostNeeds;
    if (isFull && chunk.length > 0) {
      chunks.push(chunk);
      chunk = [];
    }
    chunk.push(shown);
  }
  return chunk.length > 0 ? [...chunks, chunk] : chunks;
}

function pendingOf(chunk: readonly Pick<ShownEntry, 'pending'>[]): CommandId[] {
  return [...new Set(chunk.flatMap(({ pending }) => pending))];
}
