import * as v from 'valibot';
import { ask, type DecideContext, type Decision, done, refused } from '../decision.ts';
import { CommandId, EntryId, ItemId } from '../ids.ts';
import { isLive } from '../is-live.ts';
import type { Known } from '../known.ts';
import { mostReinstated } from '../log-entry.ts';
import { byId, type Ref } from '../ref.ts';
import type { Row } from '../row.ts';
import { samePerson } from '../same-person.ts';
import { envelope } from './envelope.ts';

/**
 * Takes named reasons for which entries are canceled away again; one that is gone already is no error. An entry whose
 * item and contact have another live entry by now is refused (`already-logged`).
 */
export const ReinstateInteraction = v.object({
  ...envelope,
  type: v.literal('reinstate-interaction'),
  entries: v.pipe(
    v.array(v.object({ entryId: EntryId, itemId: v.nullable(ItemId), removes: v.array(CommandId) })),
    v.minLength(1),
    v.maxLength(500),
  ),
});
export type ReinstateInteraction = v.InferOutput<typeof ReinstateInteraction>;

export function readsOfReinstateInteraction(command: ReinstateInteraction): Ref[] {
  return command.entries.flatMap(({ entryId, itemId }): Ref[] =>
    itemId === null ? [byId('entry', entryId)] : [byId('entry', entryId), { by: 'item', id: itemId }],
  );
}

export function decideReinstateInteraction(
  command: ReinstateInteraction,
  known: Known,
  context: DecideContext,
): Decision {
  const changes: Row[] = [];
  const reinstated = new Set<string>();
  for (const { entryId, removes } of command.entries) {
    const entry = known.get('entry', entryId);
    if (!entry) return context.receivedAt === null ? ask : refused('entry-not-found', { id: entryId });
    const canceled = entry.canceled.filter((reason) => !removes.includes(reason.commandId));
    if (canceled.length === entry.canceled.length) continue;
    if (canceled.length === 0 && entry.itemId !== null) {
      const person = samePerson(entry.contactId, known);
      const pair = `${entry.itemId} ${person}`;
      const item = known.get('item', entry.itemId);
      const others = item ? known.entriesOf(item) : [];
      const taken = others.find(
        (other) => other.id !== entry.id && samePerson(other.contactId, known) === person && isLive(other),
      );
      if (taken || reinstated.has(pair)) return refused('already-logged', { id: taken?.id ?? entryId });
      reinstated.add(pair);
    }
    const at = context.receivedAt ?? command.madeAt;
    const reasons = entry.canceled.filter((reason) => !canceled.includes(reason));
    const one = { commandId: command.id, by: context.actor.userId, at, reasons };
    changes.push({ ...entry, canceled, reinstated: [...(entry.reinstated ?? []), one].slice(-mostReinstated) });
  }
  return done(changes);
}
