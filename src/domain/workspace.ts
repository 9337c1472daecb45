import * as v from 'valibot';
import { EmailAddress } from './email-address.ts';
import { Rev } from './rev.ts';
import { line } from './text.ts';

const domain = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(253));

/** What a whole tenant agrees on. There is one row a tenant. */
export const Workspace = v.object({
  kind: v.literal('workspace'),
  id: v.literal('workspace'),
  rev: Rev,
  name: line(100),
  /** ISO 4217. */
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  /** Mail from these domains is internal and never matched to a contact. */
  ownDomains: v.array(domain),
  /** Domains that say nothing about a company, such as gmail.com. */
  freeMailDomains: v.array(domain),
  /** Addresses and domains that are never logged. */
  neverLog: v.array(v.union([EmailAddress, domain])),
});
export type Workspace = v.InferOutput<typeof Workspace>;
