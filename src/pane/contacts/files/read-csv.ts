import type { ParseResult, Parser } from 'papaparse';
import type { Breathe } from './in-slices.ts';

/** A row of a table, and the line of the file on which it begins, counted from 1. */
export interface TableRow {
  line: number;
  cells: string[];
}

const chunkSize = 32_768;
const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Reads delimited text row by row, a slice at a time; empty rows are left out. `most` ends it early, for a preview.
 * Rejects when `breathe` does.
 */
export async function readCsv(text: string, breathe: Breathe, most = Number.POSITIVE_INFINITY): Promise<TableRow[]> {
  const { default: papa } = await import('papaparse');
  const rows: TableRow[] = [];
  let line = 1;
  await new Promise<void>((resolve, reject) => {
    // Its types know `chunk` for files only; it does the same for text.
    const config = {
      delimiter: delimiterOf(text),
      chunkSize,
      chunk: ({ data }: ParseResult<string[]>, parser: Parser) => {
        for (const cells of data) {
          if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
          line += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
        }
        if (rows.length >= most) {
          parser.abort();
          resolve();
          return;
        }
        parser.pause();
        Promise.resolve()
          .then(breathe)
          .then(() => parser.resume())
          .catch((error: unknown) => {
            parser.abort();
            reject(error);
          });
      },
      complete: () => resolve(),
      error: reject,
    };
    papa.parse<string[]>(text.replace(/^\ufeff/, ''), config);
  });
  return Number.isFinite(most) ? rows.slice(0, most) : rows;
}

/** The mark that stands most often between cells in the first lines; what is within quotes does not count. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 4_000).replace(/"[^"]*"/g, '');
  const [first = ''] = start.split(/\r\n|\n|\r/);
  const counted = delimiters.map((mark) => ({ mark, count: first.split(mark).length - 1 }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

function breaksIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}
