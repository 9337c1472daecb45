import { type Kysely, sql } from 'kysely';
import { soughtWords } from '../../domain/sought-words.ts';
import type { Principal } from '../log-store.ts';
import type { Condition } from './entry-streams.ts';
import { cutWord, soughtContact, soughtText } from './entry-words.ts';
import type { Tables } from './tables.ts';
import type { Sought } from './text-index.ts';

/** So many contacts a word may stand for in the text index. */
const mostContacts = 300;

export interface TextSearch {
  /** An entry must have a word of each group. */
  groups: Sought[][];
  /** Words that begin the names of more contacts than a group may have. */
  broad: BroadWord[];
}

export interface BroadWord {
  /** What an entry must have one of, where its contact and company have no such name. */
  inTexts: Sought[];
  /** Whether the contact or the company of an entry has such a name now. */
  isNamed: Condition;
}

/** What the words of `text` are in the text index: words of entries, and the contacts that have such a name now. */
export async function textSearch(
  db: Kysely<Tables>,
  principal: Principal,
  tenantNo: number,
  text: string,
): Promise<TextSearch> {
  const search: TextSearch = { groups: [], broad: [] };
  for (const word of soughtWords(text)) {
    const begins = cutWord(word);
    const contacts = db
      .selectFrom('contact_name')
      .select('contact_id')
      .distinct()
      .where('tenant', '=', principal.tenantId)
      .where('word', '>=', begins)
      .where('word', '<', `${begins}\u{10ffff}`);
    const named = await contacts.limit(mostContacts + 1).execute();
    const inTexts = soughtText(tenantNo, principal, word);
    if (named.length <= mostContacts)
      search.groups.push([...inTexts, ...named.map(({ contact_id }) => soughtContact(tenantNo, contact_id))]);
    else
      search.broad.push({
        inTexts,
        isNamed: sql`(+contact_id in (${contacts}) or +company_id in (${contacts}))`,
      });
  }
  return search;
}
