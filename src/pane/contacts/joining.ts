import type { Contact } from '../../domain/contact.ts';
import { missingFrom } from '../../domain/fill-blanks.ts';
import { isSameContact, joinContact } from '../../domain/join-contact.ts';
import type { LikelyDuplicate } from '../../domain/likely-duplicates.ts';
import { type ContactDraft, checkDraft, typedSoFar } from './contact-draft.ts';
import { filledLabels } from './merge-of.ts';
import type { ContactTexts } from './texts/en.ts';

/** The contact that a new one would join rather than be made, with what it gets of what was typed, in words. */
export function joining(
  draft: ContactDraft,
  found: readonly LikelyDuplicate[],
  { page, form }: Pick<ContactTexts, 'page' | 'form'>,
): { contact: Contact; adds: string[] } | undefined {
  const typed = typedSoFar(draft);
  const [contact] = found
    .map((one) => one.contact)
    .filter((one) => isSameContact(typed, one))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (!contact) return undefined;
  const checked = checkDraft(draft);
  if (!checked.ok) return { contact, adds: [] };
  const joined = joinContact(contact, checked.fields);
  const fresh = <T>(now: readonly T[], before: readonly T[]) => now.filter((one) => !before.includes(one));
  return {
    contact,
    adds: [
      ...fresh<string>(joined.otherEmails, contact.otherEmails),
      ...fresh(joined.phones, contact.phones),
      ...fresh(joined.domains, contact.domains),
      ...filledLabels(missingFrom(contact, checked.fields), page),
      ...(joined.privacyBlocked && !contact.privacyBlocked ? [form.privacyBlocked] : []),
    ],
  };
}
