import type { Comment } from '../domain/comment.ts';
import type { Contact } from '../domain/contact.ts';
import type { Alias } from '../domain/decision.ts';
import type { EmailAddress } from '../domain/email-address.ts';
import type { FollowUp } from '../domain/follow-up.ts';
import type { ContactId, EntryId, UserId } from '../domain/ids.ts';
import type { Item, ItemKey } from '../domain/item.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import type { Row, RowKind, RowOf } from '../domain/row.ts';
import { rowKey } from '../domain/row-key.ts';
import type { PendingRow, Tables } from './tables.ts';

/**
 * Rows as they are shown: pending ones over those of the server. One transaction. A row that was found by what waiting
 * commands have changed is among them, as it is now: whoever decides by the answer hangs on it too, whoever shows it
 * looks at the row itself.
 */
export interface ShownRows {
  get<K extends RowKind>(kind: K, ids: readonly string[]): Promise<RowOf<K>[]>;
  itemsByKeys(keys: readonly ItemKey[]): Promise<Item[]>;
  contactsByAddress(addresses: readonly EmailAddress[]): Promise<Contact[]>;
  contactsByDomain(domains: readonly string[]): Promise<Contact[]>;
  contacts(): Promise<Contact[]>;
  /** By id, at most `limit`, beyond the id `after`. */
  contactsAfter(after: string, limit: number): Promise<Contact[]>;
  contactsMergedInto(id: ContactId): Promise<Contact[]>;
  commentsOf(entryIds: readonly EntryId[]): Promise<Comment[]>;
  /** Postponed ones too. */
  entriesOfContact(id: ContactId): Promise<LogEntry[]>;
  postponedOf(id: UserId): Promise<LogEntry[]>;
  followUpsOfUser(id: UserId): Promise<FollowUp[]>;
  /** Those whose contact or company is one of `ids`. */
  followUpsWith(ids: readonly ContactId[]): Promise<FollowUp[]>;
  setup(): Promise<Row[]>;
}

export function shownRows(tables: Tables): ShownRows {
  /** What is `found` by the server's rows, with pending rows in their stead and those that only `finds` find. */
  async function overlay<K extends RowKind>(
    kind: K,
    found: Promise<readonly RowOf<K>[]>,
    finds: readonly string[],
  ): Promise<RowOf<K>[]> {
    // Both at once: a transaction's time is the number of its turns.
    const [held, besides] = await Promise.all([found, tables.pendingFound(finds)]);
    const rows = new Map<string, Row>(held.map((row) => [rowKey(row), row]));
    const instead = rows.size > 0 ? await tables.pending([...rows.keys()]) : [];
    for (const { key, row } of [...instead, ...besides]) rows.set(key, row);
    return [...rows.values()].filter((row): row is RowOf<K> => row.kind === kind);
  }

  /** As `overlay`, where `besides` are all pending rows that could stand in for one of `found`. */
  async function overlayAll<R extends Row>(found: Promise<R[]>, besides: Promise<PendingRow[]>): Promise<Row[]> {
    const [held, pending] = await Promise.all([found, besides]);
    const rows = new Map<string, Row>(held.map((row) => [rowKey(row), row]));
    for (const { key, row } of pending) rows.set(key, row);
    return [...rows.values()];
  }

  return {
    async get(kind, ids) {
      const unique = [...new Set(ids)];
      if (unique.length === 0) return [];
      const [rows, pending] = await Promise.all([
        tables.rows(kind, unique),
        tables.pending(unique.map((id) => `${kind}:${id}`)),
      ]);
      const known = new Map<string, Row>(rows.map((row) => [row.id, row]));
      for (const { row } of pending) known.set(row.id, row);
      return unique.flatMap((id) => {
        const row = known.get(id);
        return row ? [row as RowOf<typeof kind>] : []; // the tables answer with the kind that was asked for
      });
    },
    async itemsByKeys(keys) {
      const finds = keys.map((key) => `item-key:${key}`);
      const items = await overlay('item', tables.itemsByKeys(keys), finds);
      const known = new Map(items.map((item) => [item.id, item]));
      for (let next = mergedAway(known); next.length > 0; next = mergedAway(known)) {
        const targets = await this.get('item', next);
        if (targets.length === 0) break;
        for (const item of targets) known.set(item.id, item);
      }
      return [...known.values()];
    },
    async contactsByAddress(addresses) {
      const finds = addresses.map((address) => `any-address:${address}`);
      return overlay('contact', tables.contactsByAddress(addresses), finds);
    },
    async contactsByDomain(domains) {
      const finds = domains.map((domain) => `domain:${domain}`);
      return overlay('contact', tables.contactsByDomain(domains), finds);
    },
    async contacts() {
      const contacts = await overlayAll(tables.contacts(), tables.pendingAfter('contact', ''));
      return contacts.filter((row) => row.kind === 'contact');
    },
    async contactsAfter(after, limit) {
      const [rows, pending] = await Promise.all([
        tables.contactsAfter(after, limit),
        tables.pendingAfter('contact', after, limit),
      ]);
      const found = new Map(rows.map((row) => [row.id, row]));
      for (const { row } of pending) if (row.kind === 'contact') found.set(row.id, row);
      return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit);
    },
    async contactsMergedInto(id) {
      return overlay('contact', tables.contactsMergedInto(id), [`merged-into:${id}`]);
    },
    async entriesOfContact(id) {
      return overlay('entry', tables.entriesOfContact(id), [`history:${id}`]);
    },
    async postponedOf(id) {
      return overlay('entry', tables.postponedOf(id), [`postponed:${id}`]);
    },
    async followUpsOfUser(id) {
      return overlay('follow-up', tables.followUpsOfUser(id), [`follow-ups:${id}`]);
    },
    async followUpsWith(ids) {
      const finds = ids.map((id) => `follow-ups:${id}`);
      return overlay('follow-up', tables.followUpsWith(ids), finds);
    },
    setup: () => overlayAll(tables.setupRows(), tables.pendingFound(['setup'])),
    async commentsOf(entryIds) {
      const finds = entryIds.map((id) => `comments:${id}`);
      return overlay('comment', tables.commentsOf(entryIds), finds);
    },
  };
}

/** The items that something in `known` was merged into and that are not in it. */
function mergedAway(known: ReadonlyMap<string, Item>): string[] {
  return [...known.values()].flatMap(({ mergedInto }) =>
    mergedInto !== null && !known.has(mergedInto) ? [mergedInto] : [],
  );
}

/** What `id` stands for now, through any number of joins. */
export async function resolveAlias(tables: Tables, kind: Alias['kind'], id: string): Promise<string> {
  const resolved = await resolveAll(tables, [{ kind, id }]);
  return resolved(kind, id);
}

/** Looks up what all `ids` stand for, at once. */
export async function resolveAll(
  tables: Tables,
  ids: readonly { kind: Alias['kind']; id: string }[],
): Promise<<Id extends string>(kind: Alias['kind'], id: Id) => Id> {
  const known = new Map<string, string>();
  let next = [...new Set(ids.map(({ kind, id }) => `${kind}:${id}`))];
  while (next.length > 0) {
    const found = await tables.aliases(next);
    for (const alias of found) known.set(`${alias.kind}:${alias.from}`, alias.to);
    // An id that was looked up before ends the walk, so that a circle (which only a fault can make) does as well.
    next = found.map(({ kind, to }) => `${kind}:${to}`).filter((key) => !known.has(key));
  }
  return <Id extends string>(kind: Alias['kind'], id: Id): Id => {
    const seen = new Set<string>();
    let at: string = id;
    for (let to = known.get(`${kind}:${at}`); to !== undefined && !seen.has(at); to = known.get(`${kind}:${at}`)) {
      seen.add(at);
      at = to;
    }
    return at as Id; // aliases keep the kind of an id
  };
}
