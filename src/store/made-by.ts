import type { Command } from '../domain/commands/command.ts';
import { rowKey } from '../domain/row-key.ts';

/**
 * Keys of rows that a command is seen to make before it is decided, so that what is pending of them can be asked for
 * together with what it reads. Whatever else it writes is asked for afterwards.
 */
export function madeBy(command: Command): string[] {
  if (command.type !== 'log-interaction') return [];
  const entries = command.with.map(({ entryId }) => rowKey({ kind: 'entry', id: entryId }));
  return command.item ? [...entries, rowKey({ kind: 'item', id: command.item.id })] : entries;
}
