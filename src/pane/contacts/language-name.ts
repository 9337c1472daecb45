/** How a language is called in the reader's; its tag where that is not known. */
export function languageName(tag: string, reader: string): string {
  if (tag === '') return '';
  return new Intl.DisplayNames(reader, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}

/** The languages that a contact can be given at once; any other tag that it has is kept. */
export const commonLanguages = ['fi', 'sv', 'en', 'de', 'da', 'nb', 'et', 'fr', 'es', 'it', 'nl', 'pl'] as const;
