import type { ParseResult, Parser } from 'papaparse';
import type { Breathe } from './in-slices.ts';

/** A row of a table, and the line of the file on which it begins, counted from 1. */
export interface TableRow {
  line: number;
  cells: string[];
  /** Its quotes don't match: what its cells are can't be told. */
  isBroken?: boolean;
}

const chunkSize = 32_768;
const delimiters = [',', ';', '\t', '|'] as const;
/** How often the reading begins anew after a quote that was not closed; a file with more of them is no table. */
const mostAnew = 100;

/**
 * Reads delimited text row by row, a slice at a time; empty rows are left out. `most` ends it early, for a preview. A row
 * whose quotes don't match is broken, and the next line begins a row again: a quote that was not closed swallows nothing.
 * Rejects when `breathe` does.
 */
export async function readCsv(text: string, breathe: Breathe, most = Number.POSITIVE_INFINITY): Promise<TableRow[]> {
  const { default: papa } = await import('papaparse');
  const rows: TableRow[] = [];
  const delimiter = delimiterOf(text);

  /** Reads from a line on; gives where to begin anew. */
  const readFrom = (from: { line: number; at: number }, isLast: boolean) =>
    new Promise<{ line: number; at: number } | undefined>((resolve, reject) => {
      let { line } = from;
      // Its types know `chunk` for files only; it does the same for text.
      const config = {
        delimiter,
        chunkSize,
        chunk: ({ data, errors }: ParseResult<string[]>, parser: Parser) => {
          const broken = new Set(
            errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : [])),
          );
          for (const [index, cells] of data.entries()) {
            const next = line + 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
            if (broken.has(index)) {
              rows.push({ line, cells: [], isBroken: true });
              const at = next > line + 1 && !isLast ? startOfLine(text, from, line + 1) : undefined;
              if (at !== undefined) {
                resolve({ line: line + 1, at });
                parser.abort();
                return;
              }
            } else if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
            line = next;
          }
          if (rows.length >= most) {
            resolve(undefined);
            parser.abort();
            return;
          }
          parser.pause();
          Promise.resolve()
            .then(breathe)
            .then(() => parser.resume())
            .catch((error: unknown) => {
              reject(error);
              parser.abort();
            });
        },
        complete: () => resolve(undefined),
        error: reject,
      };
      papa.parse<string[]>(text.slice(from.at).replace(/^\ufeff/, ''), config);
    });

  let from: { line: number; at: number } | undefined = { line: 1, at: 0 };
  for (let anew = 0; from !== undefined; anew += 1) from = await readFrom(from, anew === mostAnew);
  return Number.isFinite(most) ? rows.slice(0, most) : rows;
}

/** Where a line begins that comes after `from`; undefined where lines end otherwise than we know. */
function startOfLine(text: string, from: { line: number; at: number }, line: number): number | undefined {
  let { at } = from;
  for (let now = from.line; now < line; now += 1) {
    const end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    at = end + 1;
  }
  return at;
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
