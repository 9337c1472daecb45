import { parseEmailAddress } from '../../../domain/email-address.ts';
import { fromCell } from '../../../domain/formula-safe.ts';
import { fold } from '../../../domain/text.ts';
import type { ColumnTarget, Mapping } from './columns.ts';
import { blankRaw, type RawContact, type UnreadablePart } from './raw-contact.ts';
import type { TableRow } from './read-csv.ts';

const companyWords = new Set(['company', 'organization', 'organisation', 'org', 'yritys', 'kontaktiyritys', 'organisaatio', 'foretag', 'firma', 'unternehmen']); // biome-ignore format: a list
const yesWords = new Set(['1', 'x', 'yes', 'true', 'kylla', 'on', 'ja', 'sant', 'wahr', 'tosi']);

/** The contact that a row holds when its columns are taken as `mapping` says. */
export function rawFromRow({ line, cells, isBroken }: TableRow, mapping: Mapping): RawContact | UnreadablePart {
  if (isBroken) return { line, unreadable: true };
  const raw = blankRaw(line);
  const of = (wanted: ColumnTarget) =>
    mapping.flatMap((target, at) => {
      const cell = target === wanted ? fromCell(cells[at] ?? '').trim() : '';
      return cell === '' ? [] : [cell];
    });
  const one = (target: ColumnTarget) => of(target)[0] ?? '';
  const [email = '', ...more] = of('email').flatMap(addresses);
  raw.name = one('name') || [one('first-name'), one('last-name')].filter(Boolean).join(' ');
  raw.companyName = one('company');
  raw.email = email;
  raw.otherEmails = [...more, ...of('other-email').flatMap(addresses)];
  raw.phones = of('phone');
  raw.domains = of('domain')
    .flatMap((cell) => cell.split(/[\s;,]+/))
    .flatMap((text) => hostOf(text));
  raw.salesperson = one('salesperson');
  raw.correspondenceType = one('correspondence');
  raw.language = one('language');
  raw.privacyBlocked = yesWords.has(fold(one('privacy')));
  const isCompany = companyWords.has(fold(one('type'))) || (raw.name === '' && raw.companyName !== '');
  if (isCompany) {
    raw.type = 'company';
    raw.name = raw.name || raw.companyName;
    raw.companyName = '';
  }
  return raw;
}

/** A cell is one address, or several with marks between. */
function addresses(cell: string): string[] {
  if (parseEmailAddress(cell)) return [cell];
  return cell.split(/[\s;,]+/).filter((part) => part !== '');
}

/** The domain of a web address, or what is a domain already. */
export function hostOf(text: string): string[] {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\./, '');
  return host === '' ? [] : [host];
}
