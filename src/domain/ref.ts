import type { EmailAddress } from './email-address.ts';
import type { ItemId } from './ids.ts';
import type { ItemKey } from './item.ts';
import type { Row, RowKind } from './row.ts';

/**
 * What a command reads, as a question that any store can answer:
 * - `id`: the row of that kind and id;
 * - `item`: the item and all its entries;
 * - `item-key`: every item known by the key (following `mergedInto`), and all entries of those items;
 * - `address`: the contacts that have it as main address;
 * - `domain`: the companies that list it.
 */
export type Ref =
  | { by: 'id'; kind: RowKind; id: string }
  | { by: 'item'; id: ItemId }
  | { by: 'item-key'; key: ItemKey }
  | { by: 'address'; address: EmailAddress }
  | { by: 'domain'; domain: string };

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
  }
}

/** The keys of every ref whose answer contains `row`: a command that read one of them is decided anew when `row` changes. */
export function refKeysOf(row: Row): string[] {
  const keys = [`id:${row.kind}:${row.id}`];
  if (row.kind === 'item') keys.push(`item:${row.id}`, ...row.keys.map((key) => `item-key:${key}`));
  if (row.kind === 'entry' && row.itemId !== null) keys.push(`item:${row.itemId}`);
  if (row.kind === 'contact') {
    if (row.email !== '') keys.push(`address:${row.email}`);
    keys.push(...row.domains.map((domain) => `domain:${domain}`));
  }
  return keys;
}
