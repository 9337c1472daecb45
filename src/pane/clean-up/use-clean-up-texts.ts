import { createUseTexts } from '../state/create-use-texts.ts';
import { cleanUpTextsEn } from './texts-en.ts';
import { cleanUpTextsFi } from './texts-fi.ts';

export const useCleanUpTexts = createUseTexts({ en: cleanUpTextsEn, fi: cleanUpTextsFi });
