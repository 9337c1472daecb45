import * as v from 'valibot';
import { CommandId, EntryId, ItemId, UserId } from './ids.ts';
import { InteractionFields, PerContactFields } from './interaction-fields.ts';
import { Rev } from './rev.ts';
import { line } from './text.ts';
import { Instant } from './time.ts';

/**
 * One reason for which an entry is canceled; reinstating takes named reasons away again. `joined` is given by the rule
 * that one item and one contact have one live entry, when two items turn out to be the same.
 */
export const CancelReason = v.object({
  commandId: CommandId,
  via: v.picklist(['entry', 'segment', 'retention', 'joined']),
  by: UserId,
  at: Instant,
  why: line(250),
});
export type CancelReason = v.InferOutput<typeof CancelReason>;

/** Most reinstatements that an entry keeps, the last ones. */
export const mostReinstated = 50;

/** That reasons for which an entry was canceled were taken away again: by whom, when, and what they were. */
export const Reinstatement = v.object({
  commandId: CommandId,
  by: UserId,
  at: Instant,
  reasons: v.array(CancelReason),
});
export type Reinstatement = v.InferOutput<typeof Reinstatement>;

/** An entry keeps so many of its changes, the last ones. */
export const mostCorrections = 200;

/** One changed field, corrected or evaluated: what its changer saw, and what stood there when the change arrived. */
export const Correction = v.object({
  commandId: CommandId,
  by: UserId,
  at: Instant,
  field: v.picklist([
    'at',
    'zone',
    'day',
    'description',
    'flow',
    'initiatedBy',
    'attemptFailed',
    'evaluation',
    'campaignCode',
    'campaignTarget',
    'campaignResponse',
    'salespersonCode',
    'language',
    'note',
    'correspondenceType',
    'contactVia',
    'cost',
    'minutes',
  ]),
  saw: v.string(),
  from: v.string(),
});
export type Correction = v.InferOutput<typeof Correction>;

/** An interaction log entry (`domain.md` §2). */
export const LogEntry = v.object({
  kind: v.literal('entry'),
  id: EntryId,
  rev: Rev,
  /** Counts up per tenant; null until the server has given it. */
  entryNo: v.nullable(v.number()),
  ...InteractionFields.entries,
  ...PerContactFields.entries,
  itemId: v.nullable(ItemId),
  /** The command that made it. */
  commandId: CommandId,
  /** Who logged it; may differ from the salesperson. */
  userId: UserId,
  /** By the clock of the device that logged it, put right as far as it knew; never used for order. */
  madeAt: Instant,
  /** By the server's clock; null until the server has it. */
  receivedAt: v.nullable(Instant),
  canceled: v.array(CancelReason),
  /** Oldest first. Nothing is decided by them. */
  reinstated: v.optional(v.array(Reinstatement)),
  /** Oldest first; at most the last `mostCorrections`. Evaluations are among them. */
  corrections: v.array(Correction),
  /** Half filled and kept to be finished later (`domain.md` §8). */
  postponed: v.boolean(),
  /** True where the server has left out note and text because the reader is not in their audience. */
  withheld: v.boolean(),
});
export type LogEntry = v.InferOutput<typeof LogEntry>;
