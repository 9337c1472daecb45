import type { AddComment } from '../../src/domain/commands/add-comment.ts';
import type { CorrectInteraction } from '../../src/domain/commands/correct-interaction.ts';
import type { DeleteContact } from '../../src/domain/commands/delete-contact.ts';
import type { EvaluateInteraction } from '../../src/domain/commands/evaluate-interaction.ts';
import type { FinishPostponed } from '../../src/domain/commands/finish-postponed.ts';
import type { LogInteraction } from '../../src/domain/commands/log-interaction.ts';
import type { MergeContacts } from '../../src/domain/commands/merge-contacts.ts';
import type { SaveContact } from '../../src/domain/commands/save-contact.ts';
import type { CloseFollowUp, ReopenFollowUp, SaveFollowUp } from '../../src/domain/commands/save-follow-up.ts';
import type { SaveSetup } from '../../src/domain/commands/save-setup.ts';
import type { Contact } from '../../src/domain/contact.ts';
import type { FollowUpFields } from '../../src/domain/follow-up.ts';
import type { CommandId, CommentId, ContactId, EntryId, FollowUpId } from '../../src/domain/ids.ts';
import type { Day } from '../../src/domain/time.ts';
import { anna, id, logMail, noon } from './domain-samples.ts';

const envelope = (number: number) => ({ id: id<CommandId>(number), madeAt: noon, needs: [] as CommandId[] });

/** The first entry that `command` makes. */
export function entryOf(command: LogInteraction): EntryId {
  const [first] = command.with;
  if (!first) throw new Error('a sample logs with somebody');
  return first.entryId;
}

export function comment(number: number, entryId: EntryId, body: string): AddComment {
  const commentId = id<CommentId>(number + 0x7000);
  return { ...envelope(number), type: 'add-comment', commentId, entryId, body, audience: 'team' };
}

export function correct(
  number: number,
  entryId: EntryId,
  to: CorrectInteraction['to'],
  saw: CorrectInteraction['saw'] = {},
): CorrectInteraction {
  return { ...envelope(number), type: 'correct-interaction', entryId, saw, to };
}

export function evaluate(
  number: number,
  entryIds: EntryId[],
  evaluation: EvaluateInteraction['evaluation'],
): EvaluateInteraction {
  return { ...envelope(number), type: 'evaluate-interaction', entryIds, evaluation };
}

/** A call that is kept half filled. */
export function postpone(
  number: number,
  contacts: readonly Contact[],
  over: Partial<LogInteraction['interaction']> = {},
): LogInteraction {
  return { ...logMail(number, contacts, [], over), item: null, postponed: true };
}

/** What `postponed` becomes, with the changes of `over`; finished unless it says otherwise. */
export function finish(
  number: number,
  postponed: LogInteraction,
  over: Partial<FinishPostponed['interaction']> = {},
  rest: { perContact?: Partial<FinishPostponed['perContact']>; postponed?: boolean } = {},
): FinishPostponed {
  const [first] = postponed.with;
  if (!first) throw new Error('a sample logs with somebody');
  const { entryId, ...perContact } = first;
  return {
    ...envelope(number),
    type: 'finish-postponed',
    entryId,
    interaction: { ...postponed.interaction, ...over },
    perContact: { ...perContact, ...rest.perContact },
    postponed: rest.postponed ?? false,
  };
}

/** Changes `contact` by somebody who saw it as it is given. */
export function saveContact(number: number, contact: Contact, to: SaveContact['to']): SaveContact {
  const fields = Object.keys(to) as (keyof SaveContact['to'])[]; // its own keys
  const saw = Object.fromEntries(fields.map((field) => [field, contact[field]]));
  return { ...envelope(number), type: 'save-contact', contactId: contact.id, saw, to };
}

export function merge(
  number: number,
  from: ContactId,
  into: ContactId,
  takesOver: MergeContacts['takesOver'] = null,
): MergeContacts {
  return { ...envelope(number), type: 'merge-contacts', from, into, outOf: null, takesOver };
}

/** Takes a merge of `from` into `outOf` back. */
export function separate(number: number, from: ContactId, outOf: ContactId | null): MergeContacts {
  return { ...envelope(number), type: 'merge-contacts', from, into: null, outOf, takesOver: null };
}

export function deleteContact(number: number, contactId: ContactId): DeleteContact {
  return { ...envelope(number), type: 'delete-contact', contactId };
}

/** Anna's follow-up with `contact`. Its id follows from `number`. */
export function followUp(number: number, contact: Contact, over: Partial<FollowUpFields> = {}): SaveFollowUp {
  return {
    ...envelope(number),
    type: 'save-follow-up',
    followUpId: id<FollowUpId>(number + 0x8000),
    fields: {
      contactId: contact.id,
      companyId: contact.companyId,
      entryId: null,
      due: '2026-11-25' as Day,
      text: 'Call back',
      userId: anna.userId,
      ...over,
    },
  };
}

export function closeFollowUp(
  number: number,
  { followUpId }: SaveFollowUp,
  over: Partial<Pick<CloseFollowUp, 'how' | 'entryId'>> = {},
): CloseFollowUp {
  return { ...envelope(number), type: 'close-follow-up', followUpId, how: 'done', entryId: null, ...over };
}

export function reopenFollowUp(number: number, { followUpId }: SaveFollowUp, entryId: EntryId): ReopenFollowUp {
  return { ...envelope(number), type: 'reopen-follow-up', followUpId, entryId };
}

export function saveSetup(number: number, change: SaveSetup['change']): SaveSetup {
  return { ...envelope(number), type: 'save-setup', change };
}
