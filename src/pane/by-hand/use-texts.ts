import type { PaneLanguage } from '../messages/messages.ts';
import { usePane } from '../state/pane-context.ts';
import { type LaterTexts, textsEn } from './texts-en.ts';
import { textsFi } from './texts-fi.ts';

const catalogues: Record<PaneLanguage, LaterTexts> = { en: textsEn, fi: textsFi };

/** The texts of the parts that are loaded later, in the chosen language. Only such parts may ask for them. */
export function useTexts(): LaterTexts {
  return catalogues[usePane().language.value];
}

/** The same outside of a component. */
export function textsIn(language: PaneLanguage): LaterTexts {
  return catalogues[language];
}
