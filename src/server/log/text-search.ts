import type { Kysely } from 'kysely';
import { soughtWords } from '../../domain/sought-words.ts';
import type { Principal } from '../log-store.ts';
import { cutWord, soughtContact, soughtText } from './entry-words.ts';
import type { Tables } from './tables.ts';
import type { Sought } from './text-index.ts';

/** Contacts that a word may stand for in the text index. */
const mostContacts = 300;

export interface TextSearch {
  /** An entry must have a word of each group. */
  groups: Sought[][];
  /** Words that are to be looked for in the texts themselves: they begin the names of too many contacts. */
  others: string[];
}

/** What the words of `text` are in the text index: words of entries, and the contacts that have such a name now. */
export async function textSearch(
  db: Kysely<Tables>,
  principal: Principal,
  tenantNo: number,
  text: string,
): Promise<TextSearch> {
  const search: TextSearch = { groups: [], others: [] };
  for (const word of soughtWords(text)) {
    const begins = cutWord(word);
    const named = await db
      .selectFrom('contact_name')
      .select('contact_id')
      .distinct()
      .where('tenant', '=', principal.tenantId)
      .where('word', '>=', begins)
      .where('word', '<', `${begins}\u{10ffff}`)
      .limit(mostContacts + 1)
      .execute();
    if (named.length > mostContacts) search.others.push(word);
    else
      search.groups.push([
        ...soughtText(tenantNo, principal, word),
        ...named.map(({ contact_id }) => soughtContact(tenantNo, contact_id)),
      ]);
  }
  return search;
}
