import * as v from 'valibot';
import { CorrespondenceType, Language } from './choices.ts';
import { EmailAddress } from './email-address.ts';
import { ContactId, SalespersonCode } from './ids.ts';
import { Rev } from './rev.ts';
import { line } from './text.ts';

/** What a person enters of a contact. `email` is the main address; `''` means none. */
export const ContactFields = v.object({
  type: v.picklist(['person', 'company']),
  name: v.pipe(line(100), v.minLength(1)),
  companyId: v.nullable(ContactId),
  email: v.union([v.literal(''), EmailAddress]),
  otherEmails: v.pipe(v.array(EmailAddress), v.maxLength(20)),
  phones: v.pipe(v.array(line(80)), v.maxLength(10)),
  /** Web or mail domains of a company: people who write from them probably belong to it. */
  domains: v.pipe(v.array(v.pipe(v.string(), v.toLowerCase(), v.maxLength(253))), v.maxLength(20)),
  salespersonCode: v.nullable(SalespersonCode),
  correspondenceType: CorrespondenceType,
  language: Language,
  privacyBlocked: v.boolean(),
});
export type ContactFields = v.InferOutput<typeof ContactFields>;

/** What one contact can take over of another, beside its main address. */
export const ContactReach = v.pick(ContactFields, ['otherEmails', 'phones', 'domains']);
export type ContactReach = v.InferOutput<typeof ContactReach>;

/** What of another contact fills what one has nothing of. */
export const ContactBlanks = v.partial(
  v.pick(ContactFields, ['companyId', 'salespersonCode', 'language', 'correspondenceType']),
);
export type ContactBlanks = v.InferOutput<typeof ContactBlanks>;

/** What a contact got from one that was merged into it and had not had before. */
export const Lent = v.object({ ...ContactReach.entries, filled: v.optional(ContactBlanks) });
export type Lent = v.InferOutput<typeof Lent>;

/** A person or a company that interactions are logged with (NAV: contact person, contact company). */
export const Contact = v.object({
  kind: v.literal('contact'),
  id: ContactId,
  rev: Rev,
  /** The contact number that the server gives; null until then. */
  no: v.nullable(v.number()),
  ...ContactFields.entries,
  /** The contact that this one was merged into: its history is read there. */
  mergedInto: v.nullable(ContactId),
  /** What that contact got from this one with the merge and had not had before. */
  lent: v.optional(Lent),
  /** It is offered nowhere any more; its entries stay (`domain.md` §12). */
  deleted: v.boolean(),
});
export type Contact = v.InferOutput<typeof Contact>;
