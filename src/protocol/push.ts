import * as v from 'valibot';
import { TenantId, UserId } from '../domain/ids.ts';
import { refusalCodes } from '../domain/problem-code.ts';
import { Row } from '../domain/row.ts';

/** Most commands in one push. */
export const mostCommands = 100;
/** Most bytes of one push's body; above it the answer is 413 and the device halves the batch. */
export const mostPushBytes = 4_000_000;

/** Commands in the order they were made. Each is parsed by itself, so that a bad one does not hold up the others. */
export const PushRequest = v.object({
  wire: v.number(),
  tenantId: TenantId,
  userId: UserId,
  /** The latest that the device has of this log, as a cursor: if the log does not know it any more, nothing is run (410). */
  seen: v.optional(v.string()),
  commands: v.pipe(v.array(v.unknown()), v.maxLength(mostCommands)),
});
export type PushRequest = v.InferOutput<typeof PushRequest>;

export const WireAlias = v.object({ kind: v.picklist(['entry', 'contact', 'item']), from: v.string(), to: v.string() });

/** What became of one command. It is remembered under the command's id: sent again, the same comes back. */
export const Answer = v.object({
  /** As sent; the empty string when the command had none. */
  commandId: v.string(),
  outcome: v.picklist(['done', 'joined', 'refused']),
  aliases: v.array(WireAlias),
  code: v.optional(v.picklist(refusalCodes)),
  detail: v.optional(v.object({ field: v.optional(v.string()), id: v.optional(v.string()) })),
});
export type Answer = v.InferOutput<typeof Answer>;

/** One answer per command, in their order, and every row that the commands concern as it is now for this user. */
export const PushResponse = v.object({
  epoch: v.string(),
  rev: v.number(),
  answers: v.array(Answer),
  rows: v.array(Row),
});
export type PushResponse = v.InferOutput<typeof PushResponse>;
