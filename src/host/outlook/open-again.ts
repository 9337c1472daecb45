import type { ItemKey } from '../../domain/item.ts';
import { findNote, type ItemNote, keepNote, type NotesKeeper } from './item-notes.ts';
import type { OfficeCalls } from './office-calls.ts';
import type { OfficeMailbox } from './office-surface.ts';
import { displayForm } from './quirks/form-without-answer.ts';

/** Opens items that were open here before, by what was noted of them then. */
export interface OpenAgain {
  note(note: ItemNote): void;
  knows(keys: readonly ItemKey[]): boolean;
  /** False when nothing is noted, or Outlook said that it can't. */
  open(keys: readonly ItemKey[]): Promise<boolean>;
}

/** Without `mailbox`, or one that has no forms, nothing is noted or known. */
export function openAgain(mailbox: OfficeMailbox | undefined, calls: OfficeCalls, keeper: NotesKeeper): OpenAgain {
  const able = mailbox?.displayMessageForm && mailbox.displayAppointmentForm ? mailbox : undefined;
  const owner = able?.userProfile.emailAddress ?? '';
  const find = (keys: readonly ItemKey[]) => able && findNote(keeper, owner, keys);
  return {
    note(note) {
      if (able && note.keys.length > 0) keepNote(keeper, owner, note);
    },
    knows: (keys) => find(keys) !== undefined,
    async open(keys) {
      const note = find(keys);
      return able !== undefined && note !== undefined && (await displayForm(able, note, calls)).ok;
    },
  };
}
