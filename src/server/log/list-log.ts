import type { Kysely } from 'kysely';
import type { LogFilter } from '../../domain/log-filter.ts';
import type { Row, RowOf } from '../../domain/row.ts';
import { textsOf, textsOfComment } from '../../domain/searched-texts.ts';
import { holdsWords } from '../../domain/sought-words.ts';
import { visibleTo } from '../../domain/visible-to.ts';
import { type LogListResponse, mostListed } from '../../protocol/log-list.ts';
import type { Principal } from '../log-store.ts';
import type { BulkStatements } from './bulk-statements.ts';
import { readOlder, writeOlder } from './cursor.ts';
import { companionsOf } from './entry-companions.ts';
import { afterAll } from './entry-place.ts';
import { boundsOf, type FoundEntry, type NextSlice, streamSlices, textSlices } from './entry-slices.ts';
import { conditionsOf, streamsOf } from './entry-streams.ts';
import { soughtContact } from './entry-words.ts';
import { familyOf } from './family-of.ts';
import { parseBody } from './parse-body.ts';
import type { Tables } from './tables.ts';
import type { TextIndex } from './text-index.ts';
import { textSearch } from './text-search.ts';

export interface Reader {
  db: Kysely<Tables>;
  bulk: BulkStatements;
  text: TextIndex;
}

/**
 * How many entries one request looks at for those that pass: in growing steps, since mostly the first has a page full.
 * Where texts themselves must be read, in small ones.
 */
const steps = { conditions: [1_000, 19_000], texts: [200, 400, 800] };

/** A page of what the filter shows, newest first. */
export async function listLog(
  reader: Reader,
  principal: Principal,
  filter: LogFilter,
  page: { before?: string | undefined; limit: number },
): Promise<LogListResponse | 'unknown'> {
  const limit = Math.min(Math.max(Math.trunc(page.limit), 1), mostListed);
  const before = page.before === undefined ? afterAll : readOlder(page.before);
  if (before === undefined) return 'unknown';

  const { next, words } = await slicesOf(reader, principal, filter);
  const looks = words.length > 0 ? steps.texts : steps.conditions;
  const found: FoundEntry[] = [];
  let reached: number | null = before;
  for (const look of looks) {
    const most = words.length > 0 ? look : limit + 1 - found.length;
    const slice = await next(reached, { most, look });
    reached = slice.reached;
    found.push(...(await holding(reader, principal, slice.entries, words)));
    if (reached === null || found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  const older = found.length > limit ? (shown.at(-1)?.place ?? null) : reached;
  const rows = await companionsOf(reader.db, reader.bulk, principal.tenantId, shown.map(entryOf), { contacts: true });
  return {
    rows: [...shown.map(entryOf), ...rows].map((row) => visibleTo(row, principal)),
    entryIds: shown.map(({ id }) => id),
    older: older === null ? null : writeOlder(older),
  };
}

/** Where the entries of a filter come from, and the words that are still to be looked for in their texts. */
export async function slicesOf(
  { db, text }: Reader,
  principal: Principal,
  filter: LogFilter,
): Promise<{ next: NextSlice; words: string[] }> {
  const { tenantId: tenant } = principal;
  const bounds = boundsOf(filter);
  if (filter.text === undefined)
    return { next: streamSlices(db, tenant, await streamsOf(db, tenant, filter), bounds), words: [] };

  const { no } = await db.selectFrom('tenant').select('no').where('id', '=', tenant).executeTakeFirstOrThrow();
  const { groups, others: words } = await textSearch(db, principal, no, filter.text);
  if (groups.length === 0)
    return { next: streamSlices(db, tenant, await streamsOf(db, tenant, filter), bounds), words };
  if (filter.contact !== undefined) {
    const family = await familyOf(db, tenant, filter.contact);
    groups.push(family.map((id) => soughtContact(no, id)));
  }
  return { next: textSlices(db, text, groups, conditionsOf(filter), bounds), words };
}

/** Those in whose texts, as the reader may see them, or names each word begins a word. */
export async function holding(
  { db, bulk }: Reader,
  principal: Principal,
  entries: readonly FoundEntry[],
  words: readonly string[],
): Promise<readonly FoundEntry[]> {
  if (words.length === 0) return entries;
  const companions = await companionsOf(db, bulk, principal.tenantId, entries.map(entryOf), { contacts: true });
  const seen = companions.map((row) => visibleTo(row, principal));
  const names = new Map(of(seen, 'contact').map(({ id, name }) => [id, name]));
  const comments = Map.groupBy(of(seen, 'comment'), ({ entryId }) => entryId);
  return entries.filter((found) => {
    const entry = visibleTo(entryOf(found), principal);
    const { open, withAudience } = textsOf(entry);
    const ofComments = (comments.get(entry.id) ?? []).flatMap(textsOfComment);
    const ofContacts = [entry.contactId, entry.companyId].map((id) => (id === null ? '' : (names.get(id) ?? '')));
    return holdsWords([...open, ...withAudience, ...ofComments, ...ofContacts], words);
  });
}

function of<K extends Row['kind']>(rows: readonly Row[], kind: K): RowOf<K>[] {
  return rows.filter((row): row is RowOf<K> => row.kind === kind);
}

function entryOf({ body }: FoundEntry): RowOf<'entry'> {
  return parseBody(body) as RowOf<'entry'>; // the table holds nothing else
}
