import type { EmailAddress } from './email-address.ts';
import type { ContactId, ItemId } from './ids.ts';
import type { ItemKey } from './item.ts';
import type { Row, RowKind } from './row.ts';

/**
 * What a command reads, as a question that any store can answer:
 * - `id`: the row of that kind and id; of a contact also its company and those that it was merged into;
 * - `item`: the item, all its entries and their contacts, as above;
 * - `item-key`: every item known by the key (following `mergedInto`), all entries of those items and their contacts;
 * - `address`: the contacts that have it as main address;
 * - `domain`: the companies that list it;
 * - `setup`: every row of the set-up;
 * - `shared-items`: the items that both contacts have entries about, or who was merged into them, and those entries;
 * - `open-follow-ups`: those of the contact.
 */
export type Ref =
  | { by: 'id'; kind: RowKind; id: string }
  | { by: 'item'; id: ItemId }
  | { by: 'item-key'; key: ItemKey }
  | { by: 'address'; address: EmailAddress }
  | { by: 'domain'; domain: string }
  | { by: 'setup' }
  | { by: 'shared-items'; a: ContactId; b: ContactId }
  | { by: 'open-follow-ups'; contactId: ContactId };

export function byId(kind: RowKind, id: string): Ref {
  return { by: 'id', kind, id };
}

/** A ref as text, for sets and indexes. */
export function refKey(ref: Ref): string {
  switch (ref.by) {
    case 'id':
      return `id:${ref.kind}:${ref.id}`;
    case 'item':
      return `item:${ref.id}`;
    case 'item-key':
      return `item-key:${ref.key}`;
    case 'address':
      return `address:${ref.address}`;
    case 'domain':
      return `domain:${ref.domain}`;
    case 'setup':
      return 'setup';
    case 'shared-items':
      return `entries-of:${ref.a}`;
    case 'open-follow-ups':
      return `follow-ups-of:${ref.contactId}`;
  }
}

/** The keys of every ref whose answer contains `row`: a command that read one of them is decided anew when `row` changes. */
export function refKeysOf(row: Row): string[] {
  const keys = [`id:${row.kind}:${row.id}`];
  if (row.kind === 'item') keys.push(`item:${row.id}`, ...row.keys.map((key) => `item-key:${key}`));
  if (row.kind === 'entry' && row.itemId !== null) keys.push(`item:${row.itemId}`);
  if (row.kind === 'entry') keys.push(`entries-of:${row.contactId}`);
  if (row.kind === 'follow-up') keys.push(`follow-ups-of:${row.contactId}`);
  if (isSetup(row.kind)) keys.push('setup');
  if (row.kind === 'contact') {
    if (row.mergedInto !== null) keys.push(`entries-of:${row.mergedInto}`);
    if (row.email !== '') keys.push(`address:${row.email}`);
    keys.push(...row.domains.map((domain) => `domain:${domain}`));
  }
  return keys;
}

/** The kinds of row that make up the set-up of a tenant. */
export function isSetup(kind: RowKind): boolean {
  return ['group', 'template', 'template-setup', 'salesperson', 'workspace', 'campaign'].includes(kind);
}
