import * as v from 'valibot';
import type { Comment } from '../comment.ts';
import type { Contact } from '../contact.ts';
import { type Alias, ask, type DecideContext, type Decision, done, refused } from '../decision.ts';
import { type CommentId, EntryId, ItemId } from '../ids.ts';
import { InteractionFields, PerContactFields } from '../interaction-fields.ts';
import { isLive } from '../is-live.ts';
import { ItemKey } from '../item.ts';
import type { Known } from '../known.ts';
import type { LogEntry } from '../log-entry.ts';
import { groupOf, missingCode, readsOfCodes } from '../logged-codes.ts';
import { byId, type Ref } from '../ref.ts';
import type { Row } from '../row.ts';
import { findSameItem } from '../same-item.ts';
import { isBlocked, rollsUpTo, samePerson } from '../same-person.ts';
import { liesAhead } from '../too-far-ahead.ts';
import { envelope } from './envelope.ts';

/** Logs one interaction with one or several contacts: one entry each (`domain.md` §6, §14). */
export const LogInteraction = v.object({
  ...envelope,
  type: v.literal('log-interaction'),
  /** The mail or meeting it is about; `id` is used when the team has not logged it yet. */
  item: v.nullable(
    v.object({
      id: ItemId,
      itemKind: v.picklist(['mail', 'meeting']),
      keys: v.pipe(v.array(ItemKey), v.minLength(1), v.maxLength(10)),
    }),
  ),
  interaction: InteractionFields,
  /** Kept half filled, to be finished later: no item, and what is checked at log time is checked then (`domain.md` §8). */
  postponed: v.optional(v.boolean(), false),
  with: v.pipe(v.array(v.object({ entryId: EntryId, ...PerContactFields.entries })), v.minLength(1), v.maxLength(100)),
});
export type LogInteraction = v.InferOutput<typeof LogInteraction>;

export function readsOfLogInteraction(command: LogInteraction): Ref[] {
  const refs: Ref[] = readsOfCodes(command.interaction);
  for (const { contactId, companyId } of command.with) {
    refs.push(byId('contact', contactId));
    if (companyId !== null && companyId !== contactId) refs.push(byId('contact', companyId));
  }
  for (const key of command.item?.keys ?? []) refs.push({ by: 'item-key', key });
  return refs;
}

/**
 * One live entry per item and contact, merged ones being one: where there is one already the command joins it, its own note is kept as a
 * comment there, and an alias tells the device which entry it is.
 */
export function decideLogInteraction(command: LogInteraction, known: Known, context: DecideContext): Decision {
  const { interaction } = command;
  const missing = missingCode(interaction, known, context);
  if (missing) return missing;
  for (const { contactId, companyId } of command.with) {
    const contact = known.get('contact', contactId);
    // On a device a deleted one is as good as one that is not there: the server refuses, with its reason.
    if (!contact || contact.deleted)
      return context.receivedAt === null ? ask : refused('contact-not-found', { id: contactId });
    if (isBlocked(contactId, companyId, known)) return refused('contact-blocked', { id: contactId });
  }
  if (!command.postponed && liesAhead(interaction, command, context)) return refused('time-in-future', { field: 'at' });

  const { item, postponed } = command;
  const found = item === null || postponed ? undefined : findSameItem(command.id, item, known, context);
  const changes: Row[] = [...(found?.changes ?? [])];
  const aliases: Alias[] = [...(found?.aliases ?? [])];
  const live = (found?.entries ?? []).filter(isLive);
  const takenBy = (contactId: Contact['id']) =>
    live.find((entry) => entry.contactId === contactId) ??
    live.find((entry) => samePerson(entry.contactId, known) === samePerson(contactId, known));
  const made: { entryId: EntryId; contactId: Contact['id'] }[] = [];
  const noted = new Set<EntryId>();

  for (const { entryId, ...perContact } of command.with) {
    const taken = takenBy(perContact.contactId);
    if (taken) {
      aliases.push({ kind: 'entry', from: entryId, to: taken.id });
      // Two contacts that were merged meanwhile join one entry: the note stands there once.
      const comment = noted.has(taken.id) ? undefined : commentFromJoin(command, entryId, taken, context);
      if (comment) changes.push(comment);
      noted.add(taken.id);
      continue;
    }
    const entry: LogEntry = {
      kind: 'entry',
      id: entryId,
      rev: 0,
      entryNo: null,
      ...interaction,
      groupCode: groupOf(interaction, known),
      ...perContact,
      companyId: rollsUpTo(perContact.companyId, known),
      itemId: found?.item.id ?? null,
      commandId: command.id,
      userId: context.actor.userId,
      madeAt: command.madeAt,
      receivedAt: context.receivedAt,
      canceled: [],
      corrections: [],
      postponed: command.postponed,
      withheld: false,
    };
    changes.push(entry);
    made.push({ entryId, contactId: perContact.contactId });
    if (isLive(entry)) live.push(entry);
  }
  if (found) changes.push({ ...found.item, entries: [...found.item.entries, ...made] });
  return done(changes, aliases, made.length === 0 ? 'joined' : 'done');
}

function commentFromJoin(
  command: LogInteraction,
  entryId: EntryId,
  taken: LogEntry,
  context: DecideContext,
): Comment | undefined {
  const { note, text, audience } = command.interaction;
  const body = note === taken.note ? '' : note;
  const added = taken.text === '' && !taken.withheld ? text : '';
  if (taken.commandId === command.id || (body === '' && added === '')) return undefined;
  return {
    kind: 'comment',
    id: entryId as string as CommentId, // the unused entry id: made on the device, so known to both sides
    rev: 0,
    entryId: taken.id,
    contactId: taken.contactId,
    companyId: taken.companyId,
    commandId: command.id,
    userId: context.actor.userId,
    at: context.receivedAt ?? command.madeAt,
    body,
    text: added,
    audience,
    withheld: false,
  };
}
