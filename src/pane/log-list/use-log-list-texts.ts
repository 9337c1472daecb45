import type { PaneLanguage } from '../messages/messages.ts';
import { usePane } from '../state/pane-context.ts';
import { type LogListTexts, logListTextsEn } from './texts-en.ts';
import { logListTextsFi } from './texts-fi.ts';

const catalogues: Record<PaneLanguage, LogListTexts> = { en: logListTextsEn, fi: logListTextsFi };

/** The texts of the log's list in the chosen language. Only parts that are loaded later may ask for them. */
export function useLogListTexts(): LogListTexts {
  return catalogues[usePane().language.value];
}
