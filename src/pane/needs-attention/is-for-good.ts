import type { Command } from '../../domain/commands/command.ts';
import type { RefusalCode } from '../../domain/problem-code.ts';

const forGood: readonly RefusalCode[] = ['entry-deleted', 'contact-erased'];

/** Whether the command is refused however often it is sent: what it was about never comes back. */
export function isForGood(code: RefusalCode | undefined): boolean {
  return code !== undefined && forGood.includes(code);
}

/** Whether a person wrote something in it that they may want to have elsewhere. */
export function holdsWords(command: Command): boolean {
  switch (command.type) {
    case 'cancel-interaction':
      return command.why !== '';
    case 'reinstate-interaction':
    case 'evaluate-interaction':
    case 'merge-contacts':
    case 'delete-contact':
    case 'close-follow-up':
    case 'reopen-follow-up':
      return false;
    default:
      return true;
  }
}
