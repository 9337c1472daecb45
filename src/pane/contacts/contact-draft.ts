import * as v from 'valibot';
import type { CorrespondenceType } from '../../domain/choices.ts';
import { type Contact, ContactFields } from '../../domain/contact.ts';
import { parseEmailAddress } from '../../domain/email-address.ts';
import type { ContactId, SalespersonCode } from '../../domain/ids.ts';
import { isDomain } from './files/check-contact.ts';
import { hostOf } from './files/raw-from-row.ts';

/** A contact as it stands in the form: what was typed, right or wrong; lists with one value on each line. */
export interface ContactDraft {
  type: ContactFields['type'];
  name: string;
  companyId: ContactId | null;
  email: string;
  otherEmails: string;
  phones: string;
  domains: string;
  salespersonCode: SalespersonCode | null;
  correspondenceType: CorrespondenceType;
  language: string;
  privacyBlocked: boolean;
}

export type ContactFault = 'no-name' | 'bad-address' | 'bad-phone' | 'bad-domain' | 'too-many' | 'too-long';
export type ContactFaults = Partial<Record<keyof ContactDraft, ContactFault>>;

export type CheckedDraft = { ok: true; fields: ContactFields } | { ok: false; faults: ContactFaults };

export function draftOf(fields: Partial<ContactFields>): ContactDraft {
  return {
    type: fields.type ?? 'person',
    name: fields.name ?? '',
    companyId: fields.companyId ?? null,
    email: fields.email ?? '',
    otherEmails: (fields.otherEmails ?? []).join('\n'),
    phones: (fields.phones ?? []).join('\n'),
    domains: (fields.domains ?? []).join('\n'),
    salespersonCode: fields.salespersonCode ?? null,
    correspondenceType: fields.correspondenceType ?? '',
    language: fields.language ?? '',
    privacyBlocked: fields.privacyBlocked ?? false,
  };
}

/** The fields that the draft stands for, or what is wrong with which of them. */
export function checkDraft(draft: ContactDraft): CheckedDraft {
  const otherEmails = lines(draft.otherEmails, /[\n;,\s]+/);
  const domains = draft.type === 'company' ? lines(draft.domains, /[\n;,\s]+/).flatMap(hostOf) : [];
  const phones = lines(draft.phones, /\n/);
  const faults: ContactFaults = {};
  if (draft.name.trim() === '') faults.name = 'no-name';
  if (draft.email.trim() !== '' && !parseEmailAddress(draft.email)) faults.email = 'bad-address';
  if (otherEmails.some((text) => !parseEmailAddress(text))) faults.otherEmails = 'bad-address';
  if (phones.some((text) => !isPhone(text))) faults.phones = 'bad-phone';
  if (domains.some((domain) => !isDomain(domain))) faults.domains = 'bad-domain';
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const parsed = v.safeParse(ContactFields, {
    ...draft,
    companyId: draft.type === 'company' ? null : draft.companyId,
    email: draft.email.trim(),
    otherEmails: unique(otherEmails.map((text) => text.toLowerCase())),
    phones: unique(phones),
    domains: unique(domains),
  });
  if (parsed.success) return { ok: true, fields: parsed.output };
  for (const issue of parsed.issues) {
    const [step] = issue.path ?? [];
    faults[step?.key as keyof ContactDraft] = Array.isArray(issue.input) ? 'too-many' : 'too-long'; // the schema has the draft's keys
  }
  return { ok: false, faults };
}

/** Which of several lines are at fault; none of a field that holds one value, whatever was typed into it. */
export function wrongLines(draft: ContactDraft, field: keyof ContactFaults, fault: ContactFault): string[] {
  if (field === 'email') return [];
  const all = lines(String(draft[field]), field === 'phones' ? /\n/ : /[\n;,\s]+/);
  const isRight = { 'bad-address': parseEmailAddress, 'bad-phone': isPhone, 'bad-domain': isWeb }[fault as string];
  return isRight && all.length > 1 ? all.filter((text) => !isRight(text)) : [];
}

function isPhone(text: string): boolean {
  return /\d/.test(text);
}

function isWeb(text: string): boolean {
  return hostOf(text).every(isDomain);
}

/** What of the draft can be compared with other contacts already, while it is typed. */
export function typedSoFar(
  draft: ContactDraft,
): Pick<ContactFields, 'type' | 'name' | 'email' | 'otherEmails' | 'phones' | 'domains'> {
  return {
    type: draft.type,
    name: draft.name,
    email: parseEmailAddress(draft.email) ?? '',
    otherEmails: lines(draft.otherEmails, /[\n;,\s]+/).flatMap((text) => parseEmailAddress(text) ?? []),
    phones: lines(draft.phones, /\n/),
    domains: lines(draft.domains, /[\n;,\s]+/).flatMap(hostOf),
  };
}

type Changes = Partial<Omit<ContactFields, 'type'>>;

/** Only the fields that differ from what they were, with what they were, so that nobody else's change is undone unseen. */
export function changedFields(before: Contact, after: ContactFields): { saw: Changes; to: Changes } {
  const { type, ...fields } = after;
  const changed = (Object.keys(fields) as (keyof Changes)[]) // its own keys
    .filter((field) => JSON.stringify(fields[field]) !== JSON.stringify(before[field]));
  const pick = (from: Changes): Changes => Object.fromEntries(changed.map((field) => [field, from[field]]));
  return { saw: pick(before), to: pick(fields) };
}

function lines(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
