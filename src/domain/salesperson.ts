import * as v from 'valibot';
import { EmailAddress } from './email-address.ts';
import { SalespersonCode } from './ids.ts';
import { Rev } from './rev.ts';
import { line } from './text.ts';

/** Someone who carries out interactions. A user is linked to one; their addresses are internal when mail is matched. */
export const Salesperson = v.object({
  kind: v.literal('salesperson'),
  id: SalespersonCode,
  rev: Rev,
  name: line(100),
  email: v.union([v.literal(''), EmailAddress]),
});
export type Salesperson = v.InferOutput<typeof Salesperson>;
