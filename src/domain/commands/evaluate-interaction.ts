import * as v from 'valibot';
import { ask, type DecideContext, type Decision, done, refused } from '../decision.ts';
import { CommandId, EntryId } from '../ids.ts';
import type { Known } from '../known.ts';
import { type LogEntry, mostCorrections } from '../log-entry.ts';
import { byId, type Ref } from '../ref.ts';
import type { Row } from '../row.ts';
import { envelope } from './envelope.ts';

/**
 * Gives all chosen entries one evaluation; overwrites the one they had (`domain.md` §11), which its history keeps. Blank
 * cannot be chosen. With `undoes` it takes back only what that command did: an entry that somebody has evaluated since
 * stays as it is, and one that had no evaluation before has none again.
 */
export const EvaluateInteraction = v.object({
  ...envelope,
  type: v.literal('evaluate-interaction'),
  entryIds: v.pipe(v.array(EntryId), v.minLength(1), v.maxLength(500)),
  evaluation: v.picklist(['very-positive', 'positive', 'neutral', 'negative', 'very-negative', '']),
  undoes: v.optional(CommandId),
});
export type EvaluateInteraction = v.InferOutput<typeof EvaluateInteraction>;

export function readsOfEvaluateInteraction(command: EvaluateInteraction): Ref[] {
  return command.entryIds.map((id) => byId('entry', id));
}

export function decideEvaluateInteraction(
  command: EvaluateInteraction,
  known: Known,
  context: DecideContext,
): Decision {
  if (command.evaluation === '' && command.undoes === undefined)
    return refused('invalid-command', { field: 'evaluation' });
  const changes: Row[] = [];
  for (const id of new Set(command.entryIds)) {
    const entry = known.get('entry', id);
    if (!entry) return context.receivedAt === null ? ask : refused('entry-not-found', { id });
    const { evaluation: from } = entry;
    if (from === command.evaluation) continue;
    if (command.undoes !== undefined && lastEvaluatedBy(entry) !== command.undoes) continue;
    // Who evaluates picks one for many, whatever each has: what they saw is what they overwrite.
    const change = { commandId: command.id, by: context.actor.userId, at: context.receivedAt ?? command.madeAt };
    const corrections = [...entry.corrections, { ...change, field: 'evaluation' as const, saw: from, from }];
    changes.push({ ...entry, evaluation: command.evaluation, corrections: corrections.slice(-mostCorrections) });
  }
  return done(changes);
}

function lastEvaluatedBy({ corrections }: LogEntry): CommandId | undefined {
  return corrections.findLast(({ field }) => field === 'evaluation')?.commandId;
}
