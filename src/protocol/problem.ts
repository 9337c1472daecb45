import * as v from 'valibot';
import { envelopeCodes } from '../domain/problem-code.ts';

/** `application/problem+json` (RFC 9457) with a stable code; never repeats anything of the request's body. */
export const Problem = v.object({
  type: v.literal('about:blank'),
  status: v.number(),
  code: v.picklist(envelopeCodes),
  /** English, for people who read responses by hand; the pane has its own texts by code. */
  title: v.string(),
  /** The paths of fields at fault, such as `commands` or `scope`. */
  fields: v.optional(v.array(v.string())),
});
export type Problem = v.InferOutput<typeof Problem>;
