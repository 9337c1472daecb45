import * as v from 'valibot';
import { Translated } from './choices.ts';
import { GroupCode } from './ids.ts';
import { Rev } from './rev.ts';

/** An interaction group gathers templates (`domain.md` §3). Its id is its code. */
export const InteractionGroup = v.object({
  kind: v.literal('group'),
  id: GroupCode,
  rev: Rev,
  description: Translated,
  /** Entries and templates keep its code. */
  deleted: v.boolean(),
});
export type InteractionGroup = v.InferOutput<typeof InteractionGroup>;
