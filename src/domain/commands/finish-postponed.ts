import * as v from 'valibot';
import { ask, type DecideContext, type Decision, done, refused } from '../decision.ts';
import { EntryId } from '../ids.ts';
import { InteractionFields, PerContactFields } from '../interaction-fields.ts';
import type { Known } from '../known.ts';
import type { LogEntry } from '../log-entry.ts';
import { groupOf, missingCode, readsOfCodes } from '../logged-codes.ts';
import { byId, type Ref } from '../ref.ts';
import { isBlocked, rollsUpTo } from '../same-person.ts';
import { liesAhead } from '../too-far-ahead.ts';
import { envelope } from './envelope.ts';

/**
 * Rewrites a postponed entry (`domain.md` §8): under the same entry no., either finished, when it counts from now on, or
 * kept postponed with what was filled in meanwhile. Its contact may still be changed, for nobody has seen it logged.
 * For whoever postponed it, and for managers: others may not see all that it holds.
 */
export const FinishPostponed = v.object({
  ...envelope,
  type: v.literal('finish-postponed'),
  entryId: EntryId,
  interaction: InteractionFields,
  perContact: PerContactFields,
  postponed: v.boolean(),
});
export type FinishPostponed = v.InferOutput<typeof FinishPostponed>;

export function readsOfFinishPostponed({ entryId, interaction, perContact }: FinishPostponed): Ref[] {
  const { contactId, companyId } = perContact;
  const company = companyId === null || companyId === contactId ? [] : [byId('contact', companyId)];
  return [byId('entry', entryId), ...readsOfCodes(interaction), byId('contact', contactId), ...company];
}

export function decideFinishPostponed(command: FinishPostponed, known: Known, context: DecideContext): Decision {
  const { entryId, interaction, perContact } = command;
  const { actor } = context;
  const notHere = (code: 'entry-not-found' | 'contact-not-found', id: string) =>
    context.receivedAt === null ? ask : refused(code, { id });
  const entry = known.get('entry', entryId);
  if (!entry) return notHere('entry-not-found', entryId);
  if (entry.userId !== actor.userId && actor.role === 'salesperson') return refused('not-allowed', { id: entryId });
  if (!entry.postponed || entry.canceled.length > 0) return refused('not-postponed', { id: entryId });
  const missing = missingCode(interaction, known, context);
  if (missing) return missing;
  const contact = known.get('contact', perContact.contactId);
  if (!contact || contact.deleted) return notHere('contact-not-found', perContact.contactId);
  if (isBlocked(contact.id, perContact.companyId, known)) return refused('contact-blocked', { id: contact.id });
  if (!command.postponed && liesAhead(interaction, command, context)) return refused('time-in-future', { field: 'at' });
  const groupCode = groupOf(interaction, known);
  const companyId = rollsUpTo(perContact.companyId, known);
  const { followUp: _planned, ...before } = entry; // what was planned last counts, also when it is nothing
  const after: LogEntry = {
    ...before,
    ...interaction,
    groupCode,
    ...perContact,
    companyId,
    postponed: command.postponed,
  };
  return done([after]);
}
