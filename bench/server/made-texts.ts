/** Numbers from 0 to 1 that look like chance and are the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const syllables = [
  'ka',
  'lo',
  'ri',
  'ten',
  'mu',
  'sa',
  'vel',
  'po',
  'hin',
  'da',
  'tor',
  'ne',
  'gri',
  'bas',
  'ul',
  'mer',
];
const vocabulary = Array.from({ length: 20_000 }, (_, at) => {
  let word = '';
  for (let rest = at + 16; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length];
  return word;
});

/** Words that stand in many texts, and in how many of a hundred. */
export const commonWords = { quote: 40, delivery: 25, contract: 8 } as const;

/** So many words, the rarer the further back they stand in a vocabulary of 20,000, and some of those in many texts. */
export function madeText(random: () => number, length: number): string {
  const words = Array.from({ length }, () => vocabulary[Math.floor(random() ** 4 * vocabulary.length)] ?? '');
  for (const [word, share] of Object.entries(commonWords)) if (random() * 100 < share) words.push(word);
  return words.join(' ');
}

/** The name of a contact: one of 20,000, by its number. */
export function madeName(number: number): string {
  return `${vocabulary[number % 997]} ${vocabulary[vocabulary.length - 1 - (number % vocabulary.length)]}`;
}

const kinds = ['tenant', 'user', 'contact', 'entry', 'item', 'command'] as const;

/** A UUID v7-shaped id that tells which one of its kind it is. */
export function uuidOf<Id extends string>(kind: (typeof kinds)[number], number: number): Id {
  return `0190${kinds.indexOf(kind)}000-0000-7000-8000-${number.toString(16).padStart(12, '0')}` as Id; // has the checked form
}
