import { addressesOf } from '../../domain/addresses-of.ts';
import type { Contact } from '../../domain/contact.ts';
import { foldedWords, joinDigits } from '../../domain/sought-words.ts';
import { fold } from '../../domain/text.ts';

const mostWords = 60;
const longestWord = 80;

/** The folded words that a contact is found by: of its names, its company's name, its addresses, domains and phones. */
export function searchWords(contact: Contact, companyName: string): string[] {
  const texts = [contact.name, companyName, ...addressesOf(contact), ...contact.domains];
  const words = texts.flatMap((text) => [...spaced(text), ...foldedWords(text)]);
  const all = new Set([...words, ...contact.phones.flatMap(phoneWords)].map((word) => word.slice(0, longestWord)));
  return [...all].slice(0, mostWords);
}

/**
 * The words of what somebody types into a search field. Each begins some word of what is found: an address as it is, all
 * else without the marks in it, and a number in one piece.
 */
export function queryWords(query: string): string[] {
  const words = spaced(joinDigits(query)).flatMap((word) => (word.includes('@') ? [word] : foldedWords(word)));
  return [...new Set(words.map((word) => word.slice(0, longestWord)))].slice(0, 8);
}

/** Words as spaces part them, without punctuation around them. */
function spaced(text: string): string[] {
  return fold(text)
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
}

/**
 * Its groups of digits, all digits from each group on, and for a number with a country code the numbers that may be
 * dialled within the country: country codes have one to three digits and are not told apart here.
 */
function phoneWords(phone: string): string[] {
  const groups = phone.match(/\d+/g) ?? [];
  const tails = groups.map((_, at) => groups.slice(at).join(''));
  const digits = tails[0] ?? '';
  const national = phone.trim().startsWith('+') ? [1, 2, 3].map((length) => `0${digits.slice(length)}`) : [];
  return [...groups, ...tails, ...national];
}
