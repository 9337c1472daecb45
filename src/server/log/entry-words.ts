import type { Comment } from '../../domain/comment.ts';
import type { UserId } from '../../domain/ids.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { textsOf, textsOfComment } from '../../domain/searched-texts.ts';
import { foldedWords } from '../../domain/sought-words.ts';
import type { Principal } from '../log-store.ts';
import type { Sought } from './text-index.ts';

/** Longer words are found by their beginning; what is looked for is cut alike. */
const longestWord = 40;

/**
 * How words lie in the text index. Each begins with its tenant (four characters) and with who may find by it, so that a
 * search sees only what its reader may:
 *
 * - `a`: all of the tenant;
 * - `m`: managers and admins; and the same once more as `u<user id>` for who wrote it;
 * - `c<contact id>`: the contact and the company, which are found by their names of now.
 */
export function entryWords(tenantNo: number, entry: LogEntry, comments: readonly Comment[]): string[] {
  const start = tenantStart(tenantNo);
  const words = new Set<string>();
  const add = (texts: readonly string[], prefixes: readonly string[]) => {
    for (const word of foldedWords(texts.join(' ')))
      for (const prefix of prefixes) words.add(`${start}${prefix}${cutWord(word)}`);
  };
  const readersOf = ({ audience, userId }: { audience: LogEntry['audience']; userId: UserId }) =>
    audience === 'team' ? ['a'] : ['m', authorPrefix(userId)];

  const { open, withAudience } = textsOf(entry);
  add(open, ['a']);
  add(withAudience, readersOf(entry));
  for (const comment of comments) add(textsOfComment(comment), readersOf(comment));
  words.add(`${start}${contactWord(entry.contactId)}`);
  if (entry.companyId !== null) words.add(`${start}${contactWord(entry.companyId)}`);
  return [...words];
}

/** What an entry must have one of to hold a word that begins with `word` for this reader, names aside. */
export function soughtText(tenantNo: number, { userId, role }: Principal, word: string): Sought[] {
  const hidden = role === 'salesperson' ? authorPrefix(userId) : 'm';
  return ['a', hidden].map((prefix) => ({
    word: `${tenantStart(tenantNo)}${prefix}${cutWord(word)}`,
    isBeginning: true,
  }));
}

/** What the entries of a contact, as person or as company, have one of. */
export function soughtContact(tenantNo: number, contactId: string): Sought {
  return { word: `${tenantStart(tenantNo)}${contactWord(contactId)}`, isBeginning: false };
}

/** How the words of a contact's name are kept and looked for. */
export function cutWord(word: string): string {
  return word.slice(0, longestWord).toWellFormed();
}

function tenantStart(no: number): string {
  return no.toString(36).padStart(4, '0');
}

function authorPrefix(userId: UserId): string {
  return `u${bare(userId)}`;
}

function contactWord(contactId: string): string {
  return `c${bare(contactId)}`;
}

function bare(uuid: string): string {
  return uuid.replaceAll('-', '');
}
