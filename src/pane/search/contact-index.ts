import MiniSearch from 'minisearch';
import { addressesOf } from '../../domain/addresses-of.ts';
import type { Contact } from '../../domain/contact.ts';
import type { ContactId } from '../../domain/ids.ts';
import { joinDigits } from '../../domain/sought-words.ts';
import { fold } from '../../domain/text.ts';

/** Contacts by the words in their name, company, addresses and numbers; ä = a. */
export interface ContactIndex {
  add(contact: Contact, companyName: string): void;
  remove(id: ContactId): void;
  /**
   * The best first: every word of `query`, in any order, begins a word of the contact. Where these are fewer than `limit`,
   * then contacts in which each stands anywhere.
   */
  find(query: string, limit: number): ContactId[];
}

interface Indexed {
  id: ContactId;
  name: string;
  company: string;
  reach: string;
}

export function createContactIndex(): ContactIndex {
  const texts = new Map<ContactId, string>();
  const index = new MiniSearch<Indexed>({
    fields: ['name', 'company', 'reach'],
    processTerm: (term) => asSought(term) || null,
    searchOptions: { prefix: true, combineWith: 'AND', boost: { name: 2 } },
  });
  /** Puts contacts in which each word stands anywhere behind those that were `found`. */
  const within = (query: string, limit: number, found: ContactId[]): ContactId[] => {
    // The longest word is the rarest: most texts are left after one look.
    const words = query
      .split(/\s+/)
      .map(fold)
      .filter(Boolean)
      .sort((a, b) => b.length - a.length);
    if (words.length === 0) return found;
    const begun = new Set(found);
    for (const [id, text] of texts) {
      if (found.length >= limit) break;
      if (words.every((word) => text.includes(word)) && !begun.has(id)) found.push(id);
    }
    return found;
  };
  return {
    add(contact, company) {
      const { id, name, phones, domains } = contact;
      const reach = [...addressesOf(contact), ...phones, ...phones.flatMap(wholeNumbers), ...domains].join(' ');
      index.add({ id, name, company, reach });
      texts.set(id, fold(`${name} ${company} ${reach}`));
    },
    remove(id) {
      if (texts.delete(id)) index.discard(id);
    },
    find(typed, limit) {
      // A number is typed with any marks between its digits.
      const query = joinDigits(typed);
      const found = index.search(query).slice(0, limit);
      return within(
        query,
        limit,
        found.map(({ id }): ContactId => id),
      );
    },
  };
}

/** A word as it is compared. What comes before a number's first digit but zero only says how it is dialled. */
function asSought(word: string): string {
  const folded = fold(word);
  return /^\+?\d+$/.test(folded) ? folded.replace(/^\+?0*(?=\d)/, '') : folded;
}

/** A number in one piece, as it may be typed: with and without its country, whose code has one to three digits. */
function wholeNumbers(phone: string): string[] {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 7) return [digits];
  return phone.trim().startsWith('+') || digits.startsWith('00')
    ? [0, 1, 2, 3].map((country) => digits.replace(/^00/, '').slice(country))
    : [digits];
}
