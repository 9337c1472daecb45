import type { ProblemCode } from '../../../domain/problem-code.ts';
import type { UnreadablePart } from './raw-contact.ts';

/** Why a line of a file makes no contact. */
export type NotTakenReason =
  | 'unreadable'
  | 'group'
  | 'no-name'
  | 'bad-address'
  | 'too-long'
  | 'unknown-salesperson'
  | 'unknown-correspondence'
  | 'unknown-language'
  | 'bad-domain'
  | 'too-many-values'
  | 'twice-in-file'
  | 'already-here'
  | ProblemCode;

export function whyUnreadable({ unreadable }: UnreadablePart): NotTakenReason {
  return unreadable === 'group' ? 'group' : 'unreadable';
}

export interface NotTaken {
  line: number;
  name: string;
  why: NotTakenReason;
  /** The value at fault, if there is one. */
  value: string;
}
