import { type Signal, signal } from '@preact/signals';
import type { FollowUp } from '../../domain/follow-up.ts';
import type { ShownEntry } from '../../store/local-store.ts';
import type { AddedContact, Choices } from '../log-view/choices.ts';
import { createKeptForms, type KeptForm } from '../log-view/kept-form.ts';

/** What an interaction that is logged by hand starts from. */
export interface ByHandStart {
  /** Names the form: what was typed in it is there again when the same is started again. */
  key: string;
  contacts: readonly AddedContact[];
  /** What is filled in already. */
  choices: Partial<Choices>;
  /** The follow-up that it is about; logging closes it. */
  closes?: FollowUp | undefined;
  /** The postponed entry that is gone on with. */
  resumes?: ShownEntry | undefined;
}

/** The interaction that is being logged by hand, and the forms that are kept for coming back to. */
export interface ByHand {
  readonly start: Signal<ByHandStart>;
  readonly formFor: (key: string) => KeptForm;
}

export const fromNothing: ByHandStart = { key: 'by-hand', contacts: [], choices: {} };

export function createByHand(): ByHand {
  return { start: signal(fromNothing), formFor: createKeptForms() };
}
