import * as v from 'valibot';
import { ask, type DecideContext, type Decision, done, refused } from '../decision.ts';
import { FollowUpFields } from '../follow-up.ts';
import { EntryId, FollowUpId } from '../ids.ts';
import type { Known } from '../known.ts';
import { mergeFields } from '../merge-fields.ts';
import { byId, type Ref } from '../ref.ts';
import { isBlocked, rollsUpTo } from '../same-person.ts';
import { envelope } from './envelope.ts';

/**
 * Makes a follow-up, or changes an open one. `saw` is the one that the person changed, as they saw it: what somebody else changed
 * in other fields meanwhile stays, and where both changed one field, it is refused.
 */
export const SaveFollowUp = v.object({
  ...envelope,
  type: v.literal('save-follow-up'),
  followUpId: FollowUpId,
  fields: FollowUpFields,
  saw: v.optional(FollowUpFields),
});
export type SaveFollowUp = v.InferOutput<typeof SaveFollowUp>;

/** Closes a follow-up: done (perhaps with the interaction that was logged about it) or dropped. Closing twice is no error. */
export const CloseFollowUp = v.object({
  ...envelope,
  type: v.literal('close-follow-up'),
  followUpId: FollowUpId,
  how: v.picklist(['done', 'dropped']),
  entryId: v.nullable(EntryId),
});
export type CloseFollowUp = v.InferOutput<typeof CloseFollowUp>;

/** Opens a follow-up again that was closed with `entryId`, because that was undone. Closed otherwise, it stays so. */
export const ReopenFollowUp = v.object({
  ...envelope,
  type: v.literal('reopen-follow-up'),
  followUpId: FollowUpId,
  entryId: EntryId,
});
export type ReopenFollowUp = v.InferOutput<typeof ReopenFollowUp>;

export function readsOfSaveFollowUp({ followUpId, fields }: SaveFollowUp): Ref[] {
  const company = fields.companyId === null ? [] : [byId('contact', fields.companyId)];
  return [byId('follow-up', followUpId), byId('contact', fields.contactId), ...company];
}

export function decideSaveFollowUp(command: SaveFollowUp, known: Known, context: DecideContext): Decision {
  const { followUpId, fields } = command;
  const contact = known.get('contact', fields.contactId);
  if (!contact || contact.deleted)
    return context.receivedAt === null ? ask : refused('contact-not-found', { id: fields.contactId });
  if (isBlocked(contact.id, fields.companyId, known)) return refused('contact-blocked', { id: contact.id });
  const before = known.get('follow-up', followUpId);
  if (before?.closed) return refused('follow-up-closed', { id: followUpId });
  const merged = before && command.saw ? mergeFields(command.saw, fields, before) : { fields };
  if (merged.clash !== undefined) return refused('changed-meanwhile', { field: merged.clash, id: followUpId });
  const { companyId, ...rest } = merged.fields;
  const { rev, madeBy, madeAt } = before ?? {
    rev: 0,
    madeBy: context.actor.userId,
    madeAt: context.receivedAt ?? command.madeAt,
  };
  return done([
    {
      kind: 'follow-up',
      id: followUpId,
      rev,
      ...rest,
      companyId: rollsUpTo(companyId, known),
      madeBy,
      madeAt,
      closed: null,
    },
  ]);
}

export function readsOfCloseFollowUp({ followUpId, entryId }: CloseFollowUp): Ref[] {
  return [byId('follow-up', followUpId), ...(entryId === null ? [] : [byId('entry', entryId)])];
}

export function decideCloseFollowUp(command: CloseFollowUp, known: Known, context: DecideContext): Decision {
  const followUp = known.get('follow-up', command.followUpId);
  if (!followUp) return context.receivedAt === null ? ask : refused('follow-up-not-found', { id: command.followUpId });
  if (followUp.closed) return done([]);
  const at = context.receivedAt ?? command.madeAt;
  const closed = { by: context.actor.userId, at, how: command.how, entryId: command.entryId };
  return done([{ ...followUp, closed }]);
}

export function readsOfReopenFollowUp({ followUpId, entryId }: ReopenFollowUp): Ref[] {
  return [byId('follow-up', followUpId), byId('entry', entryId)];
}

export function decideReopenFollowUp(command: ReopenFollowUp, known: Known, context: DecideContext): Decision {
  const followUp = known.get('follow-up', command.followUpId);
  if (!followUp) return context.receivedAt === null ? ask : refused('follow-up-not-found', { id: command.followUpId });
  if (followUp.closed?.entryId !== command.entryId) return done([]);
  return done([{ ...followUp, closed: null }]);
}
