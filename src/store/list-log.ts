import { reads } from '../domain/commands/command.ts';
import type { Contact } from '../domain/contact.ts';
import type { ContactId } from '../domain/ids.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import { type LogFilter, passes } from '../domain/log-filter.ts';
import { byId, refKey } from '../domain/ref.ts';
import { textsOf, textsOfComment } from '../domain/searched-texts.ts';
import { holdsWords, soughtWords } from '../domain/sought-words.ts';
import { pageOf, withPending } from './entry-page.ts';
import { familyOf } from './family-of.ts';
import type { EntryPage, ListedEntry, ShownEntry, StoreReader } from './local-store.ts';
import { placeOf } from './place.ts';
import { shownRows } from './shown-rows.ts';
import type { Read, Tables } from './tables.ts';

/**
 * How many entries are looked at in one read where few of them may pass: small enough that neither the page nor a click
 * that waits to be written stands still meanwhile.
 */
const sliceSize = 150;

/** The reads of the log's list. */
export function createLogLister(read: Read): Pick<StoreReader, 'list' | 'listed'> {
  const familyIn = async (filter: LogFilter) => {
    const { contact } = filter;
    return contact === undefined ? undefined : read((tables) => familyOf(tables, contact));
  };
  return {
    async list(filter, { limit, before }) {
      const family = await familyIn(filter);
      const { text, contact, ...others } = filter;
      const sought = soughtWords(text ?? '');
      const isSifted = sought.length > 0 || Object.values(others).some((part) => part !== undefined);
      const found: ListedEntry[] = [];
      const known: KnownContacts = new Map();
      let at = before ?? afterLast(filter);
      while (true) {
        const slice = await read(async (tables) => {
          const page = await slicePage(tables, family, { limit: isSifted ? sliceSize : limit + 1, before: at });
          const passing = page.entries.filter(({ entry }) => passes(entry, filter, family));
          const named = await withNames(tables, passing, known);
          const kept = named.filter((one) => holds(one, sought));
          return { entries: await withState(tables, kept), next: page.next };
        });
        found.push(...slice.entries);
        const shown = found.slice(0, limit);
        const last = shown.at(-1);
        if (found.length > limit && last) return { entries: shown, next: placeOf(last.entry) };
        if (slice.next === null || isBefore(slice.next, filter)) return { entries: shown, next: null };
        at = slice.next;
      }
    },
    async listed(filter, ids) {
      const family = await familyIn(filter);
      return read(async (tables) => {
        const shown = await withPending(tables, await shownRows(tables).get('entry', ids));
        const passing = shown.filter(({ entry }) => passes(entry, filter, family));
        return withState(tables, await withNames(tables, passing, new Map()));
      });
    },
  };
}

function slicePage(
  tables: Tables,
  family: ReadonlySet<ContactId> | undefined,
  page: { limit: number; before: string | undefined },
): Promise<EntryPage> {
  if (family === undefined)
    return pageOf(
      tables,
      page,
      ['entries'],
      ({ postponed }) => !postponed,
      (before, limit) => tables.newestEntries(before, limit),
    );
  const concerns = ({ contactId, companyId }: LogEntry) =>
    family.has(contactId) || (companyId !== null && family.has(companyId));
  return pageOf(
    tables,
    page,
    [...family].map((id) => `history:${id}`),
    (entry) => !entry.postponed && concerns(entry),
    (before, limit) => tables.entriesWith([...family], before, limit),
  );
}

/** An entry with the texts that it is found by. */
type Named = Omit<ListedEntry, 'followUp' | 'isRefused'>;

/** Contacts that were read, so that going through many entries asks for each once. */
type KnownContacts = Map<ContactId, Contact | undefined>;

async function withNames(tables: Tables, shown: readonly ShownEntry[], known: KnownContacts): Promise<Named[]> {
  if (shown.length === 0) return [];
  const rows = shownRows(tables);
  const contactIds = shown.flatMap(({ entry }) => [entry.contactId, entry.companyId ?? entry.contactId]);
  const missing = [...new Set(contactIds)].filter((id) => !known.has(id));
  const [contacts, comments] = await Promise.all([
    rows.get('contact', missing),
    rows.commentsOf(shown.map(({ entry }) => entry.id)),
  ]);
  for (const id of missing) known.set(id, undefined);
  for (const contact of contacts) known.set(contact.id, contact);
  const ordered = comments.sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1));
  return shown.map((one) => {
    const { id, contactId, companyId } = one.entry;
    return {
      ...one,
      contact: known.get(contactId),
      company: companyId === null || companyId === contactId ? undefined : known.get(companyId),
      comments: ordered.filter(({ entryId }) => entryId === id),
    };
  });
}

function holds({ entry, contact, company, comments }: Named, sought: readonly string[]): boolean {
  if (sought.length === 0) return true;
  const names = [contact?.name ?? '', company?.name ?? ''];
  const { open, withAudience } = textsOf(entry);
  return holdsWords([...open, ...withAudience, ...names, ...comments.flatMap(textsOfComment)], sought);
}

/** The rest of what a line names; read only for what is in the list. */
async function withState(tables: Tables, named: readonly Named[]): Promise<ListedEntry[]> {
  if (named.length === 0) return [];
  const contactIds = [...new Set(named.map(({ entry }) => entry.contactId))];
  const [followUps, refused] = await Promise.all([
    shownRows(tables).followUpsWith(contactIds),
    touchedByRefused(tables),
  ]);
  const open = followUps.filter(({ closed }) => closed === null).sort((a, b) => (a.due < b.due ? -1 : 1));
  return named.map((one) => ({
    ...one,
    followUp: open.find(({ entryId }) => entryId === one.entry.id),
    isRefused: refused.has(refKey(byId('entry', one.entry.id))),
  }));
}

async function touchedByRefused(tables: Tables): Promise<ReadonlySet<string>> {
  return new Set((await tables.refusedCommands()).flatMap(({ command }) => reads(command).map(refKey)));
}

/** Days are of the interaction's own zone, so an entry's instant may be up to a day from them. */
const dayMs = 86_400_000;
/** Later instants are written otherwise, and would come before all others. */
const lastInstant = Date.parse('9999-12-31T23:59:59.999Z');
const dayAway = (day: string, days: number) =>
  new Date(Math.min(Date.parse(day) + days * dayMs, lastInstant)).toISOString();

/** The place after which nothing can pass the filter's last day. */
function afterLast({ to }: LogFilter): string | undefined {
  return to === undefined ? undefined : dayAway(to, 2);
}

function isBefore(place: string, { from }: LogFilter): boolean {
  return from !== undefined && place < dayAway(from, -1);
}
