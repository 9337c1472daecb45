import type { Contact } from '../../domain/contact.ts';
import type { Item } from '../../domain/item.ts';
import { isShared, type Known } from '../../domain/known.ts';
import { isOffered } from '../../domain/offered.ts';
import type { Row, RowKind, RowOf } from '../../domain/row.ts';
import { rowKey } from '../../domain/row-key.ts';

/**
 * What one push has read and changed so far: later commands see what earlier ones did. A row that was read never
 * replaces one that is here already.
 */
export interface BatchRows extends Known {
  read(row: Row): void;
  change(row: Row): void;
  has(key: string): boolean;
  byKey(key: string): Row | undefined;
  /** In the order of their first change, each as it is now. */
  changed(): Row[];
}

export function createBatchRows(): BatchRows {
  const rows = new Map<string, Row>();
  const changed = new Set<string>();
  const places = new Map<string, Set<string>>();

  function put(key: string, row: Row): void {
    rows.set(key, row);
    for (const place of placesOf(row)) {
      const there = places.get(place);
      if (there) there.add(key);
      else places.set(place, new Set([key]));
    }
  }
  const at = (place: string): Row[] =>
    [...(places.get(place) ?? [])].map((key) => rows.get(key)).filter((row) => row !== undefined);
  const of = <K extends RowKind>(kind: K) => [...rows.values()].filter((row): row is RowOf<K> => row.kind === kind);
  const get = <K extends RowKind>(kind: K, id: string) => rows.get(`${kind}:${id}`) as RowOf<K> | undefined; // the key names the kind

  return {
    read(row) {
      const key = rowKey(row);
      if (!rows.has(key)) put(key, row);
    },
    change(row) {
      const key = rowKey(row);
      put(key, row);
      changed.add(key);
    },
    has: (key) => rows.has(key),
    byKey: (key) => rows.get(key),
    changed: () => [...changed].map((key) => rows.get(key)).filter((row) => row !== undefined),

    get,
    all: of,
    sharedItems: (a, b) => of('item').filter((item) => item.mergedInto === null && isShared(item, a, b, { get })),
    openFollowUpsOf: (id) => of('follow-up').filter((one) => one.contactId === id && one.closed === null),
    itemsWith(keys) {
      const found = new Set(keys.flatMap((key) => at(`key ${key}`)));
      return [...found].filter((row): row is Item => row.kind === 'item' && row.mergedInto === null);
    },
    entriesOf: (item) =>
      item.entries.map(({ entryId }) => get('entry', entryId)).filter((entry) => entry !== undefined),
    contactsWithAddress: (address) =>
      at(`address ${address}`).filter(
        (row): row is Contact => row.kind === 'contact' && isOffered(row) && row.email === address,
      ),
    companiesWithDomain: (domain) =>
      at(`domain ${domain}`).filter(
        (row): row is Contact =>
          row.kind === 'contact' && isOffered(row) && row.type === 'company' && row.domains.includes(domain),
      ),
  };
}

// A place that a row has left by a change stays: who looks there checks the row itself.
function placesOf(row: Row): string[] {
  if (row.kind === 'item') return row.keys.map((key) => `key ${key}`);
  if (row.kind !== 'contact') return [];
  const domains = row.domains.map((domain) => `domain ${domain}`);
  return row.email === '' ? domains : [`address ${row.email}`, ...domains];
}
