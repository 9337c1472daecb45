import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** An entry's words, by its place in time. Words are opaque here: letters and digits that say whose they are. */
export interface WordsAt {
  place: number;
  words: readonly string[];
}

/** A word that is looked for: as a whole or as the beginning of one. */
export interface Sought {
  word: string;
  isBeginning: boolean;
}

/** What finds entries by their words, as the database at hand does it; part of its transactions. */
export interface TextIndex {
  /** Puts these words in the place of those that were there. */
  write(db: Kysely<Tables>, entries: readonly WordsAt[]): Promise<void>;
  /** At most `most` places below `range.below` and not below `range.from`, the highest first, that have a word of each group. */
  find(
    db: Kysely<Tables>,
    groups: readonly (readonly Sought[])[],
    range: { below: number; from: number },
    most: number,
  ): Promise<number[]>;
}
