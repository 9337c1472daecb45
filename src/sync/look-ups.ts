import type { Contact } from '../domain/contact.ts';
import type { Actor, Alias } from '../domain/decision.ts';
import type { EntryId } from '../domain/ids.ts';
import { isLive } from '../domain/is-live.ts';
import type { ItemKey } from '../domain/item.ts';
import { fold } from '../domain/text.ts';
import { ContactsResponse, EntryResponse, ItemsResponse } from '../protocol/look-up.ts';
import { type StatisticsQuery, StatisticsResponse } from '../protocol/statistics.ts';
import type { LocalStore } from '../store/local-store.ts';
import type { Answered, AskServer } from './ask-server.ts';

/** Longest query that is sent, in characters: servers and proxies cut addresses off beyond some thousands. */
const longestQuery = 6_000;

/** Asks the server for what this device need not hold; what it gives is taken into the store. */
export function createLookUps({ store, ask, actor }: { store: LocalStore; ask: AskServer; actor: Actor }) {
  return {
    /** Whether a live entry is known for the item with these keys. */
    async item(keys: readonly ItemKey[], signal: AbortSignal): Promise<Answered<boolean>> {
      let query = '';
      for (const key of keys) {
        const more = `${query === '' ? '' : '&'}${new URLSearchParams({ key })}`;
        if (query.length + more.length <= longestQuery) query += more;
      }
      const answer = await ask(`/v1/items?${query}`, ItemsResponse, { signal });
      if (!answer.ok) return answer;
      const { rows } = answer.value;
      await store.takeRows(rows, actor);
      return { ok: true, value: rows.some((row) => row.kind === 'entry' && isLive(row)) };
    },
    /** Whether there is an entry with this id. */
    async entry(id: EntryId, signal: AbortSignal): Promise<Answered<boolean>> {
      const answer = await ask(`/v1/entries/${id}`, EntryResponse, { signal });
      if (!answer.ok) return answer;
      const { rows, aliases } = answer.value;
      await store.takeRows(rows, actor, aliases as Alias[]); // an alias leads to an id of its own kind
      return { ok: true, value: rows.length > 0 };
    },
    statistics({ by, from, to, contact }: StatisticsQuery, signal: AbortSignal): Promise<Answered<StatisticsResponse>> {
      const query = new URLSearchParams({ by });
      for (const [name, value] of Object.entries({ from, to, contact }))
        if (value !== undefined) query.set(name, value);
      return ask(`/v1/statistics?${query}`, StatisticsResponse, { signal });
    },
    /** The contacts that the words are about, without the companies that only come along with their people. */
    async contacts(words: string, signal: AbortSignal): Promise<Answered<Contact[]>> {
      const query = new URLSearchParams({ q: words.slice(0, 200), limit: '30' });
      const answer = await ask(`/v1/contacts?${query}`, ContactsResponse, { signal });
      if (!answer.ok) return answer;
      const { rows } = answer.value;
      await store.takeRows(rows, actor);
      const contacts = rows.filter((row) => row.kind === 'contact');
      const employers = new Set(contacts.map(({ id, companyId }) => (companyId === id ? null : companyId)));
      const wanted = wordsOf(words);
      const value = contacts.filter((contact) => !employers.has(contact.id) || isAbout(contact, wanted));
      return { ok: true, value };
    },
  };
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function isAbout({ name, email, otherEmails, phones, domains }: Contact, wanted: readonly string[]): boolean {
  const own = wordsOf([name, email, ...otherEmails, ...phones, ...domains].join(' '));
  return wanted.every((word) => own.some((one) => one.startsWith(word)));
}
