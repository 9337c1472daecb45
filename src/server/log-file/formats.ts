import { toCell } from '../../domain/formula-safe.ts';
import { columns, type InWords } from './columns.ts';
import type { ListedEntry } from './listed-entries.ts';

/** How entries become a file: what stands before them all, the pieces, and what stands behind. */
export interface LogFileFormat {
  media: string;
  extension: string;
  head(): string;
  piece(entries: readonly ListedEntry[], isFirst: boolean): string;
  tail(): string;
}

/** For spreadsheets, as those of the language part cells: marked as UTF-8, every cell quoted, none that begins a formula. */
export function csvFormat(words: InWords): LogFileFormat {
  const { delimiter, headings } = words.texts;
  const keys = Object.keys(columns) as (keyof typeof columns)[]; // its own keys
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const line = (cells: readonly string[]) => `${cells.map(quoted).join(delimiter)}\r\n`;
  return {
    media: 'text/csv; charset=utf-8',
    extension: 'csv',
    head: () => `\ufeff${line(keys.map((key) => headings[key]))}`,
    piece: (entries) => entries.map((entry) => line(keys.map((key) => toCell(columns[key](entry, words))))).join(''),
    tail: () => '',
  };
}

/** For programs: an array of entries as on the wire, each with its contact, company and comments, one a line. */
export const jsonFormat: LogFileFormat = {
  media: 'application/json; charset=utf-8',
  extension: 'json',
  head: () => '[\n',
  piece: (entries, isFirst) =>
    entries
      .map(({ entry, contact = null, company = null, comments }, at) => {
        const comma = isFirst && at === 0 ? '' : ',\n';
        return `${comma}${JSON.stringify({ ...entry, contact, company, comments })}`;
      })
      .join(''),
  tail: () => '\n]\n',
};
