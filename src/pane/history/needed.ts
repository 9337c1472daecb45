import type { CommandId } from '../../domain/ids.ts';

const mostNeeds = 20;

/** What is still unsent about the entry must be accepted first. */
export function needed(pending: readonly CommandId[]): CommandId[] {
  return pending.slice(-mostNeeds);
}
