import type { PaneLanguage } from '../messages/messages.ts';
import { usePane } from '../state/pane-context.ts';
import { type SetUpTexts, textsEn } from './texts-en.ts';
import { textsFi } from './texts-fi.ts';

const catalogues: Record<PaneLanguage, SetUpTexts> = { en: textsEn, fi: textsFi };

/** The texts of the set-up and the wide page, in the chosen language. Only parts that are loaded later may ask for them. */
export function useSetUpTexts(): SetUpTexts {
  return catalogues[usePane().language.value];
}
