import * as v from 'valibot';
import { type Contact, ContactReach } from '../contact.ts';
import { ask, type DecideContext, type Decision, done, refused } from '../decision.ts';
import { ContactId } from '../ids.ts';
import { isLive } from '../is-live.ts';
import { joinEntry } from '../join-entry.ts';
import type { Known } from '../known.ts';
import { lend, takeBack } from '../lend-reach.ts';
import { byId, type Ref } from '../ref.ts';
import type { Row } from '../row.ts';
import { samePerson } from '../same-person.ts';
import { envelope } from './envelope.ts';

/**
 * Merges one contact into another of the same type, or takes that back. No entry changes its contact: the history is
 * read for both. Where both, or who was merged into them before, have a live entry about one item, the merged contact's
 * is canceled as joined and its note kept as a comment. A privacy block holds for both. Taken back, the contact stands for itself again, and what the other one took over and nobody has
 * changed since goes back with it; entries that were joined stay so.
 */
export const MergeContacts = v.object({
  ...envelope,
  type: v.literal('merge-contacts'),
  from: ContactId,
  /** Null takes an earlier merge back. */
  into: v.nullable(ContactId),
  /** When a merge is taken back: the contact that it was merged into, as the person saw it. */
  outOf: v.nullable(ContactId),
  /**
   * Addresses, numbers and domains that `into` gets, so that they still match; what it has no value of (company,
   * salesperson, language, correspondence type) it gets as well. Null: it stays as it is.
   */
  takesOver: v.nullable(ContactReach),
});
export type MergeContacts = v.InferOutput<typeof MergeContacts>;

export function readsOfMergeContacts({ from, into, outOf }: MergeContacts): Ref[] {
  if (into !== null) return [byId('contact', from), byId('contact', into), { by: 'shared-items', a: from, b: into }];
  return outOf === null ? [byId('contact', from)] : [byId('contact', from), byId('contact', outOf)];
}

export function decideMergeContacts(command: MergeContacts, known: Known, context: DecideContext): Decision {
  const missing = (id: ContactId) => (context.receivedAt === null ? ask : refused('contact-not-found', { id }));
  const from = known.get('contact', command.from);
  if (!from) return missing(command.from);
  if (command.into === null) return separate(from, command.outOf, known, context);
  const into = known.get('contact', command.into);
  if (!into) return missing(command.into);
  if (from.mergedInto === into.id && !from.deleted) return done([]);
  const isOfferable = [from, into].every((one) => one.mergedInto === null && !one.deleted);
  if (from.id === into.id || !isOfferable || from.type !== into.type) return refused('cannot-merge', { id: into.id });

  const { taker, lent } = lend(into, from, command.takesOver);
  const { lent: _before, ...rest } = from;
  const changes: Row[] = [{ ...rest, mergedInto: into.id, ...(lent ? { lent } : {}) }];
  // Merged, they are one person: what the one must not have, the other must not have either. Taken back, both stay blocked.
  const isBlocking = from.privacyBlocked && !into.privacyBlocked;
  if (lent || isBlocking) changes.push({ ...taker, privacyBlocked: taker.privacyBlocked || isBlocking });
  for (const item of known.sharedItems(from.id, into.id)) {
    const entries = known.entriesOf(item).filter(isLive);
    const of = (id: ContactId) => entries.find((entry) => samePerson(entry.contactId, known) === id);
    const [winner, loser] = [of(into.id), of(from.id)];
    if (winner && loser) changes.push(...joinEntry(winner, loser, command.id, context));
  }
  return done(changes);
}

function separate(from: Contact, outOf: ContactId | null, known: Known, { receivedAt }: DecideContext): Decision {
  if (from.mergedInto === null || from.deleted) return done([]);
  if (from.mergedInto !== outOf) return refused('changed-meanwhile', { id: from.id });
  const { lent, ...rest } = from;
  const changes: Row[] = [{ ...rest, mergedInto: null }];
  const taker = known.get('contact', from.mergedInto);
  if (lent && !taker && receivedAt === null) return ask;
  if (lent && taker) changes.push(takeBack(taker, lent));
  return done(changes);
}
