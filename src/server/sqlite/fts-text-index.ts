import { CompiledQuery } from 'kysely';
import { inSizes } from '../log/bulk-statements.ts';
import type { Sought, TextIndex } from '../log/text-index.ts';

/**
 * SQLite's own full-text index, `entry_text`. It keeps no texts, only which words lie where; a place that is taken from
 * the entries leaves it by a trigger. Its lists of places are in the order of time, so that the newest come first
 * without sorting.
 */
export const ftsTextIndex: TextIndex = {
  async write(db, entries) {
    // Rising places are taken in one go; each fall would write out what is there first.
    const rising = [...entries].sort((a, b) => a.place - b.place);
    for (const chunk of inSizes(rising)) {
      const marks = chunk.map(() => '(?, ?)').join(', ');
      const values = chunk.flatMap(({ place, words }) => [place, words.join(' ')]);
      await db.executeQuery(
        CompiledQuery.raw(`insert or replace into entry_text (rowid, words) values ${marks}`, values),
      );
    }
  },

  async find(db, groups, { below, from }, most) {
    const { rows } = await db.executeQuery<{ place: number }>(
      CompiledQuery.raw(
        `select rowid as place from entry_text
          where entry_text match ? and rowid < ? and rowid >= ? order by rowid desc limit ?`,
        [groups.map(anyOf).join(' AND '), below, from, most],
      ),
    );
    return rows.map(({ place }) => place);
  },
};

/** Words hold letters and digits only, so quoting them is enough. */
function anyOf(group: readonly Sought[]): string {
  return `(${group.map(({ word, isBeginning }) => `"${word}"${isBeginning ? ' *' : ''}`).join(' OR ')})`;
}
