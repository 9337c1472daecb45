import type { Contact } from '../../../domain/contact.ts';
import { toCell } from '../../../domain/formula-safe.ts';
import { isOffered } from '../../../domain/offered.ts';
import type { Breathe } from './in-slices.ts';

/** The headings in the reader's language; `guessMapping` knows them all again. */
export interface ExportHeadings {
  type: string;
  name: string;
  company: string;
  email: string;
  otherEmail: string;
  phone: string;
  domain: string;
  salesperson: string;
  correspondence: string;
  language: string;
  privacy: string;
  /** How the type of a company and of a person is called. */
  types: Record<Contact['type'], string>;
  yes: string;
}

const rowsAtOnce = 200;

/**
 * All contacts that are offered, as delimited text that a spreadsheet opens: marked as UTF-8, a column for each further
 * value, and no cell that begins a formula.
 */
export async function exportCsv(
  contacts: readonly Contact[],
  headings: ExportHeadings,
  delimiter: ',' | ';',
  breathe: Breathe,
): Promise<string> {
  const { default: papa } = await import('papaparse');
  const shown = contacts.filter(isOffered);
  const names = new Map(contacts.map(({ id, name }) => [id, name]));
  const most = (of: (contact: Contact) => readonly string[]) =>
    shown.reduce((count, contact) => Math.max(count, of(contact).length), 1);
  const width = {
    otherEmails: most((contact) => contact.otherEmails),
    phones: most((contact) => contact.phones),
    domains: most((contact) => contact.domains),
  };
  const wide = (heading: string, count: number) => Array.from({ length: count }, () => heading);
  const padded = (values: readonly string[], count: number) =>
    Array.from({ length: count }, (_, at) => values[at] ?? '');
  const head = [
    headings.type,
    headings.name,
    headings.company,
    headings.email,
    ...wide(headings.otherEmail, width.otherEmails),
    ...wide(headings.phone, width.phones),
    ...wide(headings.domain, width.domains),
    headings.salesperson,
    headings.correspondence,
    headings.language,
    headings.privacy,
  ];
  const cellsOf = (contact: Contact): string[] => [
    headings.types[contact.type],
    contact.name,
    contact.companyId === null ? '' : (names.get(contact.companyId) ?? ''),
    contact.email,
    ...padded(contact.otherEmails, width.otherEmails),
    ...padded(contact.phones, width.phones),
    ...padded(contact.domains, width.domains),
    contact.salespersonCode ?? '',
    contact.correspondenceType,
    contact.language,
    contact.privacyBlocked ? headings.yes : '',
  ];
  const table = (rows: string[][]) => papa.unparse(rows, { delimiter, newline: '\r\n' });
  const parts = [table([head])];
  for (let at = 0; at < shown.length; at += rowsAtOnce) {
    const rows = shown.slice(at, at + rowsAtOnce).map((contact) => cellsOf(contact).map(toCell));
    parts.push(table(rows));
    await breathe();
  }
  return `\ufeff${parts.join('\r\n')}\r\n`;
}
