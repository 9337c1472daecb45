import type { Command } from '../../../domain/commands/command.ts';
import type { RefusalCode } from '../../../domain/problem-code.ts';
import { lazyPart } from '../../components/lazy-part.tsx';
import { isForGood } from '../is-for-good.ts';
import type { MendProps } from './mend-props.ts';

const MendInteraction = lazyPart(async () => (await import('./mend-interaction.tsx')).MendInteraction);
const MendCorrection = lazyPart(async () => (await import('./mend-correction.tsx')).MendCorrection);
const MendComment = lazyPart(async () => (await import('./mend-comment.tsx')).MendComment);
const MendEvaluation = lazyPart(async () => (await import('./mend-evaluation.tsx')).MendEvaluation);
const MendNewContact = lazyPart(async () => (await import('./mend-contact.tsx')).MendNewContact);
const MendContact = lazyPart(async () => (await import('./mend-contact.tsx')).MendContact);
const MendMerge = lazyPart(async () => (await import('./mend-merge.tsx')).MendMerge);
const MendFollowUp = lazyPart(async () => (await import('./mend-follow-up.tsx')).MendFollowUp);
const MendSetUp = lazyPart(async () => (await import('./mend-set-up.tsx')).MendSetUp);

/** Whether there is a form in which a person can put the refused command right. */
export function canMend(command: Command, code: RefusalCode): boolean {
  // Nothing that is written in a form puts these right: what it was about is gone, or another person must act.
  if (isForGood(code) || code === 'not-allowed') return false;
  switch (command.type) {
    case 'cancel-interaction':
    case 'reinstate-interaction':
    case 'delete-contact':
    case 'close-follow-up':
    case 'reopen-follow-up':
      return false;
    case 'merge-contacts':
      return command.into !== null;
    case 'save-setup':
      return !command.change.what.startsWith('delete-');
    default:
      return true;
  }
}

/** The form of a refused command, filled in as it was written. */
export function Mend({ command, ...rest }: MendProps<Command>) {
  switch (command.type) {
    case 'log-interaction':
    case 'finish-postponed':
      return <MendInteraction command={command} {...rest} />;
    case 'correct-interaction':
      return <MendCorrection command={command} {...rest} />;
    case 'add-comment':
      return <MendComment command={command} {...rest} />;
    case 'evaluate-interaction':
      return <MendEvaluation command={command} {...rest} />;
    case 'create-contact':
      return <MendNewContact command={command} {...rest} />;
    case 'save-contact':
      return <MendContact command={command} {...rest} />;
    case 'merge-contacts':
      return <MendMerge command={command} {...rest} />;
    case 'save-follow-up':
      return <MendFollowUp command={command} {...rest} />;
    case 'save-setup':
      return <MendSetUp command={command} {...rest} />;
    default:
      return null;
  }
}
