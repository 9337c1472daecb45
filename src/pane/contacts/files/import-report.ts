import { toCell } from '../../../domain/formula-safe.ts';
import type { Breathe } from './in-slices.ts';

interface ReportRow {
  line: number;
  name: string;
  why: string;
  value: string;
}

const rowsAtOnce = 500;

/** Every line that was not taken and why, as a table for a spreadsheet; no cell begins a formula. */
export async function importReport(
  rows: readonly ReportRow[],
  headings: Record<keyof ReportRow, string>,
  delimiter: ',' | ';',
  breathe: Breathe,
): Promise<string> {
  const { default: papa } = await import('papaparse');
  const columns = ['line', 'name', 'why', 'value'] as const;
  const all = [headings, ...rows];
  const parts: string[] = [];
  for (let at = 0; at < all.length; at += rowsAtOnce) {
    const table = all.slice(at, at + rowsAtOnce).map((row) => columns.map((column) => toCell(String(row[column]))));
    parts.push(`${papa.unparse(table, { delimiter, newline: '\r\n' })}\r\n`);
    await breathe();
  }
  return `\ufeff${parts.join('')}`;
}
