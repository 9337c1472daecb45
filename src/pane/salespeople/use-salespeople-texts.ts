import { createUseTexts } from '../state/create-use-texts.ts';
import { salespeopleTextsEn } from './texts-en.ts';
import { salespeopleTextsFi } from './texts-fi.ts';

export const useSalespeopleTexts = createUseTexts({ en: salespeopleTextsEn, fi: salespeopleTextsFi });
