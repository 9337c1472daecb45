import { addressesOf } from '../domain/addresses-of.ts';
import type { FollowUp } from '../domain/follow-up.ts';
import type { ContactId, EntryId } from '../domain/ids.ts';
import { isLive } from '../domain/is-live.ts';
import { sameItem } from '../domain/item-keys.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import { isOffered } from '../domain/offered.ts';
import type { Row } from '../domain/row.ts';
import { historyScope } from '../protocol/scope.ts';
import { pageOf, withPending } from './entry-page.ts';
import { familyOf } from './family-of.ts';
import type { HistoryPage, Setup, StoreReader } from './local-store.ts';
import { longestAgoFirst } from './longest-ago-first.ts';
import { byPlace } from './place.ts';
import { resolveAlias, shownRows } from './shown-rows.ts';
import type { KeptCommand, Read, Tables } from './tables.ts';

/** The reads of a store, each in its own transaction. */
export function createStoreReader(read: Read): StoreReader {
  return {
    contact: (id) =>
      read(async (tables) => {
        const rows = shownRows(tables);
        const [itself] = await rows.get('contact', [id]);
        return itself ?? (await rows.get('contact', [await resolveAlias(tables, 'contact', id)]))[0];
      }),
    contacts: () => read((tables) => shownRows(tables).contacts()),
    contactsAfter: (after, limit) => read((tables) => shownRows(tables).contactsAfter(after ?? '', limit)),
    contactsById: (ids) => read((tables) => shownRows(tables).get('contact', ids)),
    contactsMergedInto: (id) =>
      read(async (tables) => {
        const found = await shownRows(tables).contactsMergedInto(id);
        return found.filter(({ mergedInto }) => mergedInto === id);
      }),
    contactsByAddress: (addresses) =>
      read(async (tables) => {
        const found = await shownRows(tables).contactsByAddress(addresses);
        return found.filter(
          (contact) => isOffered(contact) && addressesOf(contact).some((one) => addresses.includes(one)),
        );
      }),
    companiesByDomain: (domains) =>
      read(async (tables) => {
        const found = await shownRows(tables).contactsByDomain(domains);
        return found.filter(
          (contact) =>
            contact.type === 'company' && isOffered(contact) && contact.domains.some((one) => domains.includes(one)),
        );
      }),
    setup: () => read(async (tables) => setupOf(await shownRows(tables).setup())),
    entry: (id) =>
      read(async (tables) => {
        const rows = shownRows(tables);
        const itself = await rows.get('entry', [id]);
        const entries = itself.length > 0 ? itself : await rows.get('entry', [await resolveAlias(tables, 'entry', id)]);
        const [shown] = await withPending(tables, entries);
        return shown;
      }),
    history: (contactId, page) => read((tables) => history(tables, contactId, page)),
    log: (page) =>
      read((tables) =>
        pageOf(
          tables,
          page,
          ['entries'],
          (entry) => !entry.postponed,
          (before, limit) => tables.newestEntries(before, limit),
        ),
      ),
    list: async (...of) => (await logLister(read)).list(...of),
    listed: async (...of) => (await logLister(read)).listed(...of),
    together: (run) => read((tables) => run(createStoreReader((inner) => inner(tables)))),
    postponed: (userId) =>
      read(async (tables) => {
        const found = await shownRows(tables).postponedOf(userId);
        const theirs = found.filter(
          (entry) => entry.postponed && entry.userId === userId && entry.canceled.length === 0,
        );
        return withPending(tables, theirs.sort(byPlace));
      }),
    followUps: (of) =>
      read(async (tables) => {
        const shown = shownRows(tables);
        if ('userId' in of) {
          const found = await shown.followUpsOfUser(of.userId);
          return found.filter(({ userId }) => userId === of.userId).sort(openFirst);
        }
        const family = await familyOf(tables, of.contactId);
        const found = await shown.followUpsWith([...family]);
        return found.filter((one) => concerns(one, family)).sort(openFirst);
      }),
    comments: (entryId) =>
      read(async (tables) => {
        const id = await resolveAlias(tables, 'entry', entryId);
        const comments = await shownRows(tables).commentsOf([id as EntryId]); // aliases keep the kind of an id
        return comments.sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1));
      }),
    item: (id) =>
      read(async (tables) => {
        const rows = shownRows(tables);
        let [item] = await rows.get('item', [id]);
        // The older one takes over, so this ends.
        while (item?.mergedInto) [item] = await rows.get('item', [item.mergedInto]);
        return item;
      }),
    itemByKeys: (keys) =>
      read(async (tables) => {
        const shown = shownRows(tables);
        const found = await shown.itemsByKeys(keys);
        const same = found.filter((item) => item.mergedInto === null && sameItem(item.keys, keys));
        const entries = await withPending(
          tables,
          await shown.get(
            'entry',
            same.flatMap((item) => item.entries.map(({ entryId }) => entryId)),
          ),
        );
        const isLogged = (id: string) => entries.some(({ entry }) => entry.itemId === id && isLive(entry));
        const [item] = same.sort((a, b) => Number(isLogged(b.id)) - Number(isLogged(a.id)) || (a.id < b.id ? -1 : 1));
        if (!item) return undefined;
        const own = new Set<string>(item.entries.map(({ entryId }) => entryId));
        return { item, entries: entries.filter(({ entry }) => own.has(entry.id)) };
      }),
    commands: () => read(async (tables) => (await tables.commands()).map(storedCommand)),
    command: (id) => read(async (tables) => (await tables.commandsById([id])).map(storedCommand)[0]),
    refused: () => read(async (tables) => (await tables.refusedCommands()).map(storedCommand)),
    outbox: (limit) => read(async (tables) => (await tables.waitingCommands(limit)).map(storedCommand)),
    erasedWork: () => read((tables) => tables.erasedWork()),
    counts: () => read((tables) => tables.commandCounts()),
    cursor: (scope) => read(async (tables) => (await tables.scope(scope))?.cursor),
    older: (scope) => read(async (tables) => (await tables.scope(scope))?.older),
    unstartedScopes: () =>
      read(async (tables) => {
        const scopes = await tables.scopes();
        return scopes.filter(({ cursor }) => cursor === undefined).map(({ scope }) => scope);
      }),
    seen: () => read((tables) => tables.seen()),
    clockOff: () => read((tables) => tables.clockOff()),
    scopes: () =>
      read(async (tables) => {
        const scopes = await tables.scopes();
        return scopes.sort((a, b) => longestAgoFirst(b, a)).map(({ scope }) => scope);
      }),
  };
}

/** The list's program: much, and not needed for what is shown first. */
async function logLister(read: Read): Promise<Pick<StoreReader, 'list' | 'listed'>> {
  return (await import('./list-log.ts')).createLogLister(read);
}

function storedCommand({ seq, command, state, refusal, about }: KeptCommand) {
  return { seq, command, state, ...(refusal ? { refusal } : {}), ...(about ? { about } : {}) };
}

function setupOf(rows: readonly Row[]): Setup {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    groups: rows.filter((row) => row.kind === 'group').sort(byId),
    templates: rows.filter((row) => row.kind === 'template').sort(byId),
    templateSetup: rows.find((row) => row.kind === 'template-setup'),
    campaigns: rows.filter((row) => row.kind === 'campaign').sort(byId),
    salespeople: rows.filter((row) => row.kind === 'salesperson').sort(byId),
    workspace: rows.find((row) => row.kind === 'workspace'),
  };
}

function concerns(row: Pick<LogEntry, 'contactId' | 'companyId'>, family: ReadonlySet<ContactId>): boolean {
  return family.has(row.contactId) || (row.companyId !== null && family.has(row.companyId));
}

/** Open ones by when they are due, then closed ones, the last closed first. */
function openFirst(a: FollowUp, b: FollowUp): number {
  if (a.closed === null || b.closed === null) {
    if (a.closed !== null) return 1;
    if (b.closed !== null) return -1;
    return a.due < b.due || (a.due === b.due && a.id < b.id) ? -1 : 1;
  }
  return a.closed.at > b.closed.at || (a.closed.at === b.closed.at && a.id < b.id) ? -1 : 1;
}

async function history(
  tables: Tables,
  contactId: ContactId,
  page: { limit: number; before?: string | undefined; alone?: boolean | undefined },
): Promise<HistoryPage> {
  const pageFor = (family: ReadonlySet<ContactId>) =>
    pageOf(
      tables,
      page,
      [...family].map((id) => `history:${id}`),
      (entry) => !entry.postponed && concerns(entry, family),
      (before, limit) => tables.entriesWith([...family], before, limit),
    );
  // Nearly always a contact stands for itself alone, so its page is read in the same turn.
  const itself = new Set([contactId]);
  const [ofAlone, family, scope] = await Promise.all([
    pageFor(itself),
    familyOf(tables, contactId),
    tables.scope(historyScope(contactId)),
  ]);
  const isAlone = page.alone || (family.size === 1 && family.has(contactId));
  const shown = isAlone ? ofAlone : await pageFor(family);
  return { ...shown, wholeTo: scope?.wholeTo };
}
