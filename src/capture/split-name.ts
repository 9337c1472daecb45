import type { EmailAddress } from '../domain/email-address.ts';
import { cut, plain } from '../domain/text.ts';

const longestName = 100;
const quotes = /^["'`´‘’‚“”„«»\s]+|["'`´‘’‚“”„«»\s]+$/gu;
/** What may follow the comma of a name without being a first name. */
const afterComma =
  /^(jr|sr|ii|iii|iv|ph\.?d|m\.?d|mba|msc|bsc|dds|esq|cpa|oy|oyj|ab|abp|ky|tmi|ry|ltd|llc|llp|plc|inc|corp|co|gmbh|ag|kg|se|sa|as|a\/s|aps|bv|nv|srl|spa)\.?$/iu;

/**
 * The name to give a new contact, from what a mail client shows and the address: `Ortiz, Bob`, `'Bob Ortiz'` and
 * `Bob Ortiz (Harbour & Pine)` all give `Bob Ortiz`. Where the name is missing or is an address again, it comes from the
 * address' local part. Never empty, at most 100 units.
 */
export function splitName(shown: string, address: EmailAddress): string {
  const bare = withoutAdditions(plain(shown).replace(/\s+/g, ' '));
  const name = bare === '' || bare.includes('@') ? fromLocalPart(address) : inSpokenOrder(bare);
  return cut(name, longestName).trim() || cut(address, longestName);
}

/** Takes off quotes, trailing brackets and what follows a bar or slash: company, department, "via …". */
function withoutAdditions(name: string): string {
  let bare = name.replace(quotes, '');
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare
      .replace(/^[([{][^()[\]{}]*[)\]}]\s*(?=\S)/u, '')
      .replace(/\s*[([{][^()[\]{}]*[)\]}]\s*$/u, '')
      .replace(/\s+(\||\/|\\|•|·|–|—)\s.*$/u, '')
      .replace(/\s+via\s.+$/iu, '')
      .replace(quotes, '');
  }
  return bare;
}

function inSpokenOrder(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  const [last = '', first = ''] = parts;
  if (parts.length !== 2 || last === '' || first === '') return name;
  const looksLikeName = (part: string) => part.split(' ').length <= 3 && !/[\d&]/u.test(part);
  return looksLikeName(last) && looksLikeName(first) && !afterComma.test(first) ? `${first} ${last}` : name;
}

/** `bob.ortiz+crm` gives `Bob Ortiz`; initials get a dot. */
function fromLocalPart(address: EmailAddress): string {
  const local = address
    .slice(0, address.lastIndexOf('@'))
    .replace(/^"|"$/g, '')
    .replace(/(?<=.)\+.*$/u, '');
  const words = local.split(/[._\s]+/u).filter((word) => word !== '');
  const several = words.length > 1;
  return words
    .map((word) => (several && /^\p{L}$/u.test(word) ? `${word.toUpperCase()}.` : capitalised(word)))
    .join(' ');
}

function capitalised(word: string): string {
  return word.replace(/(^|-)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
