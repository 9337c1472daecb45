import type { Language } from '../../../domain/choices.ts';
import type { Contact } from '../../../domain/contact.ts';
import type { ContactId } from '../../../domain/ids.ts';
import type { InteractionTemplate } from '../../../domain/interaction-template.ts';
import { languageFor } from '../../../domain/template-defaults.ts';

/**
 * The language of an interaction that is now with `left`: where it was that of the first it was `written` with, it becomes
 * that of the first who is there now (`domain.md` §4.2); one that somebody chose stays.
 */
export function mendedLanguage(
  language: Language,
  { written, left }: Record<'written' | 'left', readonly { contactId: ContactId }[]>,
  template: InteractionTemplate,
  contacts: ReadonlyMap<ContactId, Contact>,
): Language {
  const [before, after] = [written[0], left[0]];
  const now = after && contacts.get(after.contactId);
  if (!now || before?.contactId === after.contactId) return language;
  const was = before && contacts.get(before.contactId);
  // Of who is on this device no more nobody can tell whether it was theirs: most are.
  const isTheirs = was === undefined || languageFor(template, was.language) === language;
  return isTheirs ? languageFor(template, now.language) : language;
}
