import type { PaneLanguage } from '../messages/messages.ts';
import { usePane } from '../state/pane-context.ts';
import { type EntryPageTexts, entryPageTextsEn } from './texts-en.ts';
import { entryPageTextsFi } from './texts-fi.ts';

const catalogues: Record<PaneLanguage, EntryPageTexts> = { en: entryPageTextsEn, fi: entryPageTextsFi };

/** The texts of the page of an entry, in the chosen language. Only parts that are loaded later may ask for them. */
export function useEntryPageTexts(): EntryPageTexts {
  return catalogues[usePane().language.value];
}
