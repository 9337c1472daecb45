import { fold } from './text.ts';

const mostWords = 8;

/** The folded words of what somebody looks for; each begins some word of what is found. */
export function soughtWords(text: string): string[] {
  return [...new Set(foldedWords(text))].slice(0, mostWords);
}

/** What is typed, its numbers in one piece: whatever stands between their digits. */
export function joinDigits(typed: string): string {
  return typed.replace(/(?<=\d)[\s()/.-]+(?=\d)/g, '');
}

/** Whether each of `sought` begins a word of one of `texts`. */
export function holdsWords(texts: readonly string[], sought: readonly string[]): boolean {
  const folded = texts.map(fold);
  return sought.every((word) => folded.some((text) => startsWord(text, word)));
}

/** Looks for the letters first and only then at what stands before them: most texts hold no such letters at all. */
function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  return false;
}

export interface TextPart {
  text: string;
  isSought: boolean;
}

/** `text` in parts, so that what was looked for can be marked: the beginnings of words. */
export function markSought(text: string, sought: readonly string[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const found of sought.length === 0 ? [] : text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const length = Math.max(...sought.map((word) => lengthOf(found[0], word)));
    if (length === 0) continue;
    if (found.index > at) parts.push({ text: text.slice(at, found.index), isSought: false });
    at = found.index + length;
    parts.push({ text: text.slice(found.index, at), isSought: true });
  }
  if (at < text.length) parts.push({ text: text.slice(at), isSought: false });
  return parts;
}

/** How much of `word` as it is written `sought` begins, for folding may change its length. */
function lengthOf(word: string, sought: string): number {
  if (!fold(word).startsWith(sought)) return 0;
  let length = 0;
  for (const letter of word) {
    length += letter.length;
    if (fold(word.slice(0, length)).length >= sought.length) break;
  }
  return length;
}

/** The words of `text`, folded; what is looked for is compared with them. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
