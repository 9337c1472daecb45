import { createUseTexts } from '../state/create-use-texts.ts';
import { entryPageTextsEn } from './texts-en.ts';
import { entryPageTextsFi } from './texts-fi.ts';

export const useEntryPageTexts = createUseTexts({ en: entryPageTextsEn, fi: entryPageTextsFi });
