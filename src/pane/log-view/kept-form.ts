import { type Signal, signal } from '@preact/signals';
import type { LogInteraction } from '../../domain/commands/log-interaction.ts';
import type { CommandId, EntryId, FollowUpId } from '../../domain/ids.ts';
import type { ProblemCode } from '../../domain/problem-code.ts';
import { type Choices, noChoices } from './choices.ts';

/** What came of a click. */
export type Outcome =
  | {
      state: 'saved';
      commandId: CommandId;
      entryIds: EntryId[];
      names: string[];
      decided: boolean;
      joined: boolean;
      /** What was made with it for later. */
      followUpIds: FollowUpId[];
      /** The follow-up that it was about and that was closed with it. */
      closedId?: FollowUpId | undefined;
      /** It was a postponed entry, which an earlier command had made. */
      isRewritten?: boolean;
    }
  | { state: 'undone' }
  | { state: 'problem'; code: ProblemCode };

/** What stays of a form while another item is open. */
export interface KeptForm {
  choices: Signal<Choices>;
  outcome: Signal<Outcome | undefined>;
  /** The ids of the next click, by what they are for. */
  ids: Map<string, string>;
  /** What a click sends besides what the form shows. */
  adjust?: (log: LogInteraction, choices: Choices) => LogInteraction;
}

const mostKept = 50;

/** Keeps the forms of a pane by the identity of their item; the least recently used ones that nobody touched go first. */
export function createKeptForms(): (identity: string) => KeptForm {
  const forms = new Map<string, KeptForm>();
  const isTouched = ({ choices }: KeptForm) => choices.value !== noChoices;
  return (identity) => {
    const form: KeptForm = forms.get(identity) ?? {
      choices: signal(noChoices),
      outcome: signal<Outcome | undefined>(undefined),
      ids: new Map(),
    };
    forms.delete(identity);
    forms.set(identity, form);
    for (const [key, kept] of forms) {
      if (forms.size <= mostKept) break;
      if (key !== identity && !isTouched(kept)) forms.delete(key);
    }
    return form;
  };
}
