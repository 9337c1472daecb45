import { createUseTexts } from '../state/create-use-texts.ts';
import { searchTextsEn } from './texts-en.ts';
import { searchTextsFi } from './texts-fi.ts';

export const useSearchTexts = createUseTexts({ en: searchTextsEn, fi: searchTextsFi });
