import { createUseTexts } from '../state/create-use-texts.ts';
import { wholeLogTextsEn } from './texts-en.ts';
import { wholeLogTextsFi } from './texts-fi.ts';

export const useWholeLogTexts = createUseTexts({ en: wholeLogTextsEn, fi: wholeLogTextsFi });
