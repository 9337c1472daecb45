import * as v from 'valibot';
import { CorrespondenceType } from '../choices.ts';
import { ask, type DecideContext, type Decision, done, refused } from '../decision.ts';
import { EntryId } from '../ids.ts';
import { InteractionFields, PerContactFields } from '../interaction-fields.ts';
import type { Known } from '../known.ts';
import { type Correction, type LogEntry, mostCorrections } from '../log-entry.ts';
import { missingCampaign, missingSalesperson } from '../logged-codes.ts';
import { byId, type Ref } from '../ref.ts';
import { liesAhead } from '../too-far-ahead.ts';
import { withChanges } from '../with-changes.ts';
import { envelope } from './envelope.ts';

const { at, zone, day, description, flow, initiatedBy, attemptFailed, note } = InteractionFields.entries;
const { campaignCode, campaignTarget, campaignResponse, salespersonCode, language } = InteractionFields.entries;
const { contactVia, cost, minutes } = PerContactFields.entries;

/** The fields that their author may correct afterwards; contact, item and template never change. */
const Correctable = v.partial(
  v.object({
    at,
    zone,
    day,
    description,
    flow,
    initiatedBy,
    attemptFailed,
    campaignCode,
    campaignTarget,
    campaignResponse,
    salespersonCode,
    language,
    note,
    correspondenceType: CorrespondenceType,
    contactVia,
    cost,
    minutes,
  }),
);
export type Correctable = v.InferOutput<typeof Correctable>;

/**
 * Corrects fields of one's own entry, canceled or not; a manager may correct any. `saw` holds the values that the
 * person saw for the same fields: when another correction came between, this one counts (the server's order), and both
 * stand in the entry's history.
 */
export const CorrectInteraction = v.object({
  ...envelope,
  type: v.literal('correct-interaction'),
  entryId: EntryId,
  saw: Correctable,
  to: v.pipe(
    Correctable,
    v.check((to) => Object.keys(to).length > 0),
  ),
});
export type CorrectInteraction = v.InferOutput<typeof CorrectInteraction>;

export function readsOfCorrectInteraction(command: CorrectInteraction): Ref[] {
  const { campaignCode, salespersonCode } = command.to;
  return [
    byId('entry', command.entryId),
    ...(campaignCode ? [byId('campaign', campaignCode)] : []),
    ...(salespersonCode ? [byId('salesperson', salespersonCode)] : []),
  ];
}

export function decideCorrectInteraction(command: CorrectInteraction, known: Known, context: DecideContext): Decision {
  const { actor } = context;
  const entry = known.get('entry', command.entryId);
  if (!entry) return context.receivedAt === null ? ask : refused('entry-not-found', { id: command.entryId });
  if (entry.userId !== actor.userId && actor.role === 'salesperson') return refused('not-allowed', { id: entry.id });
  const { campaignCode, salespersonCode } = command.to;
  // What stood there before stays, though it was deleted since.
  const missing =
    (campaignCode && campaignCode !== entry.campaignCode && missingCampaign(campaignCode, known, context)) ||
    (salespersonCode &&
      salespersonCode !== entry.salespersonCode &&
      missingSalesperson(salespersonCode, known, context));
  if (missing) return missing;
  const receipt = context.receivedAt ?? command.madeAt;
  const corrected = withChanges(entry, command.to);
  const isMoved = command.to.at !== undefined || command.to.day !== undefined;
  if (isMoved && liesAhead(corrected, command, context)) return refused('time-in-future', { field: 'at' });
  const corrections = Object.keys(command.to)
    .filter((field): field is keyof Correctable => field in Correctable.entries)
    .filter((field) => entry[field] !== corrected[field])
    .map((field): Correction => {
      const saw = field in command.saw ? asText(command.saw[field]) : asText(entry[field]);
      return { commandId: command.id, by: actor.userId, at: receipt, field, saw, from: asText(entry[field]) };
    });
  if (corrections.length === 0) return done([]);
  const after: LogEntry = { ...corrected, corrections: [...entry.corrections, ...corrections].slice(-mostCorrections) };
  return done([after]);
}

function asText(value: string | number | boolean | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
