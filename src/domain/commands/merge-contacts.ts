import * as v from 'valibot';
import { ask, type DecideContext, type Decision, done, refused } from '../decision.ts';
import { ContactId } from '../ids.ts';
import { joinEntry } from '../join-entry.ts';
import type { Known } from '../known.ts';
import { isLive } from '../log-entry.ts';
import { byId, type Ref } from '../ref.ts';
import type { Row } from '../row.ts';
import { envelope } from './envelope.ts';

/**
 * Merges one contact into another of the same type. No entry changes its contact: the history is read for both. Where
 * both have a live entry about one item, the merged contact's is canceled as joined and its note kept as a comment.
 * `unmerge` takes it back: the contact stands for itself again; entries that were joined stay so.
 */
export const MergeContacts = v.object({
  ...envelope,
  type: v.literal('merge-contacts'),
  from: ContactId,
  /** Null takes an earlier merge back. */
  into: v.nullable(ContactId),
});
export type MergeContacts = v.InferOutput<typeof MergeContacts>;

export function readsOfMergeContacts({ from, into }: MergeContacts): Ref[] {
  return into === null
    ? [byId('contact', from)]
    : [byId('contact', from), byId('contact', into), { by: 'shared-items', a: from, b: into }];
}

export function decideMergeContacts(command: MergeContacts, known: Known, context: DecideContext): Decision {
  const from = known.get('contact', command.from);
  const into = command.into === null ? undefined : known.get('contact', command.into);
  if (!from || (command.into !== null && !into))
    return context.receivedAt === null
      ? ask
      : refused('contact-not-found', { id: from ? (command.into ?? '') : command.from });
  if (!into) return done(from.mergedInto === null || from.deleted ? [] : [{ ...from, mergedInto: null }]);
  if (from.id === into.id || into.mergedInto !== null || into.deleted || from.deleted || from.type !== into.type)
    return refused('cannot-merge', { id: into.id });

  const changes: Row[] = [{ ...from, mergedInto: into.id }];
  for (const item of known.sharedItems(from.id, into.id)) {
    const entries = known.entriesOf(item).filter(isLive);
    const winner = entries.find((entry) => entry.contactId === into.id);
    const loser = entries.find((entry) => entry.contactId === from.id);
    if (winner && loser) changes.push(...joinEntry(winner, loser, command.id, context));
  }
  return done(changes);
}
