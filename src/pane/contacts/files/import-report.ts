import { toCell } from './formula-safe.ts';

interface ReportRow {
  line: number;
  name: string;
  why: string;
  value: string;
}

/** Every line that was not taken and why, as a table for a spreadsheet; no cell begins a formula. */
export async function importReport(
  rows: readonly ReportRow[],
  headings: Record<keyof ReportRow, string>,
  delimiter: ',' | ';',
): Promise<string> {
  const { default: papa } = await import('papaparse');
  const columns = ['line', 'name', 'why', 'value'] as const;
  const table = [headings, ...rows].map((row) => columns.map((column) => toCell(String(row[column]))));
  return `\ufeff${papa.unparse(table, { delimiter, newline: '\r\n' })}\r\n`;
}
