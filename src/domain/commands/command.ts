import * as v from 'valibot';
import type { DecideContext, Decision } from '../decision.ts';
import type { Known } from '../known.ts';
import type { Ref } from '../ref.ts';
import { AddComment, decideAddComment, readsOfAddComment } from './add-comment.ts';
import { CancelInteraction, decideCancelInteraction, readsOfCancelInteraction } from './cancel-interaction.ts';
import { CorrectInteraction, decideCorrectInteraction, readsOfCorrectInteraction } from './correct-interaction.ts';
import { CreateContact, decideCreateContact, readsOfCreateContact } from './create-contact.ts';
import { DeleteContact, decideDeleteContact, readsOfDeleteContact } from './delete-contact.ts';
import { decideEvaluateInteraction, EvaluateInteraction, readsOfEvaluateInteraction } from './evaluate-interaction.ts';
import { decideFinishPostponed, FinishPostponed, readsOfFinishPostponed } from './finish-postponed.ts';
import { decideLogInteraction, LogInteraction, readsOfLogInteraction } from './log-interaction.ts';
import { decideMergeContacts, MergeContacts, readsOfMergeContacts } from './merge-contacts.ts';
import {
  decideReinstateInteraction,
  ReinstateInteraction,
  readsOfReinstateInteraction,
} from './reinstate-interaction.ts';
import { decideSaveContact, readsOfSaveContact, SaveContact } from './save-contact.ts';
import {
  CloseFollowUp,
  decideCloseFollowUp,
  decideReopenFollowUp,
  decideSaveFollowUp,
  ReopenFollowUp,
  readsOfCloseFollowUp,
  readsOfReopenFollowUp,
  readsOfSaveFollowUp,
  SaveFollowUp,
} from './save-follow-up.ts';
import { decideSaveSetup, readsOfSaveSetup, SaveSetup } from './save-setup.ts';

/** Everything that a person can do to the log. */
export const Command = v.variant('type', [
  LogInteraction,
  FinishPostponed,
  CancelInteraction,
  ReinstateInteraction,
  CorrectInteraction,
  EvaluateInteraction,
  AddComment,
  CreateContact,
  SaveContact,
  MergeContacts,
  DeleteContact,
  SaveFollowUp,
  CloseFollowUp,
  ReopenFollowUp,
  SaveSetup,
]);
export type Command = v.InferOutput<typeof Command>;
type CommandType = Command['type'];
type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** The two halves of a command's rule. */
interface Rule<T extends CommandType> {
  reads(command: CommandOf<T>): Ref[];
  decide(command: CommandOf<T>, known: Known, context: DecideContext): Decision;
}

const rules: { [T in CommandType]: Rule<T> } = {
  'log-interaction': { reads: readsOfLogInteraction, decide: decideLogInteraction },
  'finish-postponed': { reads: readsOfFinishPostponed, decide: decideFinishPostponed },
  'cancel-interaction': { reads: readsOfCancelInteraction, decide: decideCancelInteraction },
  'reinstate-interaction': { reads: readsOfReinstateInteraction, decide: decideReinstateInteraction },
  'correct-interaction': { reads: readsOfCorrectInteraction, decide: decideCorrectInteraction },
  'evaluate-interaction': { reads: readsOfEvaluateInteraction, decide: decideEvaluateInteraction },
  'add-comment': { reads: readsOfAddComment, decide: decideAddComment },
  'create-contact': { reads: readsOfCreateContact, decide: decideCreateContact },
  'save-contact': { reads: readsOfSaveContact, decide: decideSaveContact },
  'merge-contacts': { reads: readsOfMergeContacts, decide: decideMergeContacts },
  'delete-contact': { reads: readsOfDeleteContact, decide: decideDeleteContact },
  'save-follow-up': { reads: readsOfSaveFollowUp, decide: decideSaveFollowUp },
  'close-follow-up': { reads: readsOfCloseFollowUp, decide: decideCloseFollowUp },
  'reopen-follow-up': { reads: readsOfReopenFollowUp, decide: decideReopenFollowUp },
  'save-setup': { reads: readsOfSaveSetup, decide: decideSaveSetup },
};

function ruleOf<T extends CommandType>(command: CommandOf<T>): Rule<T> {
  return rules[command.type] as Rule<T>; // the table pairs each type with its own rule
}

/** The rows that `decide` needs to see. A store answers them all before it decides; more rows do no harm. */
export function reads(command: Command): Ref[] {
  return ruleOf(command).reads(command);
}

/**
 * The rule of a command: the device runs it to show the result at once, the server runs the same to decide.
 * Pure; the caller has resolved aliases (`resolve-aliases.ts`), checked that the id is new and that its needs were met.
 */
export function decide(command: Command, known: Known, context: DecideContext): Decision {
  return ruleOf(command).decide(command, known, context);
}
