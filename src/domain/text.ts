import * as v from 'valibot';

// Controls other than tab and line breaks have no place in what people write; bidi overrides can make a name read as another.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** `text` without control characters and bidi overrides, so that it is shown as it is stored. */
export function plain(text: string): string {
  return text.replace(unwanted, '').toWellFormed();
}

/** One line of at most `maxLength` UTF-16 units. */
export const line = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => plain(text).replace(/\s+/g, ' ').trim()),
    v.maxLength(maxLength),
  );

/** Text of several lines, at most `maxLength` UTF-16 units. */
export const prose = (maxLength: number) => v.pipe(v.string(), v.transform(plain), v.maxLength(maxLength));

/** `text` cut to `maxLength` UTF-16 units without splitting a surrogate pair. */
export function cut(text: string, maxLength: number): string {
  return text.length <= maxLength
    ? text
    : text
        .slice(0, maxLength)
        .toWellFormed()
        .replace(/\ufffd$/, '');
}

/** The form in which texts are searched: lower case, without diacritics (ä = a). */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
