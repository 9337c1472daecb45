import type { PaneLanguage } from '../messages/messages.ts';
import { usePane } from '../state/pane-context.ts';
import { type ContactTexts, contactTextsEn } from './texts/en.ts';
import { contactTextsFi } from './texts/fi.ts';

const catalogues: Record<PaneLanguage, ContactTexts> = { en: contactTextsEn, fi: contactTextsFi };

/** The texts of contacts in the chosen language. Only parts that are loaded later may ask for them. */
export function useContactTexts(): ContactTexts {
  return catalogues[usePane().language.value];
}
