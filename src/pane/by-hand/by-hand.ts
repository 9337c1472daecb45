import { type Signal, signal } from '@preact/signals';
import type { FollowUp } from '../../domain/follow-up.ts';
import type { ShownEntry } from '../../store/local-store.ts';
import { type AddedContact, type Choices, noChoices } from '../log-view/choices.ts';
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
  /** Makes the form the one with nothing in it, or with what was typed in it and not logged yet. */
  startFromNothing(): void;
}

export const fromNothing: ByHandStart = { key: 'by-hand', contacts: [], choices: {} };

export function createByHand(): ByHand {
  const start = signal(fromNothing);
  const formFor = createKeptForms();
  return {
    start,
    formFor,
    startFromNothing: () => {
      const kept = formFor(fromNothing.key);
      if (kept.outcome.value?.state === 'saved') {
        kept.outcome.value = undefined;
        kept.choices.value = noChoices;
      }
      start.value = fromNothing;
    },
  };
}
