import * as v from 'valibot';
import { type CorrespondenceType, Language } from '../../../domain/choices.ts';
import { ContactFields } from '../../../domain/contact.ts';
import { parseEmailAddress } from '../../../domain/email-address.ts';
import type { Salesperson } from '../../../domain/salesperson.ts';
import { fold } from '../../../domain/text.ts';
import type { NotTakenReason } from './not-taken.ts';
import type { RawContact } from './raw-contact.ts';

/** What a file says of a contact, checked; its company is still a name. */
export type CheckedContact =
  | { ok: true; fields: ContactFields; companyName: string }
  | { ok: false; why: NotTakenReason; value: string };

const wrong = (why: NotTakenReason, value = ''): CheckedContact => ({ ok: false, why, value });

// As our own tables write it, and as Business Central shows it in English and Finnish.
const correspondence: Record<string, CorrespondenceType> = {
  '': '',
  'hard-copy': 'hard-copy',
  'hard copy': 'hard-copy',
  paperituloste: 'hard-copy',
  email: 'email',
  'e-mail': 'email',
  sahkoposti: 'email',
  fax: 'fax',
  faksi: 'fax',
};

/** Checks what a file says of a contact against the rules that a form keeps, too. Nothing is cut or guessed. */
export function checkContact(raw: RawContact, salespeople: readonly Salesperson[]): CheckedContact {
  if (raw.name.trim() === '') return wrong('no-name');
  const badAddress = [raw.email, ...raw.otherEmails].find((text) => text !== '' && !parseEmailAddress(text));
  if (badAddress !== undefined) return wrong('bad-address', badAddress);
  const badDomain = raw.domains.find((domain) => !isDomain(domain));
  if (badDomain !== undefined) return wrong('bad-domain', badDomain);
  const wanted = fold(raw.salesperson.trim());
  const salesperson = salespeople.find(({ id, name }) => wanted === fold(id) || wanted === fold(name));
  if (wanted !== '' && !salesperson) return wrong('unknown-salesperson', raw.salesperson);
  const type = correspondence[fold(raw.correspondenceType.trim())];
  if (type === undefined) return wrong('unknown-correspondence', raw.correspondenceType);
  const language = raw.language.trim().replace(/^[A-Za-z]+/, (primary) => primary.toLowerCase());
  if (!v.is(Language, language)) return wrong('unknown-language', raw.language);
  const parsed = v.safeParse(ContactFields, {
    type: raw.type,
    name: raw.name,
    companyId: null,
    email: raw.email,
    otherEmails: unique(raw.otherEmails.map((text) => text.trim().toLowerCase())),
    phones: unique(raw.phones.map((text) => text.trim())),
    domains: unique(raw.domains),
    salespersonCode: salesperson?.id ?? null,
    correspondenceType: type,
    language,
    privacyBlocked: raw.privacyBlocked,
  });
  if (parsed.success)
    return { ok: true, fields: parsed.output, companyName: raw.companyName.replace(/\s+/g, ' ').trim() };
  const [issue] = parsed.issues;
  const isList = Array.isArray(issue.input);
  return isList ? wrong('too-many-values') : wrong('too-long', String(issue.input));
}

/** Whether `text` can be a mail or web domain: labels with at least one dot between. */
export function isDomain(text: string): boolean {
  return text.length <= 253 && /^(?!-)[\p{L}\p{N}-]{1,63}(?<!-)(\.(?!-)[\p{L}\p{N}-]{1,63}(?<!-))+$/u.test(text);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => text !== ''))];
}
