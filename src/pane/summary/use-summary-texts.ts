import { createUseTexts } from '../state/create-use-texts.ts';
import { summaryTextsEn } from './texts-en.ts';
import { summaryTextsFi } from './texts-fi.ts';

export const useSummaryTexts = createUseTexts({ en: summaryTextsEn, fi: summaryTextsFi });
