import type { Contact } from './contact.ts';
import type { EmailAddress } from './email-address.ts';
import type { FollowUp } from './follow-up.ts';
import type { ContactId } from './ids.ts';
import type { Item, ItemKey } from './item.ts';
import type { LogEntry } from './log-entry.ts';
import { isOffered } from './offered.ts';
import type { Row, RowKind, RowOf } from './row.ts';
import { rowKey } from './row-key.ts';
import { samePerson } from './same-person.ts';

/** The rows that a store answered a command's reads with, as the rules ask for them. */
export interface Known {
  get<K extends RowKind>(kind: K, id: string): RowOf<K> | undefined;
  /** Items that are not merged away and share a key with `keys`. */
  itemsWith(keys: readonly ItemKey[]): Item[];
  entriesOf(item: Item): LogEntry[];
  all<K extends RowKind>(kind: K): RowOf<K>[];
  /** Items that are not merged away and about which both contacts have entries, or who was merged into them. */
  sharedItems(a: ContactId, b: ContactId): Item[];
  openFollowUpsOf(contactId: ContactId): FollowUp[];
  /** Contacts that are neither merged away nor deleted and have `address` as their main one. */
  contactsWithAddress(address: EmailAddress): Contact[];
  /** Companies that are neither merged away nor deleted and list `domain`. */
  companiesWithDomain(domain: string): Contact[];
}

/** Of two rows with one identity the later in `rows` counts. */
export function knownFrom(rows: Iterable<Row>): Known {
  const all = new Map<string, Row>();
  for (const row of rows) all.set(rowKey(row), row);
  const of = <K extends RowKind>(kind: K): RowOf<K>[] =>
    [...all.values()].filter((row): row is RowOf<K> => row.kind === kind);
  const get = <K extends RowKind>(kind: K, id: string) => all.get(`${kind}:${id}`) as RowOf<K> | undefined; // the key names the kind
  return {
    get,
    all: of,
    sharedItems: (a, b) => of('item').filter((item) => item.mergedInto === null && isShared(item, a, b, { get })),
    openFollowUpsOf: (id) => of('follow-up').filter((one) => one.contactId === id && one.closed === null),
    itemsWith: (keys) =>
      of('item').filter((item) => item.mergedInto === null && item.keys.some((key) => keys.includes(key))),
    entriesOf: (item) =>
      item.entries.map(({ entryId }) => get('entry', entryId)).filter((entry) => entry !== undefined),
    contactsWithAddress: (address) =>
      of('contact').filter((contact) => isOffered(contact) && contact.email === address),
    companiesWithDomain: (domain) =>
      of('contact').filter(
        (contact) => isOffered(contact) && contact.type === 'company' && contact.domains.includes(domain),
      ),
  };
}

/** Whether both contacts have entries about `item`, or who was merged into them. */
export function isShared(item: Item, a: ContactId, b: ContactId, known: Pick<Known, 'get'>): boolean {
  const people = item.entries.map(({ contactId }) => samePerson(contactId, known));
  return people.includes(a) && people.includes(b);
}
