import type { Command } from '../domain/commands/command.ts';
import { rowKey } from '../domain/row-key.ts';

/**
 * Keys of rows that a command is seen to make before it is decided, so that what is pending of them can be asked for
 * together with what it reads. Whatever else it writes is asked for afterwards.
 */
export function madeBy(command: Command | undefined): string[] {
  switch (command?.type) {
    case 'log-interaction': {
      const entries = command.with.map(({ entryId }) => rowKey({ kind: 'entry', id: entryId }));
      return command.item ? [...entries, rowKey({ kind: 'item', id: command.item.id })] : entries;
    }
    case 'create-contact':
      return [rowKey({ kind: 'contact', id: command.contactId })];
    case 'save-follow-up':
      return command.saw ? [] : [rowKey({ kind: 'follow-up', id: command.followUpId })];
    default:
      return [];
  }
}
