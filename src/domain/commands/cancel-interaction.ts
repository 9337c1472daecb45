import * as v from 'valibot';
import { ask, type DecideContext, type Decision, done, refused } from '../decision.ts';
import { CommandId, EntryId } from '../ids.ts';
import type { Known } from '../known.ts';
import { byId, type Ref } from '../ref.ts';
import type { Row } from '../row.ts';
import { line } from '../text.ts';
import { envelope } from './envelope.ts';

/**
 * Marks entries as canceled (`domain.md` §9). With `undoes` it takes back only what that command made: an entry that
 * the command joined stays as it is.
 */
export const CancelInteraction = v.object({
  ...envelope,
  type: v.literal('cancel-interaction'),
  entryIds: v.pipe(v.array(EntryId), v.minLength(1), v.maxLength(500)),
  why: line(250),
  undoes: v.nullable(CommandId),
});
export type CancelInteraction = v.InferOutput<typeof CancelInteraction>;

export function readsOfCancelInteraction(command: CancelInteraction): Ref[] {
  return command.entryIds.map((id) => byId('entry', id));
}

export function decideCancelInteraction(command: CancelInteraction, known: Known, context: DecideContext): Decision {
  const changes: Row[] = [];
  for (const id of new Set(command.entryIds)) {
    const entry = known.get('entry', id);
    if (!entry) return context.receivedAt === null ? ask : refused('entry-not-found', { id });
    if (command.undoes !== null && entry.commandId !== command.undoes) continue;
    const at = context.receivedAt ?? command.madeAt;
    const reason = { commandId: command.id, via: 'entry' as const, by: context.actor.userId, at, why: command.why };
    changes.push({ ...entry, canceled: [...entry.canceled, reason] });
  }
  return done(changes);
}
