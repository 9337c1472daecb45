import * as v from 'valibot';
import { EmailAddress } from './email-address.ts';
import { SalespersonCode } from './ids.ts';
import { Rev } from './rev.ts';
import { line } from './text.ts';

const email = v.union([v.literal(''), EmailAddress]);

/** What a person enters of a salesperson. Its id is its code. */
export const SalespersonFields = v.object({ name: v.pipe(line(100), v.minLength(1)), email });
export type SalespersonFields = v.InferOutput<typeof SalespersonFields>;

/** Someone who carries out interactions. A user is linked to one; their addresses are internal when mail is matched. */
export const Salesperson = v.object({
  kind: v.literal('salesperson'),
  id: SalespersonCode,
  rev: Rev,
  name: line(100),
  email,
  /** Entries, contacts and users keep its code; nothing is logged for it any more. */
  deleted: v.optional(v.boolean(), false),
});
export type Salesperson = v.InferOutput<typeof Salesperson>;
