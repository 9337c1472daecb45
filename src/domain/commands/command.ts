import * as v from 'valibot';
import type { DecideContext, Decision } from '../decision.ts';
import type { Known } from '../known.ts';
import type { Ref } from '../ref.ts';
import { CancelInteraction, decideCancelInteraction, readsOfCancelInteraction } from './cancel-interaction.ts';
import { CreateContact, decideCreateContact, readsOfCreateContact } from './create-contact.ts';
import { decideLogInteraction, LogInteraction, readsOfLogInteraction } from './log-interaction.ts';
import {
  decideReinstateInteraction,
  ReinstateInteraction,
  readsOfReinstateInteraction,
} from './reinstate-interaction.ts';

/** Everything that a person can do to the log. */
export const Command = v.variant('type', [LogInteraction, CancelInteraction, ReinstateInteraction, CreateContact]);
export type Command = v.InferOutput<typeof Command>;

/** The rows that `decide` needs to see. A store answers them all before it decides; more rows do no harm. */
export function reads(command: Command): Ref[] {
  switch (command.type) {
    case 'log-interaction':
      return readsOfLogInteraction(command);
    case 'cancel-interaction':
      return readsOfCancelInteraction(command);
    case 'reinstate-interaction':
      return readsOfReinstateInteraction(command);
    case 'create-contact':
      return readsOfCreateContact(command);
  }
}

/**
 * The rule of a command: the device runs it to show the result at once, the server runs the same to decide.
 * Pure; the caller has resolved aliases (`resolve-aliases.ts`), checked that the id is new and that its needs were met.
 */
export function decide(command: Command, known: Known, context: DecideContext): Decision {
  switch (command.type) {
    case 'log-interaction':
      return decideLogInteraction(command, known, context);
    case 'cancel-interaction':
      return decideCancelInteraction(command, known, context);
    case 'reinstate-interaction':
      return decideReinstateInteraction(command, known, context);
    case 'create-contact':
      return decideCreateContact(command, known, context);
  }
}
